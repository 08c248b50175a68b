"""The small words of a language: what is left of it in the shortest text, and what neighbours do not share."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# More words say nothing more.
_ENOUGH = 300


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))[:_ENOUGH]


def heard(words: Iterable[str]) -> Counter[str]:
    """How many of these words are small words of each language."""
    index = _small_words()
    return Counter(code for word in words for code in index.get(word, ()))


def is_of_one_piece(words: list[str], code: str) -> bool:
    """Whether no other language speaks in it too: by small words that this one does not have."""
    index = _small_words()
    known = [codes for word in words if (codes := index.get(word))]
    own = sum(code in codes for codes in known)
    foreign = Counter(other for codes in known if code not in codes for other in codes)
    return not foreign or max(foreign.values()) < max(2, own / 2)


def knows(code: str) -> bool:
    return code in _known()


def told_apart(words: Iterable[str], sisters: frozenset[str]) -> Counter[str]:
    """How many of these words only one of these sisters has."""
    whole, beginnings = _markers()
    found: Counter[str] = Counter()
    for word in words:
        found.update(code for code in whole.get(word, ()) if code in sisters)
        found.update(code for start, code in beginnings if code in sisters and word.startswith(start))
    return found


@cache
def _small_words() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for code, words in _read("small_words.tsv"):
        for word in words:
            index.setdefault(word, []).append(code)
    return index


@cache
def _known() -> frozenset[str]:
    return frozenset(code for code, _ in _read("small_words.tsv"))


@cache
def _markers() -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    whole: dict[str, list[str]] = {}
    beginnings = []
    for code, words in _read("markers.tsv"):
        for word in words:
            if word.endswith("*"):
                beginnings.append((word[:-1], code))
            else:
                whole.setdefault(word, []).append(code)
    return whole, beginnings


def _read(name: str) -> list[tuple[str, list[str]]]:
    lines = files("space.languages").joinpath(name).read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(code, words.split()) for code, words in pairs]
