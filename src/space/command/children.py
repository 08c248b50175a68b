"""A process that a server keeps alive."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from space.command.dying import die_with_parent

LONGEST_PAUSE = 30.0
LONG_ENOUGH = 60.0  # who has run for so many seconds is well, and starts again at once


class Child:
    """Runs `./space VERB ...`; when it dies it is started again, each time a little later."""

    def __init__(self, verb: str, *arguments: str) -> None:
        self.name = verb
        self._command = [sys.executable, "-m", "space.command", verb, "--supervised", *arguments]
        self._process: subprocess.Popen[bytes] | None = None
        self._pause = 0.0
        self._started = 0.0
        self._next_start = 0.0

    @property
    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def look_after(self) -> None:
        """Start it if it is not there and its time has come. Call this often."""
        if self.is_alive:
            return
        now = time.monotonic()
        if self._process is not None:
            self._pause = (
                0.5 if now - self._started > LONG_ENOUGH else min(self._pause * 2 or 0.5, LONGEST_PAUSE)
            )
            self._next_start = now + self._pause
            how = _ending(self._process.returncode)
            print(f"{self.name} ended ({how}); it starts again in {self._pause:g} s.", flush=True)
            self._process = None
        if now >= self._next_start:
            self._start(now)

    def forget(self) -> None:
        """It was stopped on purpose: start it again without a pause."""
        self._process = None

    def ask_to_stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(number)

    def wait(self, until: float) -> bool:
        """Has it ended by then?"""
        if self._process is None:
            return True
        try:
            self._process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            return False
        return True

    def _start(self, now: float) -> None:
        self._started = now
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the server alone, which then stops us in order
            preexec_fn=die_with_parent(signal.SIGTERM),
        )


def stop_all(children: Sequence[Child], *, patience: float) -> None:
    """Ask all of them to end; who does not in time is ended."""
    for child in children:
        child.ask_to_stop()
    until = time.monotonic() + patience
    for child in children:
        if not child.wait(until):
            child.ask_to_stop(signal.SIGKILL)
            child.wait(time.monotonic() + 5)


def _ending(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"code {code}"
