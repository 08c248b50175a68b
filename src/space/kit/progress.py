"""How far a long job is: a bar for a person at a terminal, a line now and then for a log."""

import time
from typing import TextIO

_WIDTH = 30


class Progress:
    """Shows at most ten times a second on a terminal, and every tenth of the way elsewhere."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self._is_terminal = out.isatty()
        self._shown_at = 0.0
        self._tenth = ("", -1)

    def show(self, what: str, done: int, total: int) -> None:
        """`what` is being done; `done` of `total` are."""
        if self._is_terminal:
            self._draw(what, done, total)
        elif total and (what, done * 10 // total) != self._tenth:
            self._tenth = (what, done * 10 // total)
            self.out.write(f"{what}: {done} of {total}\n")

    def _draw(self, what: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done < total and now - self._shown_at < 0.1:
            return
        self._shown_at = now
        filled = _WIDTH * done // max(total, 1)
        self.out.write(f"\r{what:<10} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done} of {total}")
        self.out.write("\n" if done >= total else "")
        self.out.flush()
