"""What repeats can go on as another event from one of its dates: which dates those are, and what stands beside what."""

from copy import copy
from datetime import date, timedelta

from django.db.models import Q

from space.accounts.readers import Reader
from space.events.actions.occurring import departures
from space.events.models import Event
from space.events.when import Part, dates, split
from space.kit import clock


def parts(event: Event, of: date) -> tuple[Part, Part] | None:
    """Before this date, and from it on. None where no date is before it: then the rest is all there is."""
    first = min((event.first_day, *event.more_days))
    until = of - timedelta(days=1)
    if not dates(event.span, event.rule, event.more_days, departures(event), since=first, until=until):
        return None
    return split(event.span, event.rule, event.more_days, of)


def is_to_come(event: Event, of: date) -> bool:
    """Whether the date that begins on this day by the rule takes place, and is not over."""
    rows = event.occurrences.filter(of=of, ends_at__gt=clock.now())
    return event.repeats and rows.exists()


def as_rest(event: Event, rest: Part) -> Event:
    """The event as it would be without the dates before; not kept anywhere."""
    alone = copy(event)
    alone.first_day, alone.last_day = rest.span.first_day, rest.span.last_day
    alone.rule, alone.more_days = rest.rule, list(rest.more_days)
    return alone


def beside(event: Event, reader: Reader) -> list[Event]:
    """The one whose later dates it took over, and the one that took over its own; only asks where that can be."""
    if not event.sequence and not event.continues_id:
        return []
    around = Event.objects.visible_to(reader).filter(Q(pk=event.continues_id) | Q(continues=event))
    return list(around.select_related("topic").order_by("first_day", "pk"))
