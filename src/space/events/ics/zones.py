import re
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.timezone.tzid import is_utc

# Clocks of another century move no event of ours; what comes later than these is as it was in the last of them.
_SINCE, _UNTIL = date(2000, 1, 1), date(2038, 1, 1)

_RDATE = re.compile(r"^RDATE:((?:[^\r\n]|\r\n )*)\r\n", re.MULTILINE)


@lru_cache(maxsize=700)
def is_universal(zone: str) -> bool:
    """Where clocks show universal time always, as in Accra: its times are told with a Z and need no zone."""
    return bool(is_utc(ZoneInfo(zone)))


@lru_cache(maxsize=700)
def vtimezone(zone: str) -> str:
    """What clocks do in a zone of IANA. Some milliseconds the first time, so a process remembers it."""
    told: bytes = Timezone.from_tzid(zone, first_date=_SINCE, last_date=_UNTIL).to_ical()
    return _RDATE.sub(_one_by_one, told.decode())


def _one_by_one(found: re.Match[str]) -> str:
    """Each day on which clocks change has a line of its own: some programs read the first of a line alone."""
    days = found[1].replace("\r\n ", "").split(",")
    return "".join(f"RDATE:{day}\r\n" for day in days)
