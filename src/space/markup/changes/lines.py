"""How two sources differ: line by line, and word by word in lines that became others."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from space.markup.changes.aligning import matching, without_lone_spaces
from space.markup.changes.pairing import paired
from space.markup.changes.words import words_of

# Lines that stayed are shown so far around what changed.
_AROUND = 2


class Fate(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Line:
    """A line and what became of it. Its pieces are words with whether just they changed; of skipped ones, how many."""

    fate: Fate
    pieces: tuple[tuple[str, bool], ...] = ()
    skipped: int = 0


def compare_lines(before: str, after: str) -> list[Line]:
    """All lines of both in order, without long stretches in which nothing changed."""
    return list(_without_stretches(_lines(before.split("\n"), after.split("\n"))))


def words_changed(before: str, after: str) -> tuple[Line, Line]:
    """Two short texts, such as titles, with the words that differ."""
    left, right = words_of(before), words_of(after)
    same = without_lone_spaces(matching(left, right), lambda place: left[place].isspace())
    gone = _pieces(left, {a for a, _ in same})
    return Line(Fate.GONE, gone), Line(Fate.NEW, _pieces(right, {b for _, b in same}))


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    """What went stands before what came in its place."""
    gone: list[Line] = []
    came: list[Line] = []
    for a, b in paired(old, new):
        if a is not None and b is not None and old[a] == new[b]:
            yield from (*gone, *came, Line(Fate.SAME, ((new[b], False),)))
            gone, came = [], []
        elif a is not None and b is not None:
            before, after = words_changed(old[a], new[b])
            gone.append(before)
            came.append(after)
        elif a is not None:
            gone.append(Line(Fate.GONE, ((old[a], True),)))
        elif b is not None:
            came.append(Line(Fate.NEW, ((new[b], True),)))
    yield from (*gone, *came)


def _pieces(words: list[str], stayed: set[int]) -> tuple[tuple[str, bool], ...]:
    """Words beside each other that fared alike, as one."""
    fates = groupby(range(len(words)), key=lambda place: place not in stayed)
    return tuple(("".join(words[place] for place in places), changed) for changed, places in fates)


def _without_stretches(lines: Iterator[Line]) -> Iterator[Line]:
    stretch: list[Line] = []
    begins = True
    for line in lines:
        if line.fate is Fate.SAME:
            stretch.append(line)
            continue
        yield from _shortened(stretch, 0 if begins else _AROUND, _AROUND)
        stretch, begins = [], False
        yield line
    yield from _shortened(stretch, 0 if begins else _AROUND, 0)


def _shortened(stretch: list[Line], first: int, last: int) -> Iterator[Line]:
    """Its first and last lines; one line more is no reason to say that one is left out."""
    left_out = len(stretch) - first - last
    if left_out <= 1:
        yield from stretch
        return
    yield from stretch[:first]
    yield Line(Fate.SKIPPED, skipped=left_out)
    yield from stretch[len(stretch) - last :]
