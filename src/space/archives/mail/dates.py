"""When a message was written: its own date where that can be true, else the next best witness."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
_SLACK = timedelta(days=2)
_LATE = timedelta(days=7)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?)?")
_WORDS = re.compile(
    r"(?:(\d{1,2})\.?\s+([A-Za-z]{3})[a-z.]*|([A-Za-z]{3})[a-z.]*\s+(\d{1,2})),?\s.*?\b(\d{4})\b"
)
_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?::(\d\d))?\b")
_ENVELOPE = re.compile(r"\s((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s.*|\d{4}-\d\d-\d\d.*)$", re.IGNORECASE)


def read_date(text: str) -> datetime | None:
    """A date in any of the ways that mail programs wrote it, in UTC; None when it cannot be true."""
    for reader in (_by_standard, _by_number, _by_words):
        try:
            found = reader(text)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
        if found and is_plausible(found):
            return found
    return None


def is_plausible(moment: datetime) -> bool:
    """Mail of before 1980, or of after tomorrow, was dated by a broken clock."""
    return EARLIEST <= moment <= datetime.now(UTC) + _SLACK


def date_of(header: str, envelope: str, received: list[str]) -> tuple[datetime | None, bool]:
    """The best date there is, and whether it is a repair. Nobody writes a message a week after it arrived."""
    own = read_date(header) if header else None
    if match := _ENVELOPE.search(envelope):
        arrived = read_date(match[1])
        if own and (arrived is None or own - arrived <= _LATE):
            return own, False
        if arrived:
            return arrived, True
    if own:
        return own, False
    passed = [read_date(text.rpartition(";")[2]) for text in received]
    return next((moment for moment in reversed(passed) if moment), None), True


def _by_standard(text: str) -> datetime | None:
    parts = parsedate_tz(text)
    if parts is None:
        return None
    moment = datetime(*parts[:5], min(parts[5], 59), tzinfo=UTC)
    offset = parts[9] or 0
    return moment - timedelta(seconds=offset) if abs(offset) <= 15 * 3600 else moment


def _by_number(text: str) -> datetime | None:
    match = _NUMERIC.search(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)


def _by_words(text: str) -> datetime | None:
    match = _WORDS.search(text)
    if match is None:
        return None
    name, day = (match[2], match[1]) if match[1] else (match[3], match[4])
    clock = _CLOCK.search(text)
    hour, minute, second = (int(part or 0) for part in clock.groups()) if clock else (0, 0, 0)
    month = _MONTHS.index(name.lower()) + 1
    return datetime(int(match[5]), month, int(day), hour, minute, min(second, 59), tzinfo=UTC)
