"""A calendar is put together from texts that are ready: nothing is worked out when somebody asks for it."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar

from space.events.ics.zones import is_universal, vtimezone

CONTENT_TYPE = "text/calendar; charset=utf-8"
_PRODUCT = "-//Wikimedia Space//Events//EN"
_END = "END:VCALENDAR\r\n"
_AGAIN_AFTER = timedelta(hours=1)


def calendar_of(vevents: Iterable[str], zones: Iterable[str], *, name: str, address: str) -> str:
    """`zones` are those of the events, each of which is told once. `address` is where this calendar comes from."""
    told = (vtimezone(zone) for zone in sorted(set(zones)) if not is_universal(zone))
    return "".join([_head(name, address), *told, *vevents, _END])


def _head(name: str, address: str) -> str:
    made = Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    # Twice each, by the standard (RFC 7986) and as most programs knew it before.
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("refresh-interval", _AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    made.add("source", address, parameters={"VALUE": "URI"})
    told: bytes = made.to_ical()
    return told.decode().removesuffix(_END)
