"""Who comes: answers, free places, and the list of who waits for one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.events.actions.finding import touch_page
from space.events.actions.telling_guests import write_of_place
from space.events.models import Answer, Attendance, Event, Occurrence
from space.kit import clock
from space.notifications.actions import tell


@transaction.atomic
def answer(event: Event, *, by: User, says: Answer, is_public: bool = False) -> Attendance:
    """What somebody says about coming, from now on. Who wants to go and finds no free place waits for one.

    Saying the same again changes nothing but who sees it, so nobody loses a place by a double click. Raises a
    ValidationError once it is over.
    """
    event = lock_places(event)
    refuse_if_over(event)
    mine = Attendance.objects.filter(event=event, person=by).first() or Attendance(event=event, person=by)
    mine.is_public = is_public
    return decide(event, mine, says)


def decide(event: Event, mine: Attendance, says: Answer) -> Attendance:
    """Keeps what a person or a guest says, with a place if one is free. Expects the event to be locked."""
    had_place = mine.pk is not None and mine.has_place
    if mine.answer != says:
        mine.answer, mine.at, mine.waits_since = says, clock.now(), None
        if says == Answer.GOING and _is_full(event):
            mine.waits_since = mine.at
    mine.save()
    _count(event, int(mine.has_place) - int(had_place))
    return mine


@transaction.atomic
def take_back_answer(event: Event, *, by: User) -> None:
    """As if nothing had been said. A place that becomes free goes to who waits longest."""
    event = lock_places(event)
    if mine := Attendance.objects.filter(event=event, person=by).first():
        withdraw(event, mine)


def withdraw(event: Event, mine: Attendance) -> None:
    """Expects the event to be locked."""
    had_place = mine.has_place
    mine.delete()
    _count(event, -int(had_place))


def lock_places(event: Event) -> Event:
    """The event as it is now, for us alone until the transaction ends: of two who want the last place one gets it."""
    return Event.objects.for_actions().select_for_update(no_key=True).get(pk=event.pk)


def move_up(event: Event) -> None:
    """Free places go to who waits longest, each of whom hears of it. Expects the event to be locked, and saves it."""
    waiting = Attendance.objects.filter(event=event, waits_since__isnull=False).order_by("waits_since", "pk")
    free = None if event.capacity is None else max(0, event.capacity - event.going_count)
    lucky = list(waiting if free is None else waiting[:free])
    Attendance.objects.filter(pk__in=[one.pk for one in lucky]).update(waits_since=None)
    event.going_count += len(lucky)
    event.save(update_fields=["going_count"])
    for one in lucky:
        if one.person_id:
            tell(f"event-place {event.pk} {one.person_id}")
        elif one.guest_id:
            write_of_place(one.guest_id)


def _count(event: Event, more: int) -> None:
    event.going_count += more
    if more < 0:
        move_up(event)
    else:
        event.save(update_fields=["going_count"])
    touch_page(event)


def _is_full(event: Event) -> bool:
    return event.capacity is not None and event.going_count >= event.capacity


def refuse_if_over(event: Event) -> None:
    if Occurrence.objects.for_actions().filter(event=event, ends_at__gt=clock.now()).exists():
        return
    text = pgettext("refusal", "This event is over. What you think of it you can write below.")
    raise ValidationError(text, code="over")
