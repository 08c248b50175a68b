"""Which names an `@` in a running text may begin. Names hold spaces, dots and any script."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# 85 characters, and the mark of local accounts.
LONGEST_NAME = 91
MOST_WORDS = 5

# Signs that no name holds, and two that begin something else in Markdown.
_FORBIDDEN = frozenset('#<>[]{}|/\n\t\\"`*')

# Scripts that set no spaces between words: a name there may end anywhere.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
)


@lru_cache(maxsize=4096)
def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def may_begin(content: str, place: int) -> bool:
    """Whether an `@` here begins a mention: not inside an e-mail address or another word."""
    before = content[place - 1] if place else " "
    if _UNSPACED.match(before):
        return True
    return not _is_letter(before) and before not in "@/:.=&%+-_"


def candidates(content: str, place: int) -> Iterator[str]:
    """Every name that the text after this `@` may mean, from short to long, as it is typed."""
    start = place + 1
    words = marks = 0
    if content[start : start + 1].isspace():
        return
    for end in range(start, min(len(content), start + LONGEST_NAME) + 1):
        if end > start and _may_end(content, start, end):
            yield content[start:end]
        char = content[end : end + 1]
        words += char == " "
        marks += char == "@"
        if not char or char in _FORBIDDEN or words >= MOST_WORDS or marks > 1:
            return


def _may_end(content: str, start: int, end: int) -> bool:
    last, following = content[end - 1], content[end : end + 1]
    if last in " _@":
        return False
    if not following or not _is_letter(following):
        return True
    return bool(_UNSPACED.match(last)) and not unicodedata.category(following).startswith("M")


def as_names(typed: str) -> tuple[str, str]:
    """The names that are looked up, in order: as typed, and with a capital, as all wiki names begin.

    Underscores are spaces, spaces are single.
    """
    name = " ".join(typed.replace("_", " ").split())
    return name, name[:1].upper() + name[1:]
