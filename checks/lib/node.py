"""One process of the published portal."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request

from .machine import free_port
from .publish import published


class Node:
    """
    Settings are named as in appsettings.json (`Database:Provider`). Started again after `stop` or `kill` it keeps its port,
    its data folder and its log.
    """

    def __init__(self, run, name, settings=None, environment="Production", wrapper=()):
        self.name = name
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = run.folder / f"data-{name}"
        self.log = run.folder / f"{name}.log"
        self.environment = environment
        # put before the command: ["strace", "-f", …]
        self.wrapper = list(wrapper)
        self.settings = {
            "Urls": self.url,
            "Portal:DataFolder": str(self.data),
            "Mail:Transport": "Pickup",
            "Limits:PublicPostsPerMinute": "1000000",
            "Logging:LogLevel:Default": "Warning",
            **(settings or {}),
        }
        self.process = None
        run.callback(self.kill)

    def start(self, wait=True):
        self.data.mkdir(parents=True, exist_ok=True)
        folder = published()
        environment = {**os.environ, **{name.replace(":", "__"): str(value) for name, value in self.settings.items()}}
        environment["ASPNETCORE_ENVIRONMENT"] = self.environment
        with open(self.log, "ab") as log:
            # a group of its own: Ctrl-C is for the check, which then ends its nodes
            self.process = subprocess.Popen(
                [*self.wrapper, "dotnet", folder / "Portal.Web.dll", "--contentRoot", folder],
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        if wait:
            self.wait_ready()
        return self

    def wait_ready(self, seconds=60):
        """Returns how long it took, in seconds."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            if self.is_ready():
                return time.monotonic() - began
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}:\n{self.log_text()[-2000:]}")
            time.sleep(0.05)
        raise RuntimeError(f"{self.name} was not ready within {seconds} s:\n{self.log_text()[-2000:]}")

    def is_ready(self):
        try:
            with urllib.request.urlopen(f"{self.url}/health/ready", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self, seconds=60):
        """As an operator stops it. Returns the exit code; raises when it does not end in time."""
        if not self.is_running:
            return None
        self._signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def kill(self):
        """As a crash ends it."""
        if self.is_running:
            self._signal(signal.SIGKILL)
            self.process.wait(30)

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def memory_mb(self):
        """Resident, of the process itself."""
        text = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024

    def threads(self):
        return len(os.listdir(f"/proc/{self.process.pid}/task"))

    def log_text(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def errors(self):
        """What it logged as an error or worse in Production, where each line is a JSON object."""
        for line in self.log_text().splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and entry.get("LogLevel") in ("Error", "Critical"):
                yield entry

    def _signal(self, number):
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass
