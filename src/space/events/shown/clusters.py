"""All points of a filter as few clusters on one sheet: what lies close together is one, with its number."""

from collections import defaultdict
from dataclasses import dataclass
from math import log10
from typing import Any, NamedTuple

from space.accounts.readers import NOBODY
from space.community import units
from space.events.lists.mapped import MapAsked, points
from space.events.models import Event
from space.events.shown.entries import event_url
from space.languages.numerals import numerals
from space.places.drawing import on_sheet

# Of the sheet: what lies in one square of so many units is one cluster.
_SQUARE = 96
# A thousand is as large as a cluster becomes.
ALONE, _SMALLEST, _LARGEST = 20, 32, 66
# At which a map that moves shows what one cluster holds.
_ZOOM = 5


class Cluster(NamedTuple):
    x: int
    y: int
    radius: int
    events: int
    # In the digits of the language; nothing for what stands alone.
    number: str
    url: str
    label: str


@dataclass(frozen=True)
class _Point:
    event: int
    latitude: float
    longitude: float


def clusters(asked: MapAsked) -> list[Cluster]:
    """As everybody sees them, the largest first: small ones lie above. Two questions to the database."""
    squares: dict[tuple[int, int], list[_Point]] = defaultdict(list)
    for event, latitude, longitude, _ in points(asked, NOBODY):
        x, y = on_sheet(latitude, longitude)
        squares[x // _SQUARE, y // _SQUARE].append(_Point(event, latitude, longitude))
    alone = _told([held[0].event for held in squares.values() if len(held) == 1])
    ordered = sorted(squares.values(), key=len, reverse=True)
    return [
        _of_one(held[0], alone) if len(held) == 1 else _of_many(asked, held)
        for held in ordered
        if len(held) > 1 or held[0].event in alone
    ]


def _of_one(point: _Point, told: dict[int, tuple[str, str]]) -> Cluster:
    title, slug = told[point.event]
    x, y = on_sheet(point.latitude, point.longitude)
    return Cluster(x, y, ALONE, 1, "", event_url(slug, point.event), title)


def _of_many(asked: MapAsked, held: list[_Point]) -> Cluster:
    """In the middle of what it holds; its link leads to the map that moves, there."""
    latitude = sum(one.latitude for one in held) / len(held)
    longitude = sum(one.longitude for one in held) / len(held)
    share = min(log10(len(held)) / 3, 1.0)
    return Cluster(
        *on_sheet(latitude, longitude),
        round(_SMALLEST + (_LARGEST - _SMALLEST) * share),
        len(held),
        numerals(str(len(held))),
        f"{asked.url()}#{_ZOOM}/{latitude:.2f}/{longitude:.2f}",
        numerals(units.events(len(held))),
    )


def _told(pks: list[int]) -> dict[int, tuple[str, str]]:
    rows: Any = Event.objects.visible_to(NOBODY).filter(pk__in=pks)
    return {pk: (title, slug) for pk, title, slug in rows.values_list("pk", "topic__title", "topic__slug")}
