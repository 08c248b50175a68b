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


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(rf"({'|'.join(_WEEKDAYS)}) ([+-]\d+)")


def day_of(text: str, today: date) -> date:
    """A weekday so many weeks from this one: `saturday +2`, `monday -1`. Weeks begin on Monday."""
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is no day. Say a weekday and how many weeks from now: saturday +2.")
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=_WEEKDAYS.index(found[1]), weeks=int(found[2]))
