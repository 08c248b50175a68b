"""What is known of a point that somebody sets by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from django.db import connection

from space.places.models import Place

# The country of a point is that of a place near it, up to so many kilometres. Looked for in circles, narrow ones first.
FARTHEST = 200.0
_CIRCLES = (20.0, 70.0, FARTHEST)
_OF_A_DEGREE = 111.2
_IN_BOX = """
SELECT id, latitude, longitude, time_zone FROM places_place
WHERE point(longitude, latitude) <@ box(point(%s, %s), point(%s, %s))
"""


@dataclass(frozen=True)
class Spot:
    """The next place, if one is near; the country, empty if we cannot say; the zone, at sea one of `Etc/`."""

    place: Place | None
    country: str
    time_zone: str


def nearest(latitude: float, longitude: float) -> Spot:
    """Near a border, a place in the same time zone says more of the country than a nearer one beyond it."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("There is no such point on Earth.")
    zone = zone_at(latitude, longitude)
    place = _nearest(latitude, longitude, zone)
    return Spot(place, place.country if place else "", zone)


def zone_at(latitude: float, longitude: float) -> str:
    """The IANA name. The shapes of all zones are read at the first question: 0.1 s and 30 MB."""
    import tzfpy

    return tzfpy.get_tz(longitude, latitude) or "UTC"


def _nearest(latitude: float, longitude: float, zone: str) -> Place | None:
    near: list[tuple[bool, float, int]] = []
    for circle in _CIRCLES:
        rows = _around(latitude, longitude, circle)
        away = [
            (where != zone, kilometres((latitude, longitude), (north, east)), pk)
            for pk, north, east, where in rows
        ]
        near = sorted(one for one in away if one[1] <= circle)
        if near and not near[0][0]:
            break
    return Place.objects.filter(pk=near[0][2]).first() if near else None


def _around(latitude: float, longitude: float, circle: float) -> list[tuple[Any, ...]]:
    high = circle / _OF_A_DEGREE
    wide = min(180.0, high / max(cos(radians(latitude)), 0.01))
    found: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for west, east in _spans(longitude - wide, longitude + wide):
            cursor.execute(_IN_BOX, [west, latitude - high, east, latitude + high])
            found += cursor.fetchall()
    return found


def _spans(west: float, east: float) -> Iterator[tuple[float, float]]:
    """From west to east; two stretches where the line lies between at which days change."""
    yield max(west, -180.0), min(east, 180.0)
    if west < -180:
        yield west + 360, 180.0
    if east > 180:
        yield -180.0, east - 360


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """As the crow flies, between two points of latitude and longitude."""
    (north, east), (to_north, to_east) = (map(radians, point) for point in (one, other))
    half = sin((to_north - north) / 2) ** 2 + cos(north) * cos(to_north) * sin((to_east - east) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(min(1.0, half)))
