"""What the map shows of what is asked for: points in columns, and the events of a part of the world."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self

from django.db.models import Q
from django.urls import reverse

from space.accounts.readers import NOBODY, Reader
from space.events.lists.asked import CALENDAR, SWITCH, YEARS, Asked
from space.events.lists.counted import EVENTS
from space.events.lists.wanted import Wanted
from space.events.models.occurrences import OccurrenceQuerySet
from space.events.numbers import PROTECTED_COUNTRIES
from space.events.shown.kinds import look_of
from space.kit import clock
from space.kit.fields import whole_number
from space.web.kept import Kept

MAP = (*CALENDAR, "year", "place")
# More than anybody looks through on a map.
_MOST_POINTS = 20_000


class Box(NamedTuple):
    """A part of the world. It may go over the line of dates: then its west lies east of its east."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class MapAsked(Asked):
    """The filters of the calendar, and a year of what took place instead of what is to come."""

    year: int = 0

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        year = whole_number(query.get("year"), digits=4) or 0
        asked = super().of({name: value for name, value in query.items() if name not in ("day", "view")})
        return replace(asked, view="map", year=year if year in YEARS else 0)

    def url(self, *, wanted: Wanted | None = None, year: int | None = None, **_: Any) -> str:
        """The same map with other filters, or of another year; 0 is what is to come."""
        return self.at(reverse("events:map"), wanted, year)

    def at(self, address: str, wanted: Wanted | None = None, year: int | None = None) -> str:
        """What the map asks for at another address, for the same filters and year."""
        year = self.year if year is None else year
        return (self.wanted if wanted is None else wanted).at(address, year=str(year or ""))


def on_map(asked: MapAsked, reader: Reader) -> OccurrenceQuerySet:
    """What takes place at a point that may be told, each of its dates; another place of one date has no point."""
    rows = asked.wanted.occurrences(reader, narrowed=SWITCH in reader.narrowed).taking_place()
    rows = rows.filter(event__latitude__isnull=False, event__is_on_site=True, place="")
    rows = rows.exclude(event__country__in=PROTECTED_COUNTRIES())
    if not asked.year:
        return rows.filter(ends_at__gt=clock.now())
    first, after = datetime(asked.year, 1, 1, tzinfo=UTC), datetime(asked.year + 1, 1, 1, tzinfo=UTC)
    return rows.filter(starts_at__gte=first, starts_at__lt=after, ends_at__lte=clock.now())


def inside(rows: OccurrenceQuerySet, box: Box) -> OccurrenceQuerySet:
    rows = rows.filter(event__latitude__range=(box.south, box.north))
    if box.east - box.west >= 360:
        return rows
    west, east = _wrapped(box.west), _wrapped(box.east)
    if west <= east:
        return rows.filter(event__longitude__range=(west, east))
    return rows.filter(Q(event__longitude__gte=west) | Q(event__longitude__lte=east))


def box_of(typed: str) -> Box | None:
    """West, south, east and north with commas between them; None for anything else."""
    try:
        numbers = [float(part) for part in typed[:100].split(",")]
        box = Box(*numbers)
    except (ValueError, TypeError):
        return None
    return box if all(abs(number) <= 1000 for number in numbers) else None


def columns(asked: MapAsked, reader: Reader) -> dict[str, list[int]]:
    """Each event once: its id, latitude and longitude in hundredths of a degree, and the tone of its type.

    From south to north, latitudes as steps from one to the next, so that they are small and alike.
    """
    found = points(asked, reader)
    rows = sorted((round(100 * lat), round(100 * lon), pk, types) for pk, lat, lon, types in found)
    lats = [lat for lat, *_ in rows]
    return {
        "ids": [pk for _, _, pk, _ in rows],
        "lat": [lat - before for lat, before in zip(lats, [0, *lats], strict=False)],
        "lon": [lon for _, lon, _, _ in rows],
        "tone": [look_of(types).tone for *_, types in rows],
    }


def points(asked: MapAsked, reader: Reader) -> list[tuple[int, float, float, list[str]]]:
    """Each event once: its id, latitude and longitude, and its types."""
    names = ("event_id", "event__latitude", "event__longitude", "event__types")
    rows = on_map(asked, reader).order_by("event_id").distinct("event_id")
    return list(rows.values_list(*names)[:_MOST_POINTS])


def _years() -> list[int]:
    rows = Wanted().occurrences(NOBODY).filter(ends_at__lte=clock.now(), event__latitude__isnull=False)
    return sorted({day.year for day in rows.dates("first_day", "year")}, reverse=True)


# Those in which something public took place, the newest first: looked for when an event changes.
years: Kept[list[int]] = Kept(EVENTS, _years)


def _wrapped(longitude: float) -> float:
    return (longitude + 180) % 360 - 180
