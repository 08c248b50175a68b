"""Countries and territories: their codes (ISO 3166-1), and what they are called in the languages of the interface."""

import re
from functools import cache
from importlib.resources import files

from django.utils.translation import get_language, pgettext

from space.kit.folding import folded

# Not a country: what concerns everybody.
WORLD = "world"
_COMMAS = re.compile("[,،、，；;]")


def region_name(code: str) -> str:
    """In the language of the page; the code itself where nobody knows it."""
    if code == WORLD:
        return pgettext("region", "The whole world")
    return _names(_page()).get(code, code)


def regions() -> list[tuple[str, str]]:
    """The world, then all countries as they are called in the language of the page, in the order of their names."""
    countries = sorted(_names(_page()).items(), key=lambda one: _plain(one[1]))
    return [(WORLD, region_name(WORLD)), *countries]


def find_region(typed: str) -> str:
    """The code of a region by its code, its name in the language of the page or in another; empty where unknown."""
    wanted = _plain(typed)
    here = {_plain(name): code for code, name in regions()}
    if code := here.get(wanted):
        return code
    if wanted.upper() in _names("en"):
        return wanted.upper()
    return WORLD if wanted == WORLD else _by_any_name().get(wanted, "")


def find_regions(typed: str) -> tuple[list[str], list[str]]:
    """The codes of several with commas between them, and the words that no region has for its name."""
    words = filter(None, (" ".join(word.split()) for word in _COMMAS.split(typed)))
    found = {word: find_region(word) for word in words}
    return list(dict.fromkeys(filter(None, found.values()))), [word for word in found if not found[word]]


def regions_like(typed: str, most: int) -> list[tuple[str, str]]:
    """Those of which a word begins so; first those that themselves do."""
    wanted = _plain(typed)
    found = [one for one in regions() if f" {_plain(one[1])}".find(f" {wanted}") >= 0]
    return sorted(found, key=lambda one: not _plain(one[1]).startswith(wanted))[:most]


def _plain(typed: str) -> str:
    return " ".join(folded(typed.replace("’", "'")).replace("-", " ").split())


def _page() -> str:
    return (get_language() or "en").split("-")[0]


@cache
def _table() -> dict[str, dict[str, str]]:
    """By language, then by code."""
    text = files("space.languages").joinpath("regions.tsv").read_text("utf-8")
    head, *rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {
        language: {row[0]: row[column] for row in rows} for column, language in enumerate(head[1:], start=1)
    }


def _names(page: str) -> dict[str, str]:
    return _table().get(page) or _table()["en"]


@cache
def _by_any_name() -> dict[str, str]:
    return {_plain(name): code for names in _table().values() for code, name in names.items()}
