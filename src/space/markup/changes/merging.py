"""Two people changed the same text: what both did, put together paragraph by paragraph.

What only one of them changed is taken as they left it, also right beside what the other changed; what both added in
the same place stays, one after the other; what both changed, and not alike, stays in both versions for a person to
decide. Nothing that somebody wrote goes, but for what the other replaced or took out while it was left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from space.markup.changes.aligning import matching
from space.markup.changes.pairing import paired

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Lines that stand for themselves: of lists and tables.
_ROW = re.compile(r"\s*(?:[-*+]\s|\d{1,9}[.)]\s|\|)")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a line of a list or table: that may hang on the one before, without an empty line."""

    text: str
    hangs: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Both:
    """What two people made of one paragraph. Empty: nothing, or took it out."""

    theirs: str
    mine: str
    hangs: bool = field(default=False, compare=False)

    @property
    def text(self) -> str:
        """Either, to see what kind of paragraph it is."""
        return self.theirs or self.mine


Merged: TypeAlias = list[Paragraph | Both]


def merge(base: str | None, mine: str, theirs: str) -> Merged:
    """Both texts as one. Without `base`, the text that both began from, all that differs stays in both versions."""
    if base is None:
        return _side_by_side(paragraphs(mine), paragraphs(theirs))
    return _merged(paragraphs(base), paragraphs(mine), paragraphs(theirs))


def is_clean(merged: Merged) -> bool:
    return not any(isinstance(piece, Both) for piece in merged)


def joined(merged: Merged, told: Callable[[Both], str] = lambda both: both.mine) -> str:
    """The text; what two people made of one paragraph as `told` says it."""
    written = []
    before: Paragraph | Both | None = None
    for piece in merged:
        gap = "" if before is None else "\n" if piece.hangs and is_row(before.text) else "\n\n"
        written.append(gap + (told(piece) if isinstance(piece, Both) else piece.text))
        before = piece
    return "".join(written)


def is_row(text: str) -> bool:
    """A line of a list or table."""
    return bool(_ROW.match(text))


def paragraphs(text: str) -> list[Paragraph]:
    """Parted at empty lines, but for those inside of a block of code."""
    return [piece for block in _blocks(text) for piece in _rows(block)]


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    fence = ""
    for line in text.split("\n"):
        fence = _fence_after(line, fence)
        if line.strip() or fence:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _fence_after(line: str, fence: str) -> str:
    """What will end the block of code that we are in after this line; empty outside."""
    if not fence:
        opened = _FENCE.match(line)
        return opened[1] if opened else ""
    words = line.strip()
    return "" if words.startswith(fence) and not words.strip(fence[0]) else fence


def _rows(block: list[str]) -> Iterator[Paragraph]:
    """The rows of a list or table, each with its lines that stand further in; else the block as it is."""
    if not is_row(block[0]) or not all(is_row(line) or line[:1].isspace() for line in block):
        yield Paragraph("\n".join(block))
        return
    starts = [number for number, line in enumerate(block) if is_row(line)]
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        yield Paragraph("\n".join(block[start:end]), hangs=start > 0)


class _Side:
    """What one person did to the base."""

    def __init__(self, base: list[Paragraph], now: list[Paragraph]) -> None:
        # Of each paragraph of the base: what became of it, or None.
        self.became: list[Paragraph | None] = [None] * len(base)
        # Before each paragraph of the base, and at the end: what is new there.
        self.added: list[list[Paragraph]] = [[] for _ in range(len(base) + 1)]
        at = 0
        for before, after in paired(_texts(base), _texts(now)):
            if before is not None:
                self.became[before] = None if after is None else now[after]
                at = before + 1
            elif after is not None:
                self.added[at].append(now[after])


def _merged(base: list[Paragraph], mine: list[Paragraph], theirs: list[Paragraph]) -> Merged:
    me, them = _Side(base, mine), _Side(base, theirs)
    merged: Merged = []
    for place, before in enumerate(base):
        merged += _together(me.added[place], them.added[place])
        merged += _decided(before, me.became[place], them.became[place])
    return merged + _together(me.added[-1], them.added[-1])


def _together(mine: list[Paragraph], theirs: list[Paragraph]) -> Merged:
    """What both added in one place: all of it, and what both added alike once."""
    merged: Merged = []
    i = j = 0
    for one, other in [*matching(_texts(theirs), _texts(mine)), (len(theirs), len(mine))]:
        merged += [*theirs[i:one], *mine[j:other], *theirs[one : one + 1]]
        i, j = one + 1, other + 1
    return merged


def _decided(before: Paragraph, mine: Paragraph | None, theirs: Paragraph | None) -> Merged:
    if mine and theirs and mine != before != theirs != mine:
        return [Both(theirs.text, mine.text, before.hangs)]
    if mine and theirs:
        hangs = mine.hangs if mine.hangs != before.hangs else theirs.hangs
        return [Paragraph((theirs if mine == before else mine).text, hangs)]
    if mine and mine != before:
        return [Both("", mine.text, before.hangs)]
    if theirs and theirs != before:
        return [Both(theirs.text, "", before.hangs)]
    return []


def _side_by_side(mine: list[Paragraph], theirs: list[Paragraph]) -> Merged:
    merged: Merged = []
    for one, other in paired(_texts(theirs), _texts(mine)):
        hers = theirs[one].text if one is not None else ""
        own = mine[other].text if other is not None else ""
        merged.append(mine[other] if other is not None and own == hers else Both(hers, own))
    return merged


def _texts(pieces: list[Paragraph]) -> list[str]:
    return [piece.text for piece in pieces]
