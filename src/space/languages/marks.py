"""The two attributes that every text of a person carries on a page."""

from functools import lru_cache
from typing import NamedTuple

from space.languages.table import Direction, language


class Mark(NamedTuple):
    lang: str
    dir: Direction


@lru_cache(maxsize=1024)
def mark(code: str) -> Mark:
    """`lang` and `dir` for a text in this language. Unknown: `lang=""`, and browsers find the direction."""
    one = language(code)
    return Mark(one.bcp47, one.direction)
