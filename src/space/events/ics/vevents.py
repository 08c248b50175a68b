"""The VEVENTs of an event: itself, and each of its dates that is not as the others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.utils import translation
from icalendar.prop import vRecur, vUri

from space.accounts.readers import NOBODY
from space.discuss.models import Topic
from space.events.ics.rules import rule_outside
from space.events.models import Event, Occurrence, Type
from space.events.shown.where import where_of
from space.events.when import Departure, Span, dates, parse
from space.languages import bcp47
from space.markup.reading import text_of

# Of a text; the rest is read on the page.
LONGEST = 2_000


@dataclass(frozen=True)
class Words:
    """What its topic says. The language is that of BCP 47."""

    title: str
    text: str
    language: str = ""


def words_of(topic: Topic, html: str) -> Words:
    """Of its topic, and the HTML of its first post."""
    return Words(topic.title, text_of(html), bcp47(topic.language) if topic.language else "")


@dataclass(frozen=True)
class _One:
    """What one VEVENT says of its own: when, and of a changed date for which one it stands."""

    span: Span
    of: date | None = None
    place: str = ""
    note: str = ""


def vevents(event: Event, span: Span, words: Words, departures: Iterable[Departure]) -> str:
    """As text that stands in a calendar. The same event always gives the same text."""
    told = _Told(event, span, words)
    there = [one for one in departures if _is_of(event, span, one.of)]
    moved = [_One(one.span, one.of, one.place, one.note) for one in there if one.span]
    if not event.repeats and moved:
        made = [told.made(replace(moved[0], of=None))]
    else:
        made = [told.made(_One(span)), *map(told.made, moved)]
    told.repeat(made[0], [one.of for one in there if not one.span])
    return "".join(one.to_ical().decode() for one in made)


def address_of(pk: int) -> str:
    """Short, so that it is the same whatever the event is called."""
    return f"{settings.ORIGIN}/e/{pk}/"


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(maxsplit=1)[0] + "…"


def _is_of(event: Event, span: Span, day: date) -> bool:
    """Whether the event has this date: what is changed of a date that the rule no longer gives is left over."""
    return bool(dates(span, event.rule, event.more_days, since=day, until=day))


def _gives(rule: str, span: Span) -> bool:
    """Whether the rule itself gives the first day."""
    return bool(parse(rule, span.begins).after(span.begins, inc=True) == span.begins)


class _Told:
    def __init__(self, event: Event, span: Span, words: Words) -> None:
        self.event = event
        self.span = span
        self.words = words
        self.zone = ZoneInfo(event.zone)

    def made(self, one: _One) -> icalendar.Event:
        made = icalendar.Event()
        made.add("uid", self.event.uid)
        if one.of:
            made.add("recurrence-id", self._begins(self.span.on(one.of)))
        self._add_when(made, one.span)
        self._add_words(made, one.note)
        self._add_where(made, one.place)
        self._add_state(made)
        return made

    def repeat(self, made: icalendar.Event, gone: list[date]) -> None:
        if rule := rule_outside(self.event.rule, self.span, self.event.zone):
            made.add("rrule", vRecur.from_ical(rule))
        first = self.span.first_day
        more = set(self.event.more_days) - {first}
        if rule and not _gives(self.event.rule, self.span):
            # It belongs to the event all the same, and not every program knows.
            more.add(first)
        for name, days in (("rdate", sorted(more)), ("exdate", gone)):
            if days:
                made.add(name, [self._begins(self.span.on(day)) for day in days], parameters=self._as_dates())

    def _add_when(self, made: icalendar.Event, span: Span) -> None:
        made.add("dtstart", self._begins(span))
        if span.is_all_day:
            made.add("dtend", span.last_day + timedelta(days=1))
        elif span.ends > span.begins:
            made.add("dtend", self._at(span.last_day, span.last_time))

    def _add_words(self, made: icalendar.Event, note: str) -> None:
        language = {"LANGUAGE": self.words.language} if self.words.language else {}
        parts = filter(None, (note, self.event.reason, _bounded(self.words.text), address_of(self.event.pk)))
        made.add("summary", self.words.title, parameters=language)
        made.add("description", "\n\n".join(parts), parameters=language)
        made.add("url", address_of(self.event.pk))
        with translation.override("en"):
            kinds = [str(Type(one).label) for one in self.event.types]
        if kinds or self.event.projects:
            made.add("categories", [*kinds, *self.event.projects])

    def _add_where(self, made: icalendar.Event, elsewhere: str) -> None:
        where = where_of(self.event, NOBODY, Occurrence(place=elsewhere))
        # The text is kept for everybody.
        with translation.override("en"):
            line = where.location
        if line:
            made.add("location", line)
        if where.has_point:
            made.add("geo", (where.latitude, where.longitude))
        if where.online_url:
            made.add("conference", vUri(where.online_url), parameters={"VALUE": "URI"})

    def _add_state(self, made: icalendar.Event) -> None:
        made.add("status", self.event.status.upper())
        made.add("sequence", self.event.sequence)
        made.add("created", self.event.created_at.astimezone(UTC))
        for name in ("dtstamp", "last-modified"):
            made.add(name, self.event.changed_at.astimezone(UTC))
        # That something is on takes nobody's time.
        made.add("transp", "TRANSPARENT")

    def _begins(self, span: Span) -> date:
        return self._at(span.first_day, span.first_time)

    def _at(self, day: date, at: time | None) -> date:
        return datetime.combine(day, at, self.zone) if at else day

    def _as_dates(self) -> dict[str, str]:
        return {"VALUE": "DATE"} if self.span.is_all_day else {}
