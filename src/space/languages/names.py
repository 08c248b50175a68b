"""What languages are called in the language of the page, as far as Django's own translations know them."""

from functools import lru_cache
from typing import NamedTuple

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language, get_language_info, override

from space.languages import table
from space.languages.table import Language, autonym, canonical, choices


class Offered(NamedTuple):
    """One of a list to choose from: what stands in the field, and what explains it."""

    value: str
    label: str


def find(text: str, limit: int = 20) -> list[Language]:
    """Languages by code, autonym, English name, or their name in the language of the page."""
    return table.find(text, limit, also=_names(get_language() or "en"))


def named(code: str) -> str:
    """How a language stands in a field: unmistakable, and readable for who speaks it."""
    return f"{autonym(code)} ({code})"


def offered() -> tuple[Offered, ...]:
    return _offered(get_language() or "en")


@lru_cache(maxsize=64)
def _offered(page: str) -> tuple[Offered, ...]:
    names = _names(page)
    return tuple(
        Offered(named(one.code), " · ".join({names.get(one.code, one.name): 1, one.name: 1}))
        for one in choices()
    )


@lru_cache(maxsize=64)
def _names(page: str) -> dict[str, str]:
    """By our codes."""
    with override(page):
        told = {
            canonical(code): str(get_language_info(code)["name_translated"])
            for code, info in LANG_INFO.items()
            if "name" in info
        }
    return {code: name for code, name in told.items() if code}
