"""All dates of an event between two days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from space.events.when.rules import MOST_DATES, parse
from space.events.when.spans import Span


@dataclass(frozen=True)
class Departure:
    """One date that is not as the others: it is gone where it has no span."""

    of: date
    span: Span | None = None
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Dated:
    """A date of an event: the day on which it begins by the rule, and when it takes place."""

    of: date
    span: Span
    place: str = ""
    note: str = ""


def dates(
    span: Span,
    rule: str = "",
    more_days: Iterable[date] = (),
    departures: Iterable[Departure] = (),
    *,
    since: date,
    until: date,
) -> list[Dated]:
    """Those that begin by the rule on one of these days, `until` included, in order; at most MOST_DATES.

    The first day belongs to them whatever the rule says (RFC 5545, 3.8.5.3). An event without a rule has one date.
    Raises a ValueError for a rule that is none.
    """
    days = {day for day in (span.first_day, *more_days) if since <= day <= until}
    days.update(_by_rule(rule, span, since, until))
    changed = {one.of: one for one in departures}
    made = (_dated(day, span, changed.get(day)) for day in sorted(days)[:MOST_DATES])
    return [one for one in made if one is not None]


def _by_rule(rule: str, span: Span, since: date, until: date) -> set[date]:
    if not rule:
        return set()
    made = parse(rule, span.begins)
    found: set[date] = set()
    for moment in made.xafter(max(datetime.combine(since, time()), span.begins), inc=True):
        if moment.date() > until or len(found) > MOST_DATES:
            break
        found.add(moment.date())
    return found


def _dated(day: date, span: Span, departure: Departure | None) -> Dated | None:
    if departure is None:
        return Dated(day, span.on(day))
    if departure.span is None:
        return None
    return Dated(day, departure.span, departure.place, departure.note)
