"""Days and times as the calendar says them: in the reader's language, its digits, and their zone."""

from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import get_language, pgettext

from space.languages.numerals import numerals
from space.web import moments


def month_name(day: date) -> str:
    # Translators: a month with its year in Django's letters for dates; in English it gives November 2026.
    return _said(day, pgettext("date format", "F Y"), get_language() or "")


def long_day(day: date) -> str:
    # Translators: a day with its weekday in Django's letters for dates; in English it gives Friday, 27 November 2026.
    return _said(day, pgettext("date format", "l, j F Y"), get_language() or "")


def short_day(day: date) -> str:
    # Translators: a day with its weekday in Django's letters for dates; in English it gives Fri, 27 Nov.
    return _said(day, pgettext("date format", "D, j M"), get_language() or "")


def in_letters(day: date, letters: str) -> str:
    """In some of Django's letters for dates that need no translation, as `l` for the weekday."""
    return _said(day, letters, get_language() or "")


@lru_cache(maxsize=5_000)
def _said(day: date, letters: str, language: str) -> str:
    return numerals(formats.date_format(day, letters), language)


def clock_time(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    return numerals(f"{local:%H:%M}")


def offset_of(moment: datetime, zone: tzinfo) -> str:
    """How far the clocks there are from universal time, in the digits of the reader."""
    return numerals(moments.offset_of(moment.astimezone(zone)))


@lru_cache(maxsize=1_000)
def zone_named(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
