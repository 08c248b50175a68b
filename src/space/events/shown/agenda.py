"""The list of the calendar, by day."""

from datetime import date
from typing import Any

from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.events.lists.agenda import listed
from space.events.lists.asked import Asked, today
from space.events.shown.rows import by_day, row_of
from space.events.shown.times import long_day


def agenda(asked: Asked, reader: Reader) -> dict[str, Any]:
    found, now = listed(asked, reader), today()
    rows = [(day, row_of(one, reader)) for day, one in found.rows]
    return {
        "name": _name(asked.day, now),
        "days": [
            {"iso": day.isoformat(), "name": long_day(day), "is_today": day == now, "rows": of_day}
            for day, of_day in by_day(rows)
        ],
        "is_empty": not rows,
        "previous": _go(asked, found.earlier),
        "next": _go(asked, found.later),
        "topics": [one.event.topic_id for _, one in found.rows],
    }


def _name(day: date, now: date) -> str:
    if day == now:
        return pgettext("calendar", "From today")
    return pgettext("calendar", "From %(day)s") % {"day": long_day(day)}


def _go(asked: Asked, to: dict[str, Any] | None) -> dict[str, str] | None:
    return {"url": asked.url(**to), "name": ""} if to else None
