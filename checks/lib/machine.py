"""What a check needs of the machine it runs on."""

import os
import shutil
import socket
import subprocess
from pathlib import Path


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def need(**commands):
    """Installs what is missing: need(nginx="nginx-light") names the command and the Debian package that has it."""
    if missing := [package for command, package in commands.items() if not shutil.which(command, path=search_path())]:
        need_package(*missing)


def need_package(*missing):
    """Installs Debian packages, whether or not they are there."""
    if not shutil.which("apt-get"):
        raise SystemExit(f"please install: {' '.join(missing)}")
    print(f"Installing {' '.join(missing)} …", flush=True)
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *missing]):
        done = subprocess.run(
            ([] if os.geteuid() == 0 else ["sudo"]) + command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"could not install {' '.join(missing)}: {done.stderr[-500:]}")


def search_path():
    """Servers live in sbin, which is not on everybody's path."""
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


def postgres_bin():
    """The newest installed PostgreSQL; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


def faketime(seconds):
    """What to put before a command so that its clock is off: Node(…, wrapper=faketime(90))."""
    if not seconds:
        return []
    find = lambda: next(iter(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), None)
    if not find():
        need_package("libfaketime")
    return ["env", f"LD_PRELOAD={find()}", f"FAKETIME={seconds:+d}s", "DONT_FAKE_MONOTONIC=1", "FAKETIME_DONT_FAKE_MONOTONIC=1", "NO_FAKE_STAT=1"]
