"""Times as the demo's files write them: counted back from the moment the community is made."""

import re
from datetime import date, timedelta

_AGO = re.compile(r"-(?=\d)(?:(\d+)d)?(?:(?<=d) )?(?:(\d+)h)?(?:(?<=h) )?(?:(\d+)m)?")


def ago(text: str) -> timedelta:
    """How long before now: `-3d 4h`, `-40m`."""
    found = _AGO.fullmatch(text.strip())
    if not found:
        raise ValueError(f"“{text}” is no time. Count back from now in days, hours, minutes: -3d 4h, -40m.")
    days, hours, minutes = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(rf"({'|'.join(WEEKDAYS)}) ([+-]\d+)")
_OF_MONTH = re.compile(rf"(day|{'|'.join(WEEKDAYS)}) (\d\d?|last) of ([+-]\d+)")


def day_of(text: str, today: date) -> date:
    """Of weeks, of months, or a date.

    - `saturday +2`, `monday -1`: a weekday so many weeks from this one. Weeks begin on Monday.
    - `tuesday 2 of -1`, `friday last of +0`, `day 10 of +1`: of the month so many months from this one.
    - `2019-08-16`
    """
    if _DATE.fullmatch(text):
        return date.fromisoformat(text)
    if found := _OF_MONTH.fullmatch(text):
        return _of_month(found[1], found[2], _month(today, int(found[3])))
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(
            f"“{text}” is no day. Say a weekday and how many weeks from now: saturday +2; "
            "or which one of a month: tuesday 2 of -1, day 10 of +1."
        )
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=WEEKDAYS.index(found[1]), weeks=int(found[2]))


def _month(today: date, later: int) -> date:
    """The first day of the month so many months later."""
    years, month = divmod(today.month - 1 + later, 12)
    return date(today.year + years, month + 1, 1)


def _of_month(name: str, which: str, first: date) -> date:
    if name == "day":
        return first.replace(day=int(which))
    if which == "last":
        after = _month(first, 1)
        return after - timedelta(days=(after.weekday() - WEEKDAYS.index(name) - 1) % 7 + 1)
    return first + timedelta(days=(WEEKDAYS.index(name) - first.weekday()) % 7, weeks=int(which) - 1)
