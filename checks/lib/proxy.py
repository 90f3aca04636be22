"""The network between the portal and its database, in a process of its own, that fails on demand."""

import json
import subprocess
import sys
from pathlib import Path


class Proxy:
    """Connect to `port` instead of the target's."""

    def __init__(self, run, target):
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("proxy_server.py"), str(target)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
        run.callback(self.stop)
        self.port = int(self.process.stdout.readline())

    def slow(self, delay, lost=0.0, stall=0.0):
        """`delay` seconds more on each answer, and `stall` more on a share `lost` of them, as when a packet is sent again."""
        self._say(delay=delay, lost=lost, stall=stall)

    def fast(self):
        self._say(delay=0.0, lost=0.0, stall=0.0, silent=False)

    def silent(self):
        """Nothing passes any more, and nobody is told."""
        self._say(silent=True)

    def cut(self):
        """Every connection breaks; new ones are let through."""
        self._say(cut=True)

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)

    def _say(self, **what):
        print(json.dumps(what), file=self.process.stdin, flush=True)
        self.process.stdout.readline()
