"""When an event takes place, in words: by the clock where it is, and by the reader's."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.dates import WEEKDAYS
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import npgettext, pgettext

from space.events.models import Event, Occurrence
from space.events.when import Rule, Span, Unit, rule_of
from space.languages import listed
from space.languages.numerals import numerals

_RANGE = "{}–{}"


def span_of(event: Event, occurrence: Occurrence) -> Span:
    """From when to when this date of it lasts, by the clock in its zone."""
    if occurrence.is_all_day:
        return Span(occurrence.first_day, occurrence.last_day)
    here = ZoneInfo(event.zone)
    return _between(occurrence.starts_at.astimezone(here), occurrence.ends_at.astimezone(here))


def said(span: Span) -> str:
    """The days with their weekdays, and the times."""
    first, last = said_day(span.first_day), said_day(span.last_day)
    if span.first_time is None or span.last_time is None:
        return (
            first
            if span.first_day == span.last_day
            else pgettext("from day to day", "{} to {}").format(first, last)
        )
    begins, ends = said_time(span.first_time), said_time(span.last_time)
    if _is_one_evening(span):
        return _day_and_time(first, _RANGE.format(begins, ends))
    return pgettext("from day to day", "{} to {}").format(
        _day_and_time(first, begins), _day_and_time(last, ends)
    )


def said_here(event: Event, occurrence: Occurrence, *, whole: bool = False) -> str:
    """The same by the reader's clock; nothing where that shows the same, or of whole days, which are everywhere.

    Of the same day only the time is said, unless `whole`.
    """
    own = ZoneInfo(get_current_timezone_name())
    begins, ends = (moment.astimezone(own) for moment in (occurrence.starts_at, occurrence.ends_at))
    if occurrence.is_all_day or begins.utcoffset() == begins.astimezone(ZoneInfo(event.zone)).utcoffset():
        return ""
    theirs, mine = span_of(event, occurrence), _between(begins, ends)
    if not whole and theirs.first_day == mine.first_day and _is_one_evening(mine):
        return _RANGE.format(said_time(begins.time()), said_time(ends.time()))
    return said(mine)


def zone_here() -> str:
    """The reader's zone by its name; empty for who has said none: they read universal time."""
    own = get_current_timezone_name()
    return "" if own == "UTC" else place_of(own)


def place_of(zone: str) -> str:
    """The town or region that gives a zone its name."""
    return zone.rpartition("/")[2].replace("_", " ")


def said_day(day: date) -> str:
    # Translators: a day in Django's letters for dates; in English it gives Saturday 28 November 2026.
    return numerals(formats.date_format(day, pgettext("date format", "l j F Y")))


def said_time(at: time) -> str:
    # Translators: a time in Django's letters; in English it gives 09:30.
    return numerals(formats.time_format(at, pgettext("date format", "H:i")))


def said_places(n: int | None) -> str:
    """How many people can come; nothing where everybody can."""
    return npgettext("event", "Place for %(n)d person", "Place for %(n)d people", n) % {"n": n} if n else ""


def said_rule(event: Event) -> str:
    """How it repeats; where the form could not say it, that it does."""
    if not event.rule:
        return pgettext("repeats", "On several days") if event.more_days else ""
    rule = rule_of(event.rule, event.first_day)
    if rule is None:
        return pgettext("repeats", "It repeats, on the days that are told here")
    return " ".join(filter(None, (_how_often(rule, event.first_day), _until(rule))))


def _how_often(rule: Rule, first: date) -> str:
    n = rule.every
    weekday = str(WEEKDAYS[first.weekday()])
    days = listed(str(WEEKDAYS[day]) for day in sorted(rule.weekdays) or [first.weekday()])
    told = {
        Unit.DAY: npgettext("repeats", "Every day", "Every %(n)d days", n),
        Unit.WEEK: npgettext("repeats", "Every week: %(days)s", "Every %(n)d weeks: %(days)s", n),
        Unit.MONTH_DAY: npgettext(
            "repeats", "Every month on day %(day)d", "Every %(n)d months on day %(day)d", n
        ),
        Unit.MONTH_WEEKDAY: npgettext(
            "repeats",
            "Every month: %(weekday)s no. %(count)d",
            "Every %(n)d months: %(weekday)s no. %(count)d",
            n,
        ),
        Unit.MONTH_LAST: npgettext(
            "repeats", "Every month: the last %(weekday)s", "Every %(n)d months: the last %(weekday)s", n
        ),
        Unit.YEAR: npgettext("repeats", "Every year", "Every %(n)d years", n),
    }[rule.unit]
    return told % {
        "n": n,
        "days": days,
        "day": first.day,
        "weekday": weekday,
        "count": (first.day - 1) // 7 + 1,
    }


def _until(rule: Rule) -> str:
    if rule.until:
        last = formats.date_format(rule.until, pgettext("date format", "j F Y"))
        return pgettext("repeats", "(until {})").format(numerals(last))
    if rule.times:
        return npgettext("repeats", "(%(n)d time)", "(%(n)d times)", rule.times) % {"n": rule.times}
    return ""


def _between(begins: datetime, ends: datetime) -> Span:
    return Span(
        begins.date(), ends.date(), begins.time().replace(tzinfo=None), ends.time().replace(tzinfo=None)
    )


def _is_one_evening(span: Span) -> bool:
    """On one day, or over midnight and no longer: then one day is said."""
    return span.first_day == span.last_day or (
        span.last_day - span.first_day == timedelta(days=1) and span.ends - span.begins < timedelta(hours=12)
    )


def _day_and_time(day: str, at: str) -> str:
    # Translators: a day and the time on it: Saturday 28 November 2026, 09:00–16:00.
    return pgettext("day and time", "{}, {}").format(day, at)
