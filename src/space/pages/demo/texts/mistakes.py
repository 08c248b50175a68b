"""Where in a file something is read, and how to say that it is wrong there."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from space import languages
from space.pages.demo import times

BETWEEN = " · "


class DemoTextError(ValueError):
    """A file of the demo cannot be understood; the words say which line and why."""


@dataclass(frozen=True)
class Place:
    """A line of a file. What is read there is read through it, so that every complaint names it."""

    path: Path
    line: int

    def wrong(self, reason: object) -> DemoTextError:
        return DemoTextError(f"{self.path}, line {self.line}: {reason}")

    def ago(self, text: str) -> timedelta:
        try:
            return times.ago(text)
        except ValueError as problem:
            raise self.wrong(problem) from problem

    def ahead(self, text: str) -> timedelta:
        """How long from now, as `+2d 6h` says."""
        if not text.startswith("+"):
            raise self.wrong(f"“{text}” is no time to come. Count from now: +2d 6h.")
        return self.ago(f"-{text[1:]}")

    def language(self, code: str) -> str:
        if not languages.known(code):
            raise self.wrong(f"“{code}” is no language we know.")
        return code

    def number(self, text: str, most: int, of: str) -> int:
        """The number of a post or an option that is there."""
        if not (text.isdecimal() and 1 <= int(text) <= most):
            raise self.wrong(f"“{text}” is the number of no {of}; there are {most}.")
        return int(text)

    def names(self, text: str) -> tuple[str, ...]:
        """Names with commas between them, each once."""
        names = tuple(name.strip() for name in text.split(","))
        if not all(names) or len(set(names)) < len(names):
            raise self.wrong(f"“{text}” should be names with commas between them, each once.")
        return names
