"""What the bar on top, the person's menu and the foot link to. Apps register; only what is built is there."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Item:
    label: str | Promise
    url_name: str
    order: int
    icon: str = ""
    explanation: str | Promise = ""
    who: Callable[[Any], object] | None = None
    # Which key presses it (data-key), and what its address is made of.
    key: str = ""
    args: tuple[str, ...] = ()
    # How much waits there for a reader, in a few signs; nothing where nothing does.
    count: Callable[[Any], str] | None = None


class Shown(NamedTuple):
    label: str
    url: str
    icon: str
    current: bool
    explanation: str = ""
    key: str = ""
    waits: str = ""


_places: dict[str, list[Item]] = defaultdict(list)


def register(
    place: str,
    label: str | Promise,
    url_name: str,
    *,
    order: int,
    icon: str = "",
    explanation: str | Promise = "",
    who: Callable[[Any], object] | None = None,
    key: str = "",
    args: tuple[str, ...] = (),
    count: Callable[[Any], str] | None = None,
) -> None:
    """`place` is main, person, foot, preferences or administration. Called from `ready()`.

    `explanation` stands beside the link where there is room. `who` is a rule about the reader; in the bar
    only the person's menu asks it, because the rest is the same for everybody. `key` presses the link (data-key);
    in the place `keys` are links that nothing else does. `count` asks the database nothing: what waits comes with
    the reader.
    """
    _places[place].append(Item(label, url_name, order, icon, explanation, who, key, args, count))
    _places[place].sort(key=lambda item: item.order)


_doors: dict[str, tuple[str, ...]] = {}


def door(name: str, url_name: str, *args: str) -> None:
    """An address that the shell, forms and lists lead to: join, sign_in, language, people, guidelines, help_lists …"""
    _doors[name] = (url_name, *args)


def doors() -> dict[str, str]:
    return {name: _address(*address) for name, address in _doors.items()}


def counts(place: str, is_open: tuple[bool, ...], reader: Any) -> tuple[str, ...]:
    """For each item of a place that is open (`open_to`) to this reader, how much waits there."""
    found = zip(_places[place], is_open, strict=True)
    return tuple(item.count(reader) if item.count else "" for item, shown in found if shown)


def shown(place: str, path: str, reader: Any = None) -> list[Shown]:
    """The items of a place that are open to this reader; the one whose pages we are on is marked."""
    found = zip(_places[place], marked(place, path), open_to(place, reader), strict=True)
    return [_shown(item, current) for item, current, is_open in found if is_open]


def _shown(item: Item, current: bool) -> Shown:
    address = _address(item.url_name, *item.args)
    return Shown(str(item.label), address, item.icon, current, str(item.explanation), item.key)


def open_to(place: str, reader: Any) -> tuple[bool, ...]:
    """For each item of a place, whether this reader is shown it."""
    return tuple(item.who is None or bool(reader and item.who(reader)) for item in _places[place])


def marked(place: str, path: str) -> tuple[bool, ...]:
    """For each item of a place, whether we are on its pages."""
    addresses = (_address(item.url_name, *item.args) for item in _places[place])
    return tuple(path.startswith(url) and url != "/" for url in addresses)


@cache
def _address(url_name: str, *args: str) -> str:
    return reverse(url_name, args=args)
