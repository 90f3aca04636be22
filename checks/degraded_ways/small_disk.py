"""A place that can be filled: a file system of its own where root may mount one, otherwise a limit on how large files may be."""

import os
import subprocess


def small_disk(run, megabytes=24):
    folder = run.folder / "small"
    folder.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder], capture_output=True).returncode == 0
    if mounted:
        run.callback(subprocess.run, ["umount", "-l", folder], check=False)
    return Mounted(folder) if mounted else Limited(folder)


class Mounted:
    name, wrapper = "a full tmpfs", ()

    def __init__(self, folder):
        self.folder = folder

    def fill(self, _):
        with open(self.folder / "ballast", "wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(bytes(4096))
            except OSError:
                return

    def empty(self, _):
        (self.folder / "ballast").unlink()


class Limited:
    name = "a limit on the size of files"
    # what is refused is an error, not the end of the process
    wrapper = ("sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh")

    def __init__(self, folder):
        self.folder = folder

    def fill(self, node):
        self._limit(node, max(file.stat().st_size for file in self.folder.iterdir()))

    def empty(self, node):
        self._limit(node, "unlimited")

    def _limit(self, node, most):
        subprocess.run(["prlimit", f"--pid={node.process.pid}", f"--fsize={most}:unlimited"], check=True, capture_output=True)
