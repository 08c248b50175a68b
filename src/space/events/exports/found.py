"""What feeds hold: the events and dates that the filter of their address asks for."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from space.accounts.readers import NOBODY, Reader
from space.events.actions.occurring import AHEAD, BACK
from space.events.lists.wanted import Wanted
from space.events.models import Event, Occurrence
from space.events.models.events import EventQuerySet
from space.events.shown.where import Where, where_of
from space.kit import clock

# More than this no program reads with joy.
AT_MOST = 2_000


class Date(NamedTuple):
    """One date of an event, and where it is, as everybody may know it."""

    event: Event
    occurrence: Occurrence
    where: Where


def time_of_feeds() -> tuple[datetime, datetime]:
    now = clock.now()
    return now - BACK, now + AHEAD


def events_within(wanted: Wanted, reader: Reader) -> EventQuerySet:
    """With a date from a quarter of a year back to thirteen months ahead."""
    dates = Occurrence.objects.visible_to(reader).between(*time_of_feeds()).filter(event=OuterRef("pk"))
    return wanted.events(reader).filter(Exists(dates)).order_by("first_day", "pk")


def dates_within(wanted: Wanted, reader: Reader, most: int = AT_MOST) -> list[Date]:
    """Every date in that time, soonest first."""
    return _told(wanted.occurrences(reader).between(*time_of_feeds()).with_event().soonest_first()[:most])


def coming(
    wanted: Wanted, reader: Reader, most: int, *, newest: bool = False, on_a_map: bool = False
) -> list[Date]:
    """Each event that is to come, or going on, with its next date. `newest`: those that were added last."""
    now = clock.now()
    until = now + AHEAD
    later = Occurrence.objects.visible_to(reader).between(now, until).filter(event=OuterRef("event"))
    first = later.order_by("starts_at", "pk").values("pk")[:1]
    dates = wanted.occurrences(reader).between(now, until).filter(pk=first).with_event()
    if on_a_map:
        dates = dates.filter(event__latitude__isnull=False)
    return _told(
        dates.order_by("-event__created_at", "-pk")[:most] if newest else dates.soonest_first()[:most]
    )


def _told(dates: Iterable[Occurrence]) -> list[Date]:
    return [Date(one.event, one, where_of(one.event, NOBODY, one)) for one in dates]
