"""How an item repeats: as a rule of ours where it has one that says the same, else as a list of its days."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import recurring_ical_events

from space.events.importing.files import STRANGE, Group, first, several
from space.events.importing.reasons import UNREADABLE, WITHIN_A_DAY, LeftOut
from space.events.importing.times import listed_in, on_wall, span_between, span_of
from space.events.when import Departure, Span, dates, is_zone
from space.events.when.rules import MOST_DATES
from space.kit import clock

_UNTIL = re.compile(r"UNTIL=(\d{8})(?:T(\d{6})(Z?))?", re.IGNORECASE)
_WITHIN_A_DAY = re.compile(r"BY(?:HOUR|MINUTE|SECOND)=\d+,|HOURLY|MINUTELY|SECONDLY", re.IGNORECASE)
_AT_A_TIME = re.compile(r"BY(?:HOUR|MINUTE|SECOND)", re.IGNORECASE)
# So far from its first day, and from today, a rule is tried before it is believed.
_TRIED = timedelta(days=400)
_AROUND, _LISTED = timedelta(days=366), timedelta(days=3660)


@dataclass(frozen=True)
class Repetition:
    span: Span
    rule: str = ""
    more_days: tuple[date, ...] = ()
    departures: tuple[Departure, ...] = ()

    def within(self, since: date, until: date) -> set[tuple[datetime, datetime]]:
        """Begins and ends of what begins on these days."""
        found = dates(
            self.span,
            self.rule,
            self.more_days,
            self.departures,
            since=since - _AROUND,
            until=until + _AROUND,
        )
        return {(one.span.begins, one.span.ends) for one in found if since <= one.span.first_day <= until}


class Outside:
    """The dates of a group as others find them."""

    def __init__(self, group: Group, zone: str) -> None:
        calendar = icalendar.Calendar()
        if is_zone(group.zone):
            calendar.add("X-WR-TIMEZONE", group.zone)
        for component in group.components:
            calendar.add_component(component)
        self.query = recurring_ical_events.of(calendar)
        self.zone = zone

    def spans(self, since: date, until: date) -> Iterator[Span]:
        """Soonest first; without those that do not take place."""
        for one in self.query.between(since - timedelta(days=1), until + timedelta(days=2)):
            if str(one.get("STATUS", "")).upper() == "CANCELLED" and "RECURRENCE-ID" in one:
                continue
            span = span_between(on_wall(one.start, self.zone), on_wall(one.end, self.zone))
            if since <= span.first_day <= until:
                yield span


def repetition_of(group: Group, master: icalendar.Event, zone: str) -> Repetition:
    """What repeats without a rule that we can keep is kept as its days of the next years."""
    span = span_of(master, zone)
    rules = [_text(rule) for name in ("RRULE", "EXRULE") for rule in several(master.get(name))]
    if any(_WITHIN_A_DAY.search(rule) for rule in rules):
        raise LeftOut(str(WITHIN_A_DAY))
    if not _repeats(master) and len(group.components) == 1:
        return Repetition(span)
    outside = Outside(group, zone)
    simple = _simple(group, master, span, zone)
    if simple and all(_same(simple, outside, *days) for days in _tried(span.first_day)):
        return simple
    return _listed(outside, span)


def _repeats(master: icalendar.Event) -> bool:
    return any(name in master for name in ("RRULE", "RDATE", "EXDATE", "EXRULE"))


def _tried(first: date) -> Iterator[tuple[date, date]]:
    today = clock.now().date()
    yield first, first + _TRIED
    if first < today - _TRIED:
        yield today - timedelta(days=92), today + _TRIED


def _same(simple: Repetition, outside: Outside, since: date, until: date) -> bool:
    try:
        ours = simple.within(since, until)
    except ValueError:
        return False
    return ours == {(one.begins, one.ends) for one in outside.spans(since, until)}


def _simple(group: Group, master: icalendar.Event, span: Span, zone: str) -> Repetition | None:
    rules = [_text(rule) for rule in several(master.get("RRULE"))]
    rule = rules[0] if rules else ""
    if len(rules) > 1 or "EXRULE" in master or _AT_A_TIME.search(rule):
        return None
    made = Repetition(span, _until_on_wall(rule, span, zone))
    changed = dict(_changes(group, master, span, zone))
    more = {day for day in changed if not _has(made, day)}
    more |= {_day(one, zone) for one in listed_in(master, "RDATE")} - {span.first_day}
    gone = {_day(one, zone) for one in listed_in(master, "EXDATE")}
    departures = {day: Departure(day) for day in gone - set(changed)} | changed
    return replace(
        made, more_days=tuple(sorted(more)), departures=tuple(departures[day] for day in sorted(departures))
    )


def _text(rule: Any) -> str:
    told: bytes = rule.to_ical()
    return told.decode()


def _has(made: Repetition, day: date) -> bool:
    try:
        return bool(dates(made.span, made.rule, since=day, until=day))
    except ValueError:
        return False


def _changes(
    group: Group, master: icalendar.Event, span: Span, zone: str
) -> Iterator[tuple[date, Departure]]:
    """By the day that each is a change of: single dates with a time of their own, and those that say which they are."""
    for one in listed_in(master, "RDATE"):
        begins = on_wall(one[0] if isinstance(one, tuple) else one, zone)
        if isinstance(begins, datetime) and begins.time() != span.first_time:
            ends = begins + (span.ends - span.begins)
            yield begins.date(), Departure(begins.date(), span_between(begins, ends))
    for component in group.components:
        if component is not master and "RECURRENCE-ID" in component:
            yield _changed(component, master, zone)


def _changed(component: icalendar.Event, master: icalendar.Event, zone: str) -> tuple[date, Departure]:
    of = _day(first(component, "RECURRENCE-ID").dt, zone)
    if str(component.get("STATUS", "")).upper() == "CANCELLED":
        return of, Departure(of)
    place = str(component.get("LOCATION", ""))
    elsewhere = place if place != str(master.get("LOCATION", "")) else ""
    title = str(component.get("SUMMARY", ""))
    note = title if title != str(master.get("SUMMARY", "")) else ""
    return of, Departure(of, span_of(component, zone), elsewhere[:200], note[:500])


def _day(moment: object, zone: str) -> date:
    if isinstance(moment, tuple):
        moment = moment[0]
    if not isinstance(moment, date):
        raise ValueError("no date")
    found = on_wall(moment, zone)
    return found.date() if isinstance(found, datetime) else found


def _until_on_wall(rule: str, span: Span, zone: str) -> str:
    """The last day on the wall on which it may begin."""
    found = _UNTIL.search(rule)
    if not found or not found[2] or span.is_all_day:
        return _UNTIL.sub(lambda until: f"UNTIL={until[1]}", rule)
    moment = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S").replace(tzinfo=UTC if found[3] else None)
    last = on_wall(moment, zone)
    assert isinstance(last, datetime)  # noqa: S101
    day = last.date() if last.time() >= span.begins.time() else last.date() - timedelta(days=1)
    return _UNTIL.sub(f"UNTIL={day:%Y%m%d}", rule)


def _listed(outside: Outside, span: Span) -> Repetition:
    """Of more than an event can have those that come last: what is long over matters least."""
    today = clock.now().date()
    first = span.first_day
    try:
        found = set(outside.spans(first, first + _LISTED))
        if first + _LISTED < today + _TRIED:
            found |= set(outside.spans(today - _TRIED, today + _LISTED))
    except STRANGE as error:
        raise LeftOut(str(UNREADABLE)) from error
    return of_days(sorted(found or {span}, key=lambda one: one.begins)[-MOST_DATES:])


def of_days(spans: Iterable[Span]) -> Repetition:
    """These and no others. The first one is what the others differ from."""
    ordered = sorted(spans, key=lambda one: one.begins)
    first, days = ordered[0], [one.first_day for one in ordered]
    if len(set(days)) < len(days):
        raise LeftOut(str(WITHIN_A_DAY))
    other = [Departure(one.first_day, one) for one in ordered if one != first.on(one.first_day)]
    return Repetition(first, "", tuple(days[1:]), tuple(other))
