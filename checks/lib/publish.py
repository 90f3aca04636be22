"""The portal as it is deployed, built once for each state of the tree."""

import fcntl
import functools
import hashlib
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# what the program is made of
SOURCES = ["Portal.Core", "Portal.Web", "Directory.Build.props", "Directory.Packages.props", "global.json"]
KEPT = 4


@functools.cache
def published():
    """
    Returns the folder with Portal.Web.dll in it, publishing first where this state of the tree was not yet. One run keeps
    the state it began with.
    """
    store = ROOT / "artifacts" / "checks"
    store.mkdir(parents=True, exist_ok=True)
    with open(store / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = store / f"portal-{_state_of_tree()}"
        if not folder.exists():
            _publish(folder)
        folder.touch()
        for old in sorted(store.glob("portal-*"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
        return folder


def _publish(folder):
    print("Publishing the portal …", flush=True)
    began = time.monotonic()
    unfinished = folder.with_name("unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    done = subprocess.run(
        ["dotnet", "publish", "Portal.Web", "-c", "Release", "-o", unfinished, "--nologo", "-v", "q", "-nodeReuse:false"],
        cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"the portal could not be published:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    unfinished.rename(folder)
    print(f"Published in {time.monotonic() - began:.0f} s.", flush=True)


def _state_of_tree():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *SOURCES],
        cwd=ROOT, capture_output=True, check=True).stdout
    state = hashlib.sha256()
    for name in sorted(filter(None, listed.split(b"\0"))):
        path = ROOT / name.decode()
        if path.is_file():
            state.update(name + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()[:16]
