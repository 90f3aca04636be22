"""The least a Kestrel can do: the same answer with nothing behind it."""

import subprocess
import time
import urllib.error
import urllib.request

from lib.publish import ROOT


class BareKestrel:
    def __init__(self, run, port):
        self.url = f"http://127.0.0.1:{port}"
        folder = run.folder / "bare"
        done = subprocess.run(
            ["dotnet", "build", "Portal.Benchmarks", "-c", "Release", "-o", folder, "--nologo", "-v", "q", "-nodeReuse:false"],
            cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"the bare Kestrel could not be built:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
        self.process = subprocess.Popen(
            ["dotnet", folder / "Portal.Benchmarks.dll", "bare-kestrel", self.url],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        run.callback(self.stop)
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError("the bare Kestrel does not answer")

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(30)
