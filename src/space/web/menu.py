"""What the bar on top, the person's menu and the foot link to. Apps register; only what is built is there."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Item:
    label: str | Promise
    url_name: str
    order: int
    icon: str = ""


class Shown(NamedTuple):
    label: str
    url: str
    icon: str
    current: bool


_places: dict[str, list[Item]] = defaultdict(list)


def register(place: str, label: str | Promise, url_name: str, *, order: int, icon: str = "") -> None:
    """`place` is main, person or foot. Called from `ready()`."""
    _places[place].append(Item(label, url_name, order, icon))
    _places[place].sort(key=lambda item: item.order)


_doors: dict[str, str] = {}


def door(name: str, url_name: str) -> None:
    """An address that the shell itself leads to: join, sign_in, sign_out, language, search."""
    _doors[name] = url_name


def doors() -> dict[str, str]:
    return {name: _address(url_name) for name, url_name in _doors.items()}


def shown(place: str, path: str) -> list[Shown]:
    """The items of a place; the one whose pages we are on is marked."""
    marks = zip(_places[place], marked(place, path), strict=True)
    return [Shown(str(item.label), _address(item.url_name), item.icon, current) for item, current in marks]


def marked(place: str, path: str) -> tuple[bool, ...]:
    """For each item of a place, whether we are on its pages."""
    addresses = (_address(item.url_name) for item in _places[place])
    return tuple(path.startswith(url) and url != "/" for url in addresses)


@cache
def _address(url_name: str) -> str:
    return reverse(url_name)
