"""What takes place next, for pages that are about something else: a few dates, one of each event."""

from datetime import timedelta

from django.db.models import Q

from space.accounts.readers import NOBODY, Reader
from space.events.lists.counted import EVENTS
from space.events.models import Occurrence
from space.kit import clock
from space.web.kept import Kept

# What goes on for weeks has begun long ago: it is not what happens soon.
_SINCE = timedelta(days=1)


def soon(reader: Reader, most: int, *conditions: Q) -> list[Occurrence]:
    """One query. Conditions are on occurrences, as `Q(event__topic__category=7)`."""
    now = clock.now()
    coming = Occurrence.objects.visible_to(reader).in_lists().taking_place().filter(*conditions)
    coming = coming.filter(ends_at__gt=now, starts_at__gt=now - _SINCE).with_event().soonest_first()
    # What repeats each week would fill the list: of each event the next date stands for it.
    found: dict[int, Occurrence] = {}
    for one in coming[: most * 5]:
        found.setdefault(one.event_id, one)
    return list(found.values())[:most]


def _rooms() -> frozenset[int]:
    return _coming("event__topic__category") | _coming("event__topic__category__parent")


def _tags() -> frozenset[int]:
    return _coming("event__topic__tags")


def _organisers() -> frozenset[int]:
    return _coming("event__organisers__person")


def _coming(path: str) -> frozenset[int]:
    coming = Occurrence.objects.visible_to(NOBODY).filter(ends_at__gt=clock.now())
    return frozenset(pk for pk in coming.values_list(path, flat=True).distinct() if pk)


# Categories, tags and people with public events to come: pages of all others ask for none.
rooms_with_events: Kept[frozenset[int]] = Kept(EVENTS, _rooms)
tags_with_events: Kept[frozenset[int]] = Kept(EVENTS, _tags)
people_with_events: Kept[frozenset[int]] = Kept(EVENTS, _organisers)
