"""The committed style sheet, script and icons are what the build in frontend/ makes of its sources."""

import hashlib
import shutil
import subprocess
from pathlib import Path

from space.command.asking import CHECKOUT

MADE = CHECKOUT / "src" / "space" / "web" / "static" / "web"
SOURCE = CHECKOUT / "frontend"


class Skip(Exception):
    """Cannot be looked at on this machine; the words say what is missing."""


def look() -> str:
    if not (SOURCE / "package.json").exists():
        raise Skip("there is no frontend/")
    if shutil.which("npm") is None:
        raise Skip("npm is not installed")
    if not (SOURCE / "node_modules").exists() and (said := npm("ci", "--no-audit", "--no-fund")):
        raise Skip(f"its packages could not be fetched: {said[-300:]}")
    before = fingerprints(MADE)
    said = npm("run", "build")
    after = fingerprints(MADE)
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return said or "".join(f"{name} is not what the build makes; commit the new one\n" for name in changed)


def npm(*arguments: str) -> str:
    done = subprocess.run(["npm", *arguments], cwd=SOURCE, capture_output=True, text=True)
    return (done.stdout + done.stderr).strip() or "npm failed" if done.returncode else ""


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
