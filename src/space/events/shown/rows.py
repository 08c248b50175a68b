"""Occurrences as lists show them: on the page of the calendar, on Home, with a category, a tag or a person."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from django.utils.translation import pgettext

from space import languages
from space.accounts.readers import NOBODY, Reader
from space.events.lists.found import zone_of
from space.events.models import Occurrence, Status
from space.events.shown.entries import event_url
from space.events.shown.kinds import Look, looks_of
from space.events.shown.times import clock_time, offset_of, short_day, zone_named
from space.events.shown.where import where_of
from space.web.times import iso


class Row(NamedTuple):
    title: str
    url: str
    lang: str
    dir: str
    # When it begins and ends, in words; the day is said beside it.
    when: str
    zone: str
    day: str
    iso: str
    where: str
    is_online: bool
    looks: list[Look]
    languages: list[tuple[str, str]]
    note: str
    is_tentative: bool
    is_cancelled: bool
    event: int = 0


def row_of(one: Occurrence, reader: Reader) -> Row:
    """Expects the event and its topic. The place is what everybody may know, so it costs no question."""
    event, zone = one.event, zone_of(reader)
    topic, where = event.topic, where_of(event, NOBODY, one)
    text, here = languages.mark(topic.language), zone or zone_named(event.zone)
    return Row(
        title=topic.title,
        url=event_url(topic.slug, event.pk),
        lang=text.lang,
        dir=text.dir,
        when=_when(one, here),
        zone="" if zone or one.is_all_day else _zone(event.zone, one.starts_at, here),
        day=short_day(_first(one, here)),
        iso=one.first_day.isoformat() if one.is_all_day else iso(one.starts_at),
        where=where.line or (pgettext("event", "Place to be told") if where.place_follows else ""),
        is_online=where.is_online,
        looks=looks_of(event.types),
        languages=[(languages.bcp47(code), languages.autonym(code)) for code in event.languages],
        note=one.note,
        is_tentative=event.status == Status.TENTATIVE,
        is_cancelled=event.status == Status.CANCELLED,
        event=event.pk,
    )


def rows_of(found: Iterable[Occurrence], reader: Reader) -> list[Row]:
    return [row_of(one, reader) for one in found]


def _first(one: Occurrence, zone: tzinfo) -> date:
    return one.first_day if one.is_all_day else one.starts_at.astimezone(zone).date()


def _when(one: Occurrence, zone: tzinfo) -> str:
    if one.is_all_day:
        if one.first_day == one.last_day:
            return pgettext("event", "All day")
        return _until(pgettext("event", "All day"), short_day(one.last_day))
    starts = clock_time(one.starts_at, zone)
    ends, last = clock_time(one.ends_at, zone), one.ends_at.astimezone(zone)
    if one.ends_at == one.starts_at:
        return starts
    if one.ends_at - one.starts_at < timedelta(days=1):
        return pgettext("event", "%(starts)s to %(ends)s") % {"starts": starts, "ends": ends}
    return _until(starts, f"{short_day(last.date())}, {ends}")


def _until(starts: str, ends: str) -> str:
    return pgettext("event", "%(starts)s, until %(ends)s") % {"starts": starts, "ends": ends}


def _zone(name: str, moment: datetime, zone: tzinfo) -> str:
    if name == (offset := offset_of(moment, zone)):
        return offset
    return f"{name.replace('_', ' ')} ({offset})"


def by_day(found: Iterable[tuple[date, Any]]) -> list[tuple[date, list[Any]]]:
    """In their order, those of a day together."""
    days: dict[date, list[Any]] = {}
    for day, one in found:
        days.setdefault(day, []).append(one)
    return list(days.items())
