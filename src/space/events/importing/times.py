"""When an item takes place, by the clock on the wall of its zone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo
from zoneinfo import available_timezones as all_zones

import icalendar

from space.events.importing.files import first, several
from space.events.importing.reasons import FAR_AWAY, NO_START, LeftOut
from space.events.when import Span, is_zone

YEARS = range(1900, 2200)
_FORTNIGHT = timedelta(days=14)
_WELL_KNOWN = (
    "UTC", "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow", "Asia/Jerusalem", "Asia/Kolkata",
    "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland", "America/New_York", "America/Chicago",
    "America/Denver", "America/Los_Angeles", "America/Sao_Paulo",
)  # fmt: skip


def start_of(component: icalendar.Event) -> date:
    """Date or time, as the item has it."""
    start = first(component, "DTSTART")
    if start is None or not isinstance(getattr(start, "dt", None), date):
        raise LeftOut(str(NO_START))
    found: date = start.dt
    if found.year not in YEARS:
        raise LeftOut(str(FAR_AWAY))
    return found


def zone_of(start: date, of_file: str, otherwise: str) -> str:
    """The zone of an item; times without one are in that of the file, or else as who brings it says.

    A zone that IANA does not know is one of its zones whose clocks do the same, or universal time.
    """
    if not isinstance(start, datetime):
        return otherwise
    key = getattr(start.tzinfo, "key", "")
    if start.tzinfo is not None and not _is_universal(start, key):
        return key if is_zone(key) else _alike(start)
    if is_zone(of_file):
        return of_file
    return otherwise if start.tzinfo is None else "UTC"


def _is_universal(start: datetime, key: str) -> bool:
    return start.tzinfo is UTC or key in {"UTC", "Etc/UTC"}


def _alike(start: datetime) -> str:
    moments = [datetime(start.year, 1, 15, 12, tzinfo=UTC) + _FORTNIGHT * step for step in range(52)]
    return _zone_with(start.year, tuple(moment.astimezone(start.tzinfo).utcoffset() for moment in moments))


@lru_cache(maxsize=100)
def _zone_with(year: int, offsets: tuple[timedelta | None, ...]) -> str:
    """A well-known zone rather than another one with the same clocks."""
    moments = [datetime(year, 1, 15, 12, tzinfo=UTC) + _FORTNIGHT * step for step in range(len(offsets))]
    for zone in (*_WELL_KNOWN, *sorted(all_zones())):
        place = ZoneInfo(zone)
        if all(at.astimezone(place).utcoffset() == told for at, told in zip(moments, offsets, strict=True)):
            return zone
    return "UTC"


def on_wall(moment: date, zone: str) -> date:
    """What a clock there shows, without a zone; a day is a day."""
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        return moment
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def span_of(component: icalendar.Event, zone: str) -> Span:
    start, end = start_of(component), end_of(component)
    if isinstance(start, datetime) and isinstance(end, datetime) and end.tzinfo is None:
        end = end.replace(tzinfo=start.tzinfo)
    return span_between(on_wall(start, zone), on_wall(end, zone))


def span_between(start: date, end: date) -> Span:
    """An end before the beginning is none."""
    if not isinstance(start, datetime):
        last = end.date() if isinstance(end, datetime) else end - timedelta(days=1)
        return Span(start, max(start, last))
    if not isinstance(end, datetime):
        end = datetime.combine(end, time())
    end = max(start, end)
    return Span(start.date(), end.date(), start.time(), end.time())


def end_of(component: icalendar.Event) -> date:
    start = start_of(component)
    for end in several(component.get("DTEND")):
        found = getattr(end, "dt", None)
        if isinstance(found, date) and found.year in YEARS:
            return found
    for duration in several(component.get("DURATION")):
        length = getattr(duration, "dt", None)
        if isinstance(length, timedelta):
            return start + length
    return start if isinstance(start, datetime) else start + timedelta(days=1)


def listed_in(component: icalendar.Event, name: str) -> Iterator[Any]:
    """All dates, times or periods that a property names, such as EXDATE."""
    for one in several(component.get(name)):
        for value in getattr(one, "dts", ()):
            yield value.dt
