"""The dates of an event as its page shows them: the one that comes next, and a few after it."""

from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.events.models import Event, Occurrence
from space.events.shown.saying import said, said_here, span_of
from space.events.shown.where import where_of
from space.kit import clock
from space.languages.numerals import numerals
from space.web.times import iso

FEW, MANY = 4, 400


@dataclass(frozen=True)
class Dated:
    """One date, ready-made."""

    occurrence: Occurrence
    when: str
    here: str
    iso: str
    month: str
    day: str
    place: str
    note: str
    is_over: bool
    # The day by which it is named in addresses, whatever was changed of it.
    of: str


def coming(event: Event, reader: Reader, most: int) -> list[Occurrence]:
    """Those that are not over, soonest first; of an event that is over its last one, and never none at all."""
    dates = Occurrence.objects.visible_to(reader).filter(event=event)
    found = list(dates.filter(ends_at__gt=clock.now()).soonest_first()[:most])
    return found or list(dates.order_by("-starts_at")[:1]) or [_as_planned(event)]


def _as_planned(event: Event) -> Occurrence:
    """The first one, where no dates are made: each is left out, or they begin later than dates are made for."""
    starts, ends = event.span.moments(event.zone)
    days = {"of": event.first_day, "first_day": event.first_day, "last_day": event.last_day}
    return Occurrence(event=event, starts_at=starts, ends_at=ends, is_all_day=event.is_all_day, **days)


def dated(event: Event, occurrence: Occurrence, reader: Reader) -> Dated:
    span = span_of(event, occurrence)
    return Dated(
        occurrence=occurrence,
        when=said(span),
        here=said_here(event, occurrence),
        iso=span.first_day.isoformat() if occurrence.is_all_day else iso(occurrence.starts_at),
        # Translators: a short month in Django's letters for dates; in English it gives Nov.
        month=formats.date_format(span.first_day, pgettext("date format", "M")),
        day=numerals(str(span.first_day.day)),
        place=where_of(event, reader, occurrence).place if occurrence.place else "",
        note=occurrence.note,
        is_over=occurrence.ends_at <= clock.now(),
        of=occurrence.of.isoformat(),
    )


def dates_of(event: Event, reader: Reader, *, all_of_them: bool) -> list[Dated]:
    """The first is the one that the page is about; one more than a few says that there are more."""
    most = MANY if all_of_them else FEW + 1
    return [dated(event, one, reader) for one in coming(event, reader, most)]
