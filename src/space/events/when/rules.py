"""How an event repeats: what the form offers, and the rule of RFC 5545 that is kept of it."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from dateutil.rrule import rrule, rrulestr

# As RFC 5545 calls them, Monday first.
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_DATES = 730
_UNTIL = re.compile(r"^UNTIL=(\d{8})(?:T\d{6}Z?)?$")
# What repeats within a day is no event of ours; it would fill calendars.
_TOO_OFTEN = {"HOURLY", "MINUTELY", "SECONDLY"}


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    # On the same day of the month; on the same weekday of it, counted from its beginning; on the last such weekday.
    MONTH_DAY = "month-day"
    MONTH_WEEKDAY = "month-weekday"
    MONTH_LAST = "month-last"
    YEAR = "year"


@dataclass(frozen=True)
class Rule:
    """Each so many days, weeks, months or years; until a day, or so many times, or without an end."""

    unit: Unit
    every: int = 1
    # Of weeks: numbers of weekdays, Monday is 0. Without any it is that of the first day.
    weekdays: tuple[int, ...] = ()
    until: date | None = None
    times: int | None = None

    def text(self, first: date) -> str:
        """The RRULE of it, for an event that begins on this day."""
        parts = [*_by_unit(self, first)]
        if self.every > 1:
            parts.insert(1, f"INTERVAL={self.every}")
        if self.until:
            parts.append(f"UNTIL={self.until:%Y%m%d}")
        elif self.times:
            parts.append(f"COUNT={self.times}")
        return ";".join(parts)


def _by_unit(rule: Rule, first: date) -> list[str]:
    weekday = WEEKDAYS[first.weekday()]
    if rule.unit is Unit.DAY:
        return ["FREQ=DAILY"]
    if rule.unit is Unit.WEEK:
        days = sorted(rule.weekdays) or [first.weekday()]
        return ["FREQ=WEEKLY", "BYDAY=" + ",".join(WEEKDAYS[day] for day in days)]
    if rule.unit is Unit.MONTH_DAY:
        return ["FREQ=MONTHLY", f"BYMONTHDAY={first.day}"]
    if rule.unit is Unit.MONTH_WEEKDAY:
        return ["FREQ=MONTHLY", f"BYDAY={(first.day - 1) // 7 + 1}{weekday}"]
    if rule.unit is Unit.MONTH_LAST:
        return ["FREQ=MONTHLY", f"BYDAY=-1{weekday}"]
    return ["FREQ=YEARLY"]


def is_last_of_its_kind(day: date) -> bool:
    """Whether no later day of that month is the same weekday."""
    return day.day + 7 > calendar.monthrange(day.year, day.month)[1]


def rule_of(text: str, first: date) -> Rule | None:
    """The rule of the form that makes this text; None where the form cannot say it: some come from outside."""
    given = _parts(text)
    unit = _unit_of(given)
    if unit is None:
        return None
    until = _UNTIL.match(f"UNTIL={given.get('UNTIL', '')}")
    rule = Rule(
        unit,
        every=int(given.get("INTERVAL", 1)),
        weekdays=_weekdays(given.get("BYDAY", "")) if unit is Unit.WEEK else (),
        until=date.fromisoformat(until[1]) if until else None,
        times=int(given["COUNT"]) if "COUNT" in given else None,
    )
    return rule if _parts(rule.text(first)) == _parts(text) else None


def _parts(text: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in text.upper().split(";") if part)
    return {name: value for name, _, value in pairs if (name, value) != ("INTERVAL", "1")}


def _unit_of(given: dict[str, str]) -> Unit | None:
    of_month = Unit.MONTH_DAY
    if day := given.get("BYDAY"):
        of_month = Unit.MONTH_LAST if day.startswith("-1") else Unit.MONTH_WEEKDAY
    units = {"DAILY": Unit.DAY, "WEEKLY": Unit.WEEK, "MONTHLY": of_month, "YEARLY": Unit.YEAR}
    return units.get(given.get("FREQ", ""))


def _weekdays(text: str) -> tuple[int, ...]:
    return tuple(WEEKDAYS.index(day) for day in text.split(",") if day in WEEKDAYS)


def parse(text: str, begins: datetime) -> rrule:
    """Something that gives the dates of this rule, by the clock on the wall (`begins` has no zone).

    Raises a ValueError for a text that is no rule, or one that repeats within a day.
    """
    given: dict[str, Any] = _parts(text)
    if given.get("FREQ") in _TOO_OFTEN:
        raise ValueError("repeats within a day")
    parts = [_as_local(part) for part in text.split(";") if part]
    try:
        made = rrulestr(";".join(parts), dtstart=begins)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"no rule: {text[:100]}") from error
    if not isinstance(made, rrule):
        raise ValueError(f"not one rule: {text[:100]}")
    return made


def _as_local(part: str) -> str:
    """A last day is meant with all that begins on it, by the clock on the wall."""
    found = _UNTIL.match(part.upper())
    return f"UNTIL={found[1]}T235959" if found else part
