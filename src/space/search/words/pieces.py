"""A text cut into what can be looked for."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from space.search.words.folding import fold, upright

# Scripts that set no spaces between words: Thai, Lao, Myanmar, Hangul, Khmer, Kana, Han.
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u19e0-\u19ff\u3005-\u3007\u303b\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_ANY_DENSE = re.compile(f"[{_DENSE}]")
_APART = re.compile(f"([{_DENSE}]+)|([^{_DENSE}]+)")
_PLAIN = re.compile("[a-z0-9]+")
_ALPHABETS = ((0x30, 0x250), (0x400, 0x530), (0x1E00, 0x1F00))
# Nobody looks for a longer word, and an index holds none. A sign with more marks than these is a play with letters.
LONGEST, _MOST_MARKS = 60, 8


class Piece(NamedTuple):
    """A word, or a run of signs that stand together where words have no spaces."""

    # As it stands there, in small letters, with its accents.
    word: str
    # Each sign of a run, with the marks that belong to it; empty for a word.
    signs: tuple[str, ...]
    # Where it stood, in the upright text.
    start: int
    end: int

    @property
    def pairs(self) -> list[str]:
        """Two signs after each other, at every place of the run; then the last one alone."""
        following = (*self.signs[1:], "")[: len(self.signs)]
        return [one + other for one, other in zip(self.signs, following, strict=True)]


def pieces(text: str, lang: str = "") -> Iterator[Piece]:
    """Words and runs in order."""
    clean = upright(text, lang).replace("_", " ")
    for found in (_PLAIN if clean.isascii() else _words()).finditer(clean):
        if _ANY_DENSE.search(found[0]):
            yield from _apart(found[0], found.start())
        elif fold(found[0][:LONGEST]):
            yield Piece(found[0][:LONGEST], (), *found.span())


class Span(NamedTuple):
    """Where a word stands in a text as it is, or a single sign of a run."""

    start: int
    end: int
    is_sign: bool


def spans(text: str) -> Iterator[Span]:
    """Places of words, and of each sign of a run; nothing of the text is changed."""
    for token in _words().finditer(text.replace("_", " ")):
        for part in _APART.finditer(token[0]):
            start = token.start() + part.start()
            if part[2]:
                yield Span(start, start + len(part[2]), is_sign=False)
            else:
                for sign in _sign().finditer(part[1]):
                    yield Span(start + sign.start(), start + sign.end(), is_sign=True)


def words_in(text: str, begin: frozenset[str] | None = None) -> Iterator[re.Match[str]] | None:
    """Places of words where there is not a single run, which costs less; None where there are some.

    `begin`: only words that, folded, may begin with one of these letters; all that nobody knows so much of are there.
    """
    if _ANY_DENSE.search(text):
        return None
    words = _words() if begin is None else _words_with(begin)
    return words.finditer(text.replace("_", " "))


def _apart(token: str, start: int) -> Iterator[Piece]:
    """Where a run and a word touch, as in WiFi設定."""
    for found in _APART.finditer(token):
        run, word = found.groups()
        at = start + found.start(), start + found.end()
        if word and fold(word[:LONGEST]):
            yield Piece(word[:LONGEST], (), *at)
        elif run and (signs := tuple(filter(None, map(fold, _sign().findall(run))))):
            yield Piece(run, signs, *at)


@cache
def _words() -> re.Pattern[str]:
    """Python's own idea of a letter leaves out the vowel signs of Devanagari, Arabic and others."""
    return re.compile(rf"[\w{_marks()}\u200c\u200d]+")


@lru_cache(maxsize=500)
def _words_with(begin: frozenset[str]) -> re.Pattern[str]:
    first = "".join(re.escape(sign) for sign, letter in _letters().items() if letter in begin)
    known, rest = "".join(map(re.escape, _letters())), rf"[\w{_marks()}\u200c\u200d]"
    begun = rf"(?:[{first}]|(?![{known}]){rest})" if first else rf"(?![{known}]){rest}"
    return re.compile(rf"(?<!{rest}){begun}{rest}*")


@cache
def _letters() -> dict[str, str]:
    """Digits and letters of Latin and Cyrillic with the letter as which each begins a word."""
    signs = (chr(code) for first, last in _ALPHABETS for code in range(first, last))
    folded = {sign: fold(upright(sign))[:1] for sign in signs if sign.isalnum()}
    return {sign: letter for sign, letter in folded.items() if letter}


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"\w[{_marks()}]{{0,{_MOST_MARKS}}}")


@cache
def _marks() -> str:
    """All combining marks, as they stand in brackets."""
    found, ranges = [c for c in range(0x300, 0x1F000) if unicodedata.category(chr(c))[0] == "M"], []
    first = last = found[0]
    for code in [*found[1:], 0]:
        if code != last + 1:
            ranges.append(f"{chr(first)}-{chr(last)}")
            first = code
        last = code
    return "".join(ranges)
