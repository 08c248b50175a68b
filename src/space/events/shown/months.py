"""What the views of the calendar show that are made of days: a month, a week, and the months of a year."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.community import units
from space.events.lists.asked import YEARS, Asked, View, is_now, today
from space.events.lists.found import by_month, placed
from space.events.shown.bars import with_bars
from space.events.shown.entries import entries
from space.events.shown.grid import days_shown, shown_pks, weekdays, weeks_of
from space.events.shown.times import in_letters, month_name, short_day
from space.languages.numerals import numerals
from space.web.weeks import first_of_week

# Lines of a day; of a week there is more room.
IN_MONTH, IN_WEEK = 5, 12


def month(asked: Asked, reader: Reader) -> dict[str, Any]:
    first = asked.day.replace(day=1)
    after = _later(first, 1)
    start = first_of_week(first)
    weeks = -(-(after - start).days // 7)
    return {
        "name": month_name(first),
        **_grid(asked, reader, start, weeks, IN_MONTH, first.month),
        **_around(asked, _later(first, -1), after, month_name),
        "earlier_url": asked.url(view=View.LIST, day=first),
    }


def week(asked: Asked, reader: Reader) -> dict[str, Any]:
    start = first_of_week(asked.day)
    days = timedelta(days=7)
    said = pgettext("calendar", "%(first)s to %(last)s")
    return {
        "name": said % {"first": short_day(start), "last": short_day(start + timedelta(days=6))},
        **_grid(asked, reader, start, 1, IN_WEEK, None),
        **_around(asked, start - days, start + days, short_day),
        "is_week": True,
    }


def year(asked: Asked, reader: Reader) -> dict[str, Any]:
    number = asked.day.year
    counted = by_month(asked.wanted, reader, number)
    most, now = max(counted.values(), default=0), today()
    first = date(number, 1, 1)
    return {
        "name": numerals(number),
        "months": [
            {
                "name": in_letters(one, "F"),
                "url": asked.url(view=View.MONTH, day=one),
                "said": numerals(units.events(counted.get(one.month, 0))),
                "number": counted.get(one.month, 0),
                # In eighths of the busiest month; something is more than nothing.
                "fill": -(-8 * counted.get(one.month, 0) // most) if most else 0,
                "is_now": (one.year, one.month) == (now.year, now.month),
            }
            for one in (first.replace(month=n) for n in range(1, 13))
        ],
        "said": numerals(units.events(sum(counted.values()))),
        "is_empty": not counted,
        **_around(asked, _later(first, -12), _later(first, 12), lambda day: numerals(day.year)),
    }


def _grid(
    asked: Asked, reader: Reader, start: date, weeks: int, most: int, of_month: int | None
) -> dict[str, Any]:
    """Two queries: where everything lies, then what the bars say that found room."""
    found = placed(asked.wanted, reader, start, start + timedelta(days=7 * weeks - 1))
    laid = weeks_of(found, start, weeks, most, tall=of_month is None)
    said = entries(shown_pks(laid), asked.wanted, reader)
    days = days_shown(
        laid,
        start,
        said,
        today=today(),
        month=of_month,
        list_of=partial(_list_of, asked),
    )
    return {
        "weeks": with_bars(days),
        "weekdays": weekdays(start),
        "said": numerals(units.events(len(found))),
        "is_empty": not found,
        "topics": [entry.topic for entry in said.values()],
    }


def _list_of(asked: Asked, day: date) -> str:
    return asked.url(view=View.LIST, day=day)


def _around(asked: Asked, before: date | None, after: date | None, name: Any) -> dict[str, Any]:
    """Where earlier and later lead, as far as there are pages."""
    return {"previous": _step(asked, before, name), "next": _step(asked, after, name)}


def _step(asked: Asked, day: date | None, name: Any) -> dict[str, str] | None:
    if day is None or day.year not in YEARS:
        return None
    # Of the time that is now the day is today: whoever changes the view sees today.
    return {"url": asked.url(day=today() if is_now(asked.view, day) else day), "name": name(day)}


def _later(first: date, months: int) -> date:
    """The first day of another month."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
