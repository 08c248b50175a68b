"""Which events may be one and the same: at the same time in the same place, or under the same link or title.

Titles say it where they are in one language, in whatever script: they are compared letter by letter, folded. Where
they are not, time and place do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Any, Self

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Value

from space.accounts.readers import NOBODY
from space.events.models import Event, Occurrence
from space.kit import clock
from space.kit.folding import Letters, folded, letters

# Of what repeats its next dates stand for all; of a crowded day so many are looked at.
_DATES, _LOOKED_AT, _FOUND = 2, 200, 3
_HOUR, _ROUND_THE_WORLD = timedelta(hours=1), timedelta(hours=26)
# Kilometres within which it is one place, and from which on it is another town.
_HERE, _AWAY = 1.0, 50.0
# How alike titles are, from 0 to 1: for the same place, and without one.
_SAME_PLACE, _NO_PLACE = 0.25, 0.45
_COLUMNS = (
    "starts_at", "is_all_day", "first_day", "event__latitude", "event__longitude", "event__place",
    "event__country", "event__is_on_site", "event__online_url",
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """As much of a date of an event as it takes to compare it."""

    starts_at: datetime
    is_all_day: bool
    first_day: date
    latitude: float | None
    longitude: float | None
    place: str
    country: str
    is_on_site: bool
    online_url: str

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> Self:
        return cls(*row)


def alike_events(event: Event) -> list[int]:
    """Public events that are not of the same source, the most alike first."""
    mine = event.occurrences.filter(ends_at__gt=clock.now())
    soonest = mine.order_by("starts_at", "pk")
    found: dict[int, float] = {}
    for row in soonest.values_list(*_COLUMNS)[:_DATES]:
        one = Seen.of(row)
        for pk, other, titles in _around(event, one.starts_at):
            if are_alike(one, other, titles):
                found[pk] = max(found.get(pk, 0.0), titles)
    return sorted(found, key=lambda pk: -found[pk])[:_FOUND]


def _around(event: Event, moment: datetime) -> Iterator[tuple[int, Seen, float]]:
    """What begins about then: event, date, how alike the titles are."""
    rows = Occurrence.objects.visible_to(NOBODY).in_lists().taking_place()
    rows = rows.filter(starts_at__range=(moment - _ROUND_THE_WORLD, moment + _ROUND_THE_WORLD))
    rows = rows.exclude(event=event).filter(event__same_as=None)
    if source := getattr(getattr(event, "imported", None), "source_id", None):
        # One calendar knows its own events.
        rows = rows.exclude(event__imported__source=source)
    title: Any = Value(letters(event.topic.title))
    how = TrigramSimilarity(Letters("event__topic__title"), title)
    told = rows.annotate(titles=how).order_by("-titles").values_list("event", "titles", *_COLUMNS)
    for pk, titles, *row in told[:_LOOKED_AT]:
        yield pk, Seen.of(tuple(row)), titles


def are_alike(one: Seen, other: Seen, titles: float) -> bool:
    if not _at_once(one, other):
        return False
    if one.online_url and _plain(one.online_url) == _plain(other.online_url):
        return True
    if not (one.is_on_site and other.is_on_site):
        return titles >= _NO_PLACE
    near = _near(one, other)
    if near is None:
        return titles >= _NO_PLACE
    return near and titles >= (0.0 if one.starts_at == other.starts_at else _SAME_PLACE)


def _at_once(one: Seen, other: Seen) -> bool:
    """What lasts whole days for one is told with its hours by another."""
    if one.is_all_day or other.is_all_day:
        return one.first_day == other.first_day
    return abs(one.starts_at - other.starts_at) <= _HOUR


def _near(one: Seen, other: Seen) -> bool | None:
    """None where nobody can say."""
    if one.country and other.country and one.country != other.country:
        return False
    away = _kilometres(one, other)
    if away is not None:
        return True if away <= _HERE else False if away > _AWAY else None
    here, there = folded(one.place), folded(other.place)
    return True if here and there and (here in there or there in here) else None


def _kilometres(one: Seen, other: Seen) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 12_742 * asin(sqrt(min(1.0, half)))


def _plain(url: str) -> str:
    return url.partition("://")[2].partition("#")[0].rstrip("/").lower()
