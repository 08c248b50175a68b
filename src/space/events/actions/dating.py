"""Single dates of what repeats: left out, moved, put back as the others are. Who goes is told."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from space.accounts.models import User
from space.events.actions import gating
from space.events.actions.finding import fresh, lock_event
from space.events.actions.planning import keep
from space.events.actions.telling_guests import tell_of_change
from space.events.models import Change, Event
from space.events.when import Span
from space.kit.fields import one_line

_TO_NOBODY: dict[str, None] = {"first_day": None, "last_day": None, "first_time": None, "last_time": None}


@transaction.atomic
def leave_out(event: Event, of: date, *, by: User, note: str = "") -> Event:
    """The date that would begin on this day does not take place. Leaving it out again changes nothing.

    Until somebody looked at its words they can be missing, here and where it is moved; the date waits for nobody.
    """
    return _change(event, of, by, {"place": "", "note": note}, {"is_gone": True, **_TO_NOBODY})


@transaction.atomic
def move_date(event: Event, of: date, span: Span, *, by: User, place: str = "", note: str = "") -> Event:
    """The date that would begin on this day takes place then, and there if a place is said."""
    return _change(event, of, by, {"place": place, "note": note}, {"is_gone": False, **vars(span)})


@transaction.atomic
def set_words(event: Event, of: date, words: Mapping[str, str], *, by: User) -> Event:
    """What is said of a date that is changed, once somebody has looked at it."""
    event = lock_event(event)
    if Change.objects.filter(event=event, of=of).update(**_cut(words)):
        keep(event, by, words.get("note", ""))
    return fresh(event.pk)


@transaction.atomic
def put_back(event: Event, of: date, *, by: User) -> Event:
    """It is as the others are."""
    event = lock_event(event)
    gone, _ = Change.objects.filter(event=event, of=of).delete()
    return _kept(event, by, "") if gone else fresh(event.pk)


def _change(event: Event, of: date, by: User, said: dict[str, str], how: dict[str, object]) -> Event:
    event = lock_event(event)
    there = Change.objects.filter(event=event, of=of).first()
    before = there.words if there and there.is_gone == how["is_gone"] else {}
    words = _cut(gating.passed_words(event, of, _cut(said), by=by, before=before))
    values = {**how, **words}
    if there and all(getattr(there, name) == value for name, value in values.items()):
        return fresh(event.pk)
    Change.objects.update_or_create(event=event, of=of, defaults=values)
    return _kept(event, by, words["note"])


def _cut(words: Mapping[str, str]) -> dict[str, str]:
    return {name: one_line(said)[: gating.OF_A_DATE[name]] for name, said in words.items()}


def _kept(event: Event, by: User, note: str) -> Event:
    event.sequence += 1
    keep(event, by, note)
    tell_of_change(event, by)
    return fresh(event.pk)
