"""Watched words: found in what is read of a text, however they are spelt."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from space.review.gate.folding import Folded, fold
from space.review.models import Does, WatchedWord
from space.web.kept import Kept

TAG = "watched-words"
# Scripts that are written without spaces: a word has no edges there.
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
# What is not theirs or no words to be read: quotes, addresses, files.
_UNREAD = re.compile(r"^>.*$|\S+://\S+|(?<=\]\()[^)\s]+|upload:\d+", re.MULTILINE)


@dataclass(frozen=True)
class Found:
    """A watched word in a text, from where to where."""

    word: WatchedWord
    start: int
    end: int


@dataclass(frozen=True)
class Swapped:
    """A watched word as somebody typed it, in whose place another stands."""

    typed: str
    word: WatchedWord


@dataclass(frozen=True)
class _Watched:
    word: WatchedWord
    pattern: re.Pattern[str]


def find(text: str, language: str) -> list[Found]:
    """All of them that hold for a text in this language."""
    words = [one for one in _kept.get() if _holds(one.word, language)]
    if not words or not text.strip():
        return []
    return list(_found(words, fold(text)))


def of(words: Iterable[WatchedWord], text: str, language: str) -> list[Found]:
    """The same with these words."""
    watched = [_watched(one) for one in words if _holds(one, language)]
    return list(_found(watched, fold(text)))


def replaced(text: str, language: str) -> tuple[str, list[Swapped]]:
    """A text as it was typed, with other words in place of those that are replaced; and which they were, the first
    first."""
    hidden = [found.span() for found in _UNREAD.finditer(text)]
    wanted = [
        one
        for one in find(text, language)
        if one.word.does == Does.REPLACE
        and not any(one.start < end and start < one.end for start, end in hidden)
    ]
    done: list[Swapped] = []
    after = len(text) + 1
    for one in sorted(wanted, key=lambda one: (-one.start, one.start - one.end)):
        if one.end <= after:
            done.append(Swapped(text[one.start : one.end], one.word))
            text = text[: one.start] + one.word.replacement + text[one.end :]
            after = one.start
    return text, done[::-1]


def _found(words: Iterable[_Watched], folded: Folded) -> Iterator[Found]:
    for one in words:
        for match in one.pattern.finditer(folded.text):
            yield Found(one.word, *folded.span(*match.span()))


def _holds(word: WatchedWord, language: str) -> bool:
    """Where nobody knows a text's language every word holds; `pt` holds for `pt-br`."""
    if not word.language or not language:
        return True
    return language == word.language or language.startswith(f"{word.language}-")


def _watched(word: WatchedWord) -> _Watched:
    parts = [re.escape(fold(part).text) for part in word.word.split()]
    inside = r"\s+".join(filter(None, parts)) or r"(?!)"
    edged = word.whole and not _NO_SPACES.search(word.word)
    return _Watched(word, re.compile(rf"(?<!\w){inside}(?!\w)" if edged else inside))


def _load() -> tuple[_Watched, ...]:
    return tuple(_watched(one) for one in WatchedWord.objects.filter(removed_at=None))


_kept: Kept[tuple[_Watched, ...]] = Kept(TAG, _load)
