"""Things of ours to which a text leads, alone in a paragraph, are shown as cards, as they are now."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from space.accounts.readers import Reader

_AT_MOST = 10


class Card(NamedTuple):
    html: str
    topic: int


class Embedded(NamedTuple):
    html: SafeString
    # Which topics it tells of: whoever keeps the page has to know.
    topics: tuple[int, ...] = ()


Cards = Callable[[list[int], Reader], dict[int, Card]]
_known: list[tuple[re.Pattern[str], Cards]] = []


def register(address: str, cards: Cards) -> None:
    """Called from `ready()`. `address` is a pattern with one group, the id; `cards` gives those that a reader sees."""
    # As markup makes it of an address alone in its paragraph; its words are a title or the address.
    alone = rf'<p><a href="[^"]*/(?:{address})/?"[^>]*>[^<]*</a></p>'
    _known.append((re.compile(alone), cards))


def with_cards(html: SafeString, reader: Reader) -> Embedded:
    """Those that this reader may see; a link to any other stays as it was written. No question where there are none."""
    topics: list[int] = []
    for alone, cards in _known:
        asked = list(dict.fromkeys(int(pk) for pk in alone.findall(html)))[:_AT_MOST]
        if asked:
            made = cards(asked, reader)
            html = mark_safe(alone.sub(partial(_card, made), html))
            topics += [card.topic for card in made.values()]
    return Embedded(html, tuple(topics))


def _card(made: dict[int, Card], found: re.Match[str]) -> str:
    card = made.get(int(found[1]))
    return card.html if card else found[0]
