"""A file falls into its head and its parts, each begun by a line with `===`."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from space.pages.demo.texts.mistakes import BETWEEN, Place

MARK = "=== "
_TALKS = {"conversation", "review"}


@dataclass(frozen=True)
class Part:
    """The words of its first line, and the lines below, of which `first` is the number of the first."""

    place: Place
    words: list[str]
    lines: list[str]

    @property
    def first(self) -> int:
        return self.place.line + 1

    @property
    def kind(self) -> str:
        """An edition is `original`, `translation` or `was`; a talk says its own name."""
        word = self.words[0]
        if word in _TALKS or word.startswith("was "):
            return word.partition(" ")[0]
        return "original" if len(self.words) == 1 else "translation"


def parts_of(path: Path) -> tuple[list[str], list[Part]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith(MARK)]
    if not starts:
        raise Place(path, len(lines)).wrong("there is no text. The original begins with “=== en”.")
    return lines[: starts[0]], [
        Part(Place(path, start + 1), _words(lines[start]), lines[start + 1 : end])
        for start, end in pairwise([*starts, len(lines)])
    ]


def _words(line: str) -> list[str]:
    return [word.strip() for word in line.removeprefix(MARK).split(BETWEEN)]
