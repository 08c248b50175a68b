"""Events as a calendar outside has them, without a database; and what other programs read there."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import recurring_ical_events
from hypothesis import strategies as some

from space.events.ics.calendars import calendar_of
from space.events.ics.vevents import Words, vevents
from space.events.models import Event
from space.events.when import Departure, Rule, Span, Unit, dates

WRITTEN = datetime(2026, 3, 2, 9, tzinfo=UTC)
ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca",
    "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "Europe/Dublin", "Pacific/Chatham",
)  # fmt: skip


def written(
    span: Span, zone: str, rule: str = "", more: Iterable[date] = (), changes: Iterable[Departure] = ()
) -> str:
    """A calendar that holds this event alone."""
    event = Event(
        pk=7, uid="7@space.example.org", zone=zone, rule=rule, more_days=list(more),
        created_at=WRITTEN, changed_at=WRITTEN,
    )  # fmt: skip
    text = vevents(event, span, Words("Räte, Tee; und\nWikidata 🗺", "Zeile\\eins", "de"), changes)
    return calendar_of([text], [zone], name="Ein Kalender", address="https://space.example.org/calendar.ics")


def read_outside(calendar: str | icalendar.Calendar, since: date, until: date) -> list[tuple[Any, Any]]:
    """Begin and end of all dates as `recurring-ical-events` finds them, moments in UTC."""
    if isinstance(calendar, str):
        calendar = icalendar.Calendar.from_ical(calendar)
    found = recurring_ical_events.of(calendar).between(since, until + timedelta(days=1))
    return sorted(((_plain(one.start), _plain(one.end)) for one in found), key=str)


def read_by_us(
    span: Span,
    zone: str,
    rule: str,
    more: Iterable[date],
    changes: Iterable[Departure],
    since: date,
    until: date,
) -> list[tuple[Any, Any]]:
    found = dates(span, rule, more, changes, since=since, until=until)
    spans = (one.span for one in found)
    return sorted((_whole_days(one) if one.is_all_day else one.moments(zone) for one in spans), key=str)


def _whole_days(span: Span) -> tuple[date, date]:
    return span.first_day, span.last_day + timedelta(days=1)


def _plain(moment: date) -> date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


rules = some.builds(
    Rule,
    some.sampled_from(Unit),
    every=some.integers(1, 4),
    weekdays=some.sets(some.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    times=some.none() | some.integers(1, 30),
    until=some.none() | some.dates(date(2026, 1, 1), date(2028, 6, 1)),
)
