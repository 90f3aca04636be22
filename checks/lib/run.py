"""One run of a check: its work folder, what it started, its figures and its verdict."""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path


class Run(contextlib.ExitStack):
    """Everything it opened is closed when it ends, by an error and by a signal too; the work folder goes last."""

    def __init__(self, name, keep=False):
        super().__init__()
        self.name = name
        self.failed = []
        self.began = time.monotonic()
        self.folder = Path(tempfile.mkdtemp(prefix=f"{name}-"))
        # the database server runs as another user
        os.chmod(self.folder, 0o755)
        if keep:
            self.callback(print, f"kept: {self.folder}", file=sys.stderr)
        else:
            self.callback(shutil.rmtree, self.folder, ignore_errors=True)

    def __enter__(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: sys.exit(128 + number))
        return super().__enter__()

    def say(self, text):
        print(f"[{time.monotonic() - self.began:6.1f} s] {text}", flush=True)

    def figure(self, name, value, holds=None, goal=""):
        """Prints a figure; one that does not hold fails the run. Without `holds` it is only for reading."""
        mark = "" if holds is None else "  ok" if holds else "  FAILED"
        print(f"  {name:<46} {value:>12}{'  goal ' + goal if goal else ''}{mark}", flush=True)
        if holds is False:
            self.failed.append(name)

    def none(self, name, found, show=3):
        """A figure that must be 0: the number of what was found, and the first of them to look at."""
        found = list(found)
        self.figure(name, len(found), holds=not found, goal="0")
        for one in found[:show]:
            print(f"      {one}", flush=True)

    def finish(self, summary):
        """The summary as the last line. Returns the exit code; `with` still closes everything before the process ends."""
        verdict = "passed" if not self.failed else f"FAILED ({', '.join(self.failed)})"
        self.close()
        print(f"{self.name}: {verdict}: {summary}", flush=True)
        return 1 if self.failed else 0
