"""Which languages a list, a search or a feed is narrowed to: what its address says, or what its reader has switched to.

In addresses it is `languages=fr,ar`, `languages=mine` or `languages=all`, and has one spelling.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from space.languages.table import bcp47, canonical, choices

MINE, ALL = "mine", "all"
# More than anybody asks for at once; what comes after is left out.
AT_MOST = 8
# Codes of one language that do not share their first part.
_SAME = (frozenset({"nb", "no"}),)


@dataclass(frozen=True)
class Choice:
    """What is shown: only `codes`, or all languages where there are none."""

    codes: tuple[str, ...] = ()
    # As it stands in the address, in its one spelling.
    asked: str = ""
    # The reader's own languages, because of the address or of the switch.
    is_mine: bool = False

    @property
    def also(self) -> tuple[str, ...]:
        """The codes of texts that are shown: variants of a language are read by who reads it."""
        return with_kin(self.codes)

    @property
    def shown(self) -> frozenset[str]:
        """The same, with texts whose language nobody knows: they are never hidden."""
        return frozenset(("", *self.also)) if self.codes else frozenset()


def choice(asked: str, reads: Iterable[str] = (), *, remembered: bool = False) -> Choice:
    """From what an address asks for, what one reads, and whether one has switched this list to one's own languages."""
    asked = spelled(asked)
    if asked == MINE or (remembered and not asked):
        codes = tuple(reads)
        return Choice(codes, asked, is_mine=bool(codes))
    return Choice(() if asked == ALL else tuple(filter(None, asked.split(","))), asked)


def spelled(asked: str) -> str:
    """The one spelling of what an address asks for; nothing for what means nothing."""
    if asked in {MINE, ALL}:
        return asked
    codes = {canonical(code) for code in asked.split(",")[: 2 * AT_MOST]} - {""}
    return ",".join(sorted(codes)[:AT_MOST])


@lru_cache(maxsize=2_000)
def with_kin(codes: tuple[str, ...]) -> tuple[str, ...]:
    """These languages and their variants: who reads `zh-hant` reads what is known to be Chinese."""
    return tuple(dict.fromkeys(kin for code in codes for kin in (code, *_kin().get(_first_part(code), ()))))


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    """Languages that are variants of one another, by what they share."""
    families: dict[str, list[str]] = {}
    for one in choices():
        families.setdefault(_first_part(one.code), []).append(one.code)
    for same in _SAME:
        families.update(dict.fromkeys(same, sorted(same)))
    return {part: tuple(codes) for part, codes in families.items() if len(codes) > 1}


def _first_part(code: str) -> str:
    return bcp47(code).split("-")[0]
