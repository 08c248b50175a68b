"""Programs of the system that checks and tests need: found, or installed where we may."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from space.command.asking import Trouble

# The shell draws pages as the whole browser does, without windows: tests take a third of the time.
CHROMIUM = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def need(what: str, names: Sequence[str], packages: Sequence[str]) -> str:
    """Path of a program; installs the first of Debian's packages that there is, where we are allowed to."""
    for package in packages:
        if first_of(names) or not may_install():
            break
        print(f"Installing {package} ({what}) ...", flush=True)
        install(package)
    found = first_of(names)
    if found is None:
        raise Trouble(
            f"The tests need {what}. Install it, on Debian or Ubuntu with: sudo apt install {packages[0]}"
        )
    return found


def need_chromium() -> str:
    return need("Chromium", CHROMIUM, CHROMIUM[:2])


def first_of(names: Sequence[str]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def may_install() -> bool:
    return shutil.which("apt-get") is not None and become_root() is not None


def become_root() -> list[str] | None:
    """What to write before a command so that root runs it, without being asked for a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(package: str) -> None:
    as_root = become_root() or []
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", package]):
        done = subprocess.run([*as_root, "apt-get", *step], env=quiet, capture_output=True, text=True)
        if done.returncode:
            print(done.stderr[-1000:], flush=True)
            return
