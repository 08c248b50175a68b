"""What a page says of the hours to which it is narrowed, and where one chooses others or a zone."""

from typing import Any
from urllib.parse import parse_qsl

from django.utils.translation import pgettext

from space.accounts.forms.preferences import zones
from space.accounts.readers import Reader
from space.events.lists.asked import Asked
from space.events.lists.hours import WAKING, Hours, clock_of
from space.events.shown.saying import place_of
from space.languages.numerals import numerals

# As early birds and night owls live.
_OFFERED = ("6-20", "7-21", WAKING, "9-23", "10-24")


def hours_of(asked: Asked, reader: Reader) -> dict[str, Any] | None:
    """Nothing where no hours are asked for."""
    hours = Hours.of(asked.wanted.hours)
    if hours is None:
        return None
    zone = clock_of(asked.wanted.zone, reader)
    address, _, query = asked.url(wanted=asked.wanted.but(hours="", zone="")).partition("?")
    offered = dict.fromkeys((*_OFFERED, str(hours)))
    return {
        "said": _said(hours, zone) if zone else "",
        "here": str(hours),
        "offered": [(one, _from_to(found)) for one in offered if (found := Hours.of(one))],
        "zone": zone,
        "zones": [("", [("UTC", pgettext("time zone", "Universal time (UTC)"))]), *zones()[1:]],
        "address": address,
        "kept": parse_qsl(query),
    }


def _said(hours: Hours, zone: str) -> str:
    told = pgettext(
        "calendar",
        "Online events that begin and end between {first} and {last} by the clock of {place}, and those that last a "
        "day or longer.",
    )
    place = "UTC" if zone == "UTC" else place_of(zone)
    return told.format(first=_hour(hours.first), last=_hour(hours.last), place=place)


def _from_to(hours: Hours) -> str:
    return f"{_hour(hours.first)}–{_hour(hours.last)}"


def _hour(hour: int) -> str:
    return numerals(f"{hour:02}:00")
