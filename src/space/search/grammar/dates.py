"""Days in filters: `2026`, `2026-05`, `2026-05-17`, `today`, `yesterday`, `30d` (days ago; also weeks, months, years).

Each is a span of days in the reader's time zone. `on:` is inside of it, `after:` from its first day on, `before:` until
the last day before it: `after:2026-05 before:2026-06` is May.
"""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.kit import clock
from space.kit.folding import folded
from space.search.grammar.operators import Offer
from space.search.grammar.sentences import named
from space.search.grammar.terms import Value

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,4})([dwmy])")
_FIRST, _LAST = 1900, 2999
_SPOKEN = {
    "today": pgettext_lazy("filter value", "today"),
    "yesterday": pgettext_lazy("filter value", "yesterday"),
}
_OFFERED = (
    ("today", pgettext_lazy("filter value", "since midnight")),
    ("yesterday", pgettext_lazy("filter value", "the day before today")),
    ("7d", pgettext_lazy("filter value", "seven days ago")),
    ("30d", pgettext_lazy("filter value", "thirty days ago")),
    ("1y", pgettext_lazy("filter value", "a year ago")),
)


@dataclass(frozen=True)
class Span:
    """From the first moment to the one after the last."""

    start: datetime
    end: datetime


def read(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    return {word: value for word in typed if (value := _value(word))}


def wrong(typed: str, reader: Reader) -> str:
    year = timezone.localdate(clock.now()).year
    text = pgettext(
        "filter problem",
        "%(value)s is no date. Write year, month and day, or less: %(examples)s. Or %(ago)s: 30 days ago.",
    )
    return text % {"value": named(typed), "examples": f"{year}-05-17, {year}-05, {year}", "ago": "30d"}


def said(key: str) -> str:
    return str(_SPOKEN.get(key, key))


def offer(typed: str, reader: Reader) -> list[Offer]:
    wanted = folded(typed)
    today = timezone.localdate(clock.now())
    found = [Offer(said(key), note=str(note), kind="word") for key, note in _OFFERED]
    found += [
        Offer(f"{today:%Y-%m}", kind="word"),
        *(Offer(str(today.year - n), kind="word") for n in range(3)),
    ]
    return [one for one in found if folded(one.value).startswith(wanted)]


def _value(typed: str) -> Value | None:
    word = folded(typed)
    key = next((key for key, spoken in _SPOKEN.items() if word in {key, folded(str(spoken))}), "")
    found = _named(key) if key else _ago(word) or _written(word)
    if found is None:
        return None
    key, first, after = found
    return Value(key, Span(_midnight(first), _midnight(after)))


def _named(key: str) -> tuple[str, date, date]:
    first = timezone.localdate(clock.now()) - timedelta(days=key == "yesterday")
    return key, first, first + timedelta(days=1)


def _ago(word: str) -> tuple[str, date, date] | None:
    found = _AGO.fullmatch(word)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    today = timezone.localdate(clock.now())
    if unit in "dw":
        first = today - timedelta(days=number * (7 if unit == "w" else 1))
    else:
        months = today.year * 12 + today.month - 1 - number * (12 if unit == "y" else 1)
        first = _day(months // 12, months % 12 + 1, today.day)
    return (f"{number}{unit}", first, first + timedelta(days=1)) if first.year >= _FIRST else None


def _day(year: int, month: int, day: int) -> date:
    """The same day of another month, or its last."""
    year = max(year, 1)
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _written(word: str) -> tuple[str, date, date] | None:
    found = _DATE.fullmatch(word)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not _FIRST <= year <= _LAST:
        return None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if found[3]:
        return first.isoformat(), first, first + timedelta(days=1)
    if found[2]:
        return f"{first:%Y-%m}", first, date(year + month // 12, month % 12 + 1, 1)
    return str(year), first, date(year + 1, 1, 1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
