"""The map: a sheet with as many dots as the list beside it has places, and what one that moves asks for."""

from typing import Any

from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.events.lists.mapped import Box, MapAsked, inside, on_map
from space.events.lists.mapped import years as years_of
from space.events.models import Occurrence
from space.events.models.occurrences import OccurrenceQuerySet
from space.events.shown.rows import Row, row_of
from space.languages.numerals import numerals
from space.places.drawing import Marker, World, world
from space.places.finding import find

LISTED = 40
# Half of what a map shows at the zoom of a place, in degrees.
_WIDE, _HIGH = 5.0, 3.0


def beside(asked: MapAsked, reader: Reader, box: Box | None = None) -> dict[str, Any]:
    """The next of each event in a part of the world, or in all of it, the soonest first."""
    rows = on_map(asked, reader)
    if box is not None:
        rows = inside(rows, box)
    found = _soonest(rows, past=bool(asked.year))
    shown = found[:LISTED]
    return {
        "rows": [row_of(one, reader) for one in shown],
        "found": shown,
        "told": _told(shown, more=len(found) > LISTED, is_part=box is not None),
    }


def still(rows: list[Row], found: list[Occurrence]) -> World:
    """The same on one sheet. Later ones lie below the sooner ones."""
    markers = [
        Marker(one.event.latitude or 0.0, one.event.longitude or 0.0, row.url, f"{row.title} · {row.day}")
        for row, one in zip(rows, found, strict=True)
    ]
    return world(reversed(markers), pgettext("map", "Where the events of the list take place"))


def years(asked: MapAsked) -> list[dict[str, Any]]:
    """What is to come, and each year of what took place, as links."""
    coming = {"label": pgettext("map", "To come"), "url": asked.url(year=0), "is_here": not asked.year}
    past = [
        {"label": numerals(year), "url": asked.url(year=year), "is_here": year == asked.year}
        for year in dict.fromkeys((*years_of.get(), *([asked.year] if asked.year else [])))
    ]
    return [coming, *past]


def place_asked(typed: str) -> dict[str, str]:
    """Where the map stands after somebody looked for a place: its name and middle, or that nothing was found."""
    if not typed:
        return {}
    found = find(typed[:100], most=1)
    if not found:
        return {"missing": typed[:100]}
    place = found[0].place
    return {"name": found[0].label, "at": f"{place.latitude},{place.longitude},7"}


def around(place: dict[str, str]) -> Box | None:
    """What is in view around a place that somebody looked for, as near as one can say without their screen."""
    if "at" not in place:
        return None
    latitude, longitude, _ = map(float, place["at"].split(","))
    return Box(longitude - _WIDE, latitude - _HIGH, longitude + _WIDE, latitude + _HIGH)


def _soonest(rows: OccurrenceQuerySet, *, past: bool) -> list[Occurrence]:
    """One date an event: of what is to come the first, of what was the last."""
    order = "-starts_at" if past else "starts_at"
    first = rows.order_by("event_id", order).distinct("event_id").values("pk")
    return list(rows.filter(pk__in=first).with_event().order_by(order, "pk")[: LISTED + 1])


def _told(shown: list[Occurrence], *, more: bool, is_part: bool) -> str:
    if not shown:
        return pgettext("map", "No event in this part of the map.") if is_part else ""
    if more:
        told = npgettext("map", "The first event of many", "The first %(n)d events of many", len(shown))
    else:
        told = npgettext("map", "%(n)d event", "%(n)d events", len(shown))
    return numerals(told % {"n": len(shown)})
