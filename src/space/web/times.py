"""How long ago, in the shortest words: rows are full of it, so it costs next to nothing."""

from datetime import UTC, date, datetime
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language, pgettext

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def ago(moment: datetime, now: datetime, language: str = "") -> str:
    """`12m`, `5h`, `3d`, then a date; in the language of the interface, which who asks often may tell."""
    seconds = int((now - moment).total_seconds())
    language = language or get_language() or ""
    if seconds < _MINUTE:
        return _words(language, 0, "now")
    if seconds < _HOUR:
        return _words(language, seconds // _MINUTE, "%(n)dm")
    if seconds < _DAY:
        return _words(language, seconds // _HOUR, "%(n)dh")
    if seconds < 30 * _DAY:
        return _words(language, seconds // _DAY, "%(n)dd")
    return day(moment, now, language)


@lru_cache(maxsize=2_000)
def _words(language: str, n: int, unit: str) -> str:
    """Looked up once for each number and unit: a list asks thirty times."""
    words = {
        "now": pgettext("time ago", "now"),
        "%(n)dm": pgettext("time ago", "%(n)dm"),
        "%(n)dh": pgettext("time ago", "%(n)dh"),
        "%(n)dd": pgettext("time ago", "%(n)dd"),
    }
    return words[unit] % {"n": n}


def day(moment: datetime, now: datetime, language: str = "") -> str:
    """The day, without the year while it is this year's."""
    language = language or get_language() or ""
    return _day(language, moment.date(), moment.year == now.year)


@lru_cache(maxsize=10_000)
def _day(language: str, date: date, this_year: bool) -> str:
    if this_year:
        # Translators: a short day in Django's letters for dates; in English it gives 5 Nov.
        return formats.date_format(date, pgettext("date format", "j M"))
    # Translators: the same with its year.
    return formats.date_format(date, pgettext("date format", "j M Y"))


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
