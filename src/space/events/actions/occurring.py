"""Occurrences are made here: when an event is saved, and each night for those that repeat."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from space.events.models import Change, Event, Occurrence
from space.events.when import Dated, Departure, Span, dates
from space.kit import clock
from space.web import versions

# How far occurrences of what repeats reach: a quarter of a year back, thirteen months ahead.
BACK, AHEAD = timedelta(days=92), timedelta(days=396)
_LAST = date(9999, 12, 30)


def make_occurrences(event: Event) -> None:
    """Its rows say from now on what its days, rule and changes say. Expects the event to be locked, or new.

    Past ones stay of what repeats and began before our time begins: they took place.
    """
    today = clock.now().date()
    since = today - BACK if event.repeats else date.min
    rows = {row.of: row for row in occurrences_of(event, since)}
    there = Occurrence.objects.for_actions().filter(event=event, of__gte=since)
    there.exclude(of__in=rows).delete()
    Occurrence.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["event", "of"],
        update_fields=["starts_at", "ends_at", "first_day", "last_day", "is_all_day", "place", "note"],
    )


def roll_on() -> int:
    """Once a night: what repeats has its dates for thirteen months ahead. Says how many events got any."""
    more = 0
    repeats = Event.objects.for_actions().filter(~Q(rule="") | Q(more_days__len__gt=0))
    for pk in repeats.order_by("pk").values_list("pk", flat=True):
        more += _roll_on(pk)
    if more:
        versions.bump("events")
    return more


@transaction.atomic
def _roll_on(pk: int) -> bool:
    event = Event.objects.for_actions().select_for_update(no_key=True).get(pk=pk)
    before = Occurrence.objects.for_actions().filter(event=event).count()
    make_occurrences(event)
    return Occurrence.objects.for_actions().filter(event=event).count() != before


def departures(event: Event) -> Iterator[Departure]:
    for change in Change.objects.filter(event=event):
        span = None
        if not change.is_gone and change.first_day and change.last_day:
            span = Span(change.first_day, change.last_day, change.first_time, change.last_time)
        yield Departure(change.of, span, change.place, change.note)


def occurrences_of(event: Event, since: date) -> list[Occurrence]:
    """Its rows from this day on, as far ahead as they are kept. Nothing is saved."""
    until = clock.now().date() + AHEAD if event.repeats else _LAST
    found = dates(event.span, event.rule, event.more_days, departures(event), since=since, until=until)
    return [_row(event, dated) for dated in found]


def _row(event: Event, dated: Dated) -> Occurrence:
    starts, ends = dated.span.moments(event.zone)
    return Occurrence(
        event=event,
        of=dated.of,
        starts_at=starts,
        ends_at=ends,
        first_day=dated.span.first_day,
        last_day=dated.span.last_day,
        is_all_day=dated.span.is_all_day,
        place=dated.place,
        note=dated.note,
    )
