"""What a typed place is: a town that we know by name, with its country, its point and its zone."""

from collections.abc import Iterator
from dataclasses import dataclass

from space.events.when import is_zone
from space.places.finding import find
from space.places.found import Found
from space.places.models import Place
from space.places.pinning import zone_at
from space.places.words import words


@dataclass(frozen=True)
class Candidate:
    """One of several places of a name, as the form offers it."""

    pk: int
    name: str
    note: str


def called(typed: str, country: str) -> list[Found]:
    """Those that have just this name; a house or a park has none of them, and stays what was typed."""
    wanted = words(typed)
    return [one for one in find(typed, country=country) if wanted in set(_names(one))] if wanted else []


def _names(one: Found) -> Iterator[str]:
    """Alone, and with the country or the state behind it."""
    yield words(one.label)
    for name in (one.place.name, *one.place.names):
        yield words(name)
        for behind in filter(None, (one.country, one.region, one.place.country)):
            yield words(f"{name} {behind}")


def offered(found: list[Found]) -> list[Candidate]:
    return [Candidate(one.place.pk, one.place.name, one.note) for one in found]


def zone_of(place: Place | None, point: tuple[float, float] | None, country: str, own: str) -> str:
    """The zone of a place, of a point, or of a country that has one only; the reader's own if it is one of several."""
    if place is not None:
        return place.time_zone
    if point is not None:
        zone = zone_at(*point)
        return zone if is_zone(zone) else ""
    zones = set(
        Place.objects.filter(country=country).order_by().values_list("time_zone", flat=True).distinct()
    )
    if own in zones or len(zones) != 1:
        return own if own in zones or not zones else ""
    return zones.pop()
