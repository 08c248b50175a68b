"""What repeats, date by date: which dates one can say that one comes to, and what one said of each."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.events.models import Answer, Attendance, Event, Occurrence
from space.events.places_taken import Places
from space.events.shown.times import short_day
from space.kit import clock

_MOST = 12


class Choice(NamedTuple):
    """A date as forms name it: by the day on which it begins by the rule."""

    of: str
    day: str


def dates_to_come(event: Event, reader: Reader) -> list[Occurrence]:
    """None of an event that takes place once."""
    if not event.repeats:
        return []
    rows = Occurrence.objects.visible_to(reader).filter(event=event, ends_at__gt=clock.now())
    return list(rows.soonest_first()[:_MOST])


def dates_to_choose(event: Event, reader: Reader) -> list[Choice]:
    return [Choice(one.of.isoformat(), short_day(one.first_day)) for one in dates_to_come(event, reader)]


def choices(event: Event, dates: Iterable[Occurrence], mine: Iterable[Attendance]) -> list[dict[str, Any]]:
    """All dates, and each of the next ones: what one said of it, and whether it is full."""
    said = {one.of: one for one in mine}
    places = Places(event) if event.capacity is not None else None
    everywhere = pgettext("attendance", "All dates")
    named = [(None, everywhere), *((one.of, short_day(one.first_day)) for one in dates)]
    return [
        {
            "of": of.isoformat() if of else "",
            "text": " · ".join(filter(None, (name, _state(said.get(of)), _full(places, of)))),
        }
        for of, name in named
    ]


def _state(mine: Attendance | None) -> str:
    if mine is None:
        return ""
    return pgettext("attendance", "waiting") if mine.waits_since else str(Answer(mine.answer).label)


def _full(places: Places | None, of: Any) -> str:
    return "" if places is None or places.fits(of) else pgettext("attendance", "full")
