"""A text as the gate reads it: without case, accents, width, look-alike letters and what nobody sees.

Each character that is left knows where it came from, so that what was found can be replaced in the text itself.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from space.accounts.lookalikes import skeleton

# Digits and signs that stand for a letter when they stand beside one.
_STANDS_FOR = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
_DIGITS = frozenset("0123456789")
# Four letters and more with something between each two of them.
_SPELT_OUT = re.compile(r"(?<!\w)\w(?:[ ._*\-]\w){3,}(?!\w)")


class Folded(NamedTuple):
    text: str
    # Where each character of it stands in what was folded.
    origins: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From where to where it is in what was folded."""
        return self.origins[start], self.origins[end - 1] + 1


def fold(text: str) -> Folded:
    kept: list[str] = []
    origins: list[int] = []
    for at, character in enumerate(text):
        plain = _beside_letters(text, at) if character in _STANDS_FOR else _plain(character)
        kept.append(plain)
        origins += [at] * len(plain)
    return _put_together("".join(kept), origins)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _DIGITS or character.isspace():
        return " " if character.isspace() else character
    return skeleton(character)


def _beside_letters(text: str, at: int) -> str:
    """What a digit or sign stands for: a letter between letters, itself elsewhere."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalpha() and after.isalpha():
        return _STANDS_FOR[text[at]]
    leads = text[at] != "!" and (before.isalpha() or after.isalpha())
    return _STANDS_FOR[text[at]] if leads and text[at] in "@$" else text[at]


def _put_together(text: str, origins: list[int]) -> Folded:
    """Words that are spelt out, as one."""
    gone: set[int] = set()
    for found in _SPELT_OUT.finditer(text):
        gone.update(range(found.start() + 1, found.end(), 2))
    if not gone:
        return Folded(text, tuple(origins))
    kept = [at for at in range(len(text)) if at not in gone]
    return Folded("".join(text[at] for at in kept), tuple(origins[at] for at in kept))
