"""Single dates of what repeats: left out, moved, put back as the others are. Who goes is told."""

from datetime import date

from django.db import transaction

from space.accounts.models import User
from space.events.actions.finding import fresh, lock_event
from space.events.actions.planning import keep
from space.events.actions.telling_guests import tell_of_change
from space.events.models import Change, Event
from space.events.when import Span
from space.kit.fields import one_line

_TO_NOBODY: dict[str, None] = {"first_day": None, "last_day": None, "first_time": None, "last_time": None}


@transaction.atomic
def leave_out(event: Event, of: date, *, by: User, note: str = "") -> Event:
    """The date that would begin on this day does not take place. Leaving it out again changes nothing."""
    note = one_line(note)[:500]
    return _change(event, of, by, note, {"is_gone": True, "place": "", "note": note, **_TO_NOBODY})


@transaction.atomic
def move_date(event: Event, of: date, span: Span, *, by: User, place: str = "", note: str = "") -> Event:
    """The date that would begin on this day takes place then, and there if a place is said."""
    note, place = one_line(note)[:500], one_line(place)[:200]
    return _change(event, of, by, note, {"is_gone": False, "place": place, "note": note, **vars(span)})


@transaction.atomic
def put_back(event: Event, of: date, *, by: User) -> Event:
    """It is as the others are."""
    event = lock_event(event)
    gone, _ = Change.objects.filter(event=event, of=of).delete()
    return _kept(event, by, "") if gone else fresh(event.pk)


def _change(event: Event, of: date, by: User, note: str, values: dict[str, object]) -> Event:
    event = lock_event(event)
    before = Change.objects.filter(event=event, of=of).values(*values).first()
    if before == values:
        return fresh(event.pk)
    Change.objects.update_or_create(event=event, of=of, defaults=values)
    return _kept(event, by, note)


def _kept(event: Event, by: User, note: str) -> Event:
    event.sequence += 1
    keep(event, by, note)
    tell_of_change(event, by)
    return fresh(event.pk)
