"""The languages of the movement, by the codes that MediaWiki uses."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

Direction = Literal["ltr", "rtl", "auto"]

_DIRECTIONS: dict[str, Direction] = {"": "ltr", "r": "rtl"}
_VARIANTS = ("-formal", "-informal")


@dataclass(frozen=True, slots=True)
class Language:
    """One language as MediaWiki knows it.

    `code` is for addresses and the database, `bcp47` for the `lang` attribute: they differ
    (`be-x-old` is `be-tarask`, `als` is Alemannic and not Albanian).
    """

    code: str
    bcp47: str
    direction: Direction
    autonym: str
    name: str
    fallbacks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.autonym


# A text whose language nobody told: `lang=""` says just that to a browser.
UNKNOWN = Language(code="", bcp47="", direction="auto", autonym="", name="")


@cache
def _table() -> dict[str, Language]:
    """Read on first use: a process that asks for no language pays nothing."""
    lines = files("space.languages").joinpath("languages.tsv").read_text("utf-8").splitlines()
    return {one.code: one for one in map(_parsed, lines) if one.code}


def _parsed(line: str) -> Language:
    if line.startswith("#"):
        return UNKNOWN
    code, tag, way, autonym, name, others = line.split("\t")
    return Language(code, tag or code, _DIRECTIONS[way], autonym, name or autonym, tuple(others.split()))


@cache
def _by_tag() -> dict[str, str]:
    """Codes by their BCP 47 tag in lower case, where that is not itself a code."""
    return {one.bcp47.lower(): one.code for one in _table().values() if one.bcp47.lower() not in _table()}


def _clean(code: str) -> str:
    return code.strip().lower().replace("_", "-")


def known(code: str) -> bool:
    """Whether this is a code or tag of ours, in any case, with hyphens or underscores."""
    return language(code) is not UNKNOWN


def language(code: str) -> Language:
    """Find by MediaWiki code, else by BCP 47 tag; UNKNOWN for all else, so that a page never fails on it."""
    one = _table().get(code)
    if one is None:
        clean = _clean(code)
        one = _table().get(clean) or _table().get(_by_tag().get(clean, ""), UNKNOWN)
    return one


def canonical(code: str) -> str:
    """The one code to store: `zh-yue` becomes `yue`, `zh-Hant-TW` `zh-tw`; empty if we do not know it."""
    one = language(code)
    modern = one.bcp47.lower()
    return modern if modern in _table() else one.code


def autonym(code: str) -> str:
    """The language's name in itself, or the code where we have no name."""
    return language(code).autonym or code


def direction(code: str) -> Direction:
    return language(code).direction


def bcp47(code: str) -> str:
    """What to write into `lang`. Empty for a language we do not know."""
    return language(code).bcp47


def fallbacks(code: str) -> tuple[str, ...]:
    """What to try when there is nothing in this language: its chain, and in the end English."""
    chain = language(code).fallbacks
    return chain if code == "en" or "en" in chain else (*chain, "en")


@cache
def choices() -> tuple[Language, ...]:
    """Languages to offer people, by autonym: without old codes for the same language and polite variants."""
    offered = (one for one in _table().values() if _is_offered(one))
    return tuple(sorted(offered, key=lambda one: _folded(one.autonym)))


def _is_offered(one: Language) -> bool:
    return canonical(one.code) == one.code and not one.code.endswith(_VARIANTS)


def _folded(text: str) -> str:
    """For comparing what people type: no case, no accents on Latin, Greek and Cyrillic letters."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if unicodedata.category(c) != "Mn" or ord(c) > 0x36F).strip()


@cache
def _names() -> tuple[tuple[Language, tuple[str, ...]], ...]:
    return tuple((one, (*_codes()[one.code], _folded(one.autonym), _folded(one.name))) for one in choices())


@cache
def _codes() -> dict[str, list[str]]:
    """Every code and tag a language goes by, by the one we store."""
    codes: dict[str, list[str]] = {}
    for one in _table().values():
        codes.setdefault(canonical(one.code), []).extend([one.code, one.bcp47.lower()])
    return codes


def find(text: str, limit: int = 20, *, also: Mapping[str, str] = MappingProxyType({})) -> list[Language]:
    """Languages whose code, autonym, English or other name begins with (first) or holds the text.

    `also` has other names, by code.
    """
    wanted = _folded(text)
    if not wanted:
        return []
    ranked = sorted(_ranked(wanted, also), key=lambda pair: pair[0])
    return [one for _, one in ranked[:limit]]


def _ranked(wanted: str, also: Mapping[str, str]) -> Iterator[tuple[int, Language]]:
    for one, known_names in _names():
        names = (*known_names, _folded(also[one.code])) if one.code in also else known_names
        if wanted in names:
            yield 0, one
        elif any(name.startswith(wanted) for name in names):
            yield 1, one
        elif any(wanted in name for name in names[-3:]):
            yield 2, one
