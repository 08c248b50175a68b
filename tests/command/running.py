"""A server of our own for tests: starts ./space in a folder, asks it things, counts its processes."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from space.command.asking import CHECKOUT


class Running:
    """`./space VERB` with a data folder and a port of its own."""

    def __init__(self, folder: Path, verb: str = "serve") -> None:
        self.folder = folder
        self.verb = verb
        self.port = free_port()
        self.said = folder.with_name(f"{folder.name}.log")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Running":
        self.process = subprocess.Popen(
            command(self.verb, "--data", str(self.folder), "--port", str(self.port)),
            env=environment(),
            stdout=self.said.open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        wait_until(self.answers, seconds=300, why=self.said)
        return self

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=10) as page:
                return page.status == 200
        except (OSError, urllib.error.URLError):
            return False

    def is_steady(self) -> bool:
        """It answers, and no part of it was started or ended for a moment."""
        before = set(self.parts())
        time.sleep(3)
        return self.answers() and set(self.parts()) == before

    def parts(self) -> list[int]:
        """The parts that the server looks after; the database's own children come and go."""
        return [pid for words in ("--supervised", "space.command.keeper") for pid in self.pids_of(words)]

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        assert self.process
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(120)

    def processes(self) -> dict[int, str]:
        """Everything that lives for this folder: by its environment, or by what it was started with."""
        return {pid: words for pid, words in living() if belongs(pid, words, self.folder)}

    def pid_of(self, words: str) -> int:
        """Of the part that was started with these words; waits for one that is just being started again."""
        wait_until(lambda: self.pids_of(words), seconds=120, why=self.said)
        return self.pids_of(words)[0]

    def pids_of(self, words: str) -> list[int]:
        return [pid for pid, line in self.processes().items() if words in line]


def belongs(pid: int, words: str, folder: Path) -> bool:
    place = folder / "pg" / "place"
    marks = [str(folder), place.read_text() if place.exists() else str(folder)]
    try:
        around = Path(f"/proc/{pid}/environ").read_bytes().decode(errors="replace")
    except OSError:
        around = ""
    return any(mark in words for mark in marks) or f"SPACE_DATA={folder}\0" in around


def living() -> list[tuple[int, str]]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and int(entry.name) != os.getpid():
            try:
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            found.append((int(entry.name), words))
    return found


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "space.command", *words]


def run(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), env=environment() | more, capture_output=True, text=True, timeout=300
    )


def environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SPACE_", "DATABASE_URL", "PYTEST"))
    }
    return kept | {"PYTHONPATH": str(CHECKOUT / "src")}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(true, *, seconds: float = 30, why: Path | None = None) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, why.read_text() if why else "it took too long"
        time.sleep(0.05)
