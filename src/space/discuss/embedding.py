"""Things of ours to which a text leads, alone in a paragraph, are shown as cards, as they are now."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from space.accounts.readers import Reader

_AT_MOST = 10


class Card(NamedTuple):
    html: str
    # What it shows, as pages name it: `topic:7`.
    tags: tuple[str, ...]


class Embedded(NamedTuple):
    html: SafeString
    # What the cards show: whoever keeps the page has to know.
    tags: tuple[str, ...] = ()


Cards = Callable[[list[int], Reader], dict[int, Card]]
_in_stories: list[tuple[re.Pattern[str], Cards]] = []
_in_posts: list[tuple[re.Pattern[str], Cards]] = []


def register(address: str, cards: Cards, *, in_posts: bool = False) -> None:
    """Called from `ready()`. `address` is a pattern with one group, the id; `cards` gives those that a reader sees.

    Stories show all of them, posts those that are `in_posts`.
    """
    # As markup makes it of an address of ours alone in its paragraph; its words are a title or the address.
    alone = rf'<p><a href="(?:{re.escape(settings.ORIGIN)})?/(?:{address})/?"[^>]*>[^<]*</a></p>'
    for known in (_in_stories, _in_posts) if in_posts else (_in_stories,):
        known.append((re.compile(alone), cards))


def with_cards(html: SafeString, reader: Reader, *, in_posts: bool = False) -> Embedded:
    """Those that this reader may see; a link to any other stays as it was written. No question where there are none."""
    tags: list[str] = []
    for alone, cards in _in_posts if in_posts else _in_stories:
        asked = list(dict.fromkeys(int(pk) for pk in alone.findall(html)))[:_AT_MOST]
        if asked:
            made = cards(asked, reader)
            html = mark_safe(alone.sub(partial(_card, made), html))
            tags += [tag for card in made.values() for tag in card.tags]
    return Embedded(html, tuple(tags))


def _card(made: dict[int, Card], found: re.Match[str]) -> str:
    card = made.get(int(found[1]))
    return card.html if card else found[0]
