"""Who comes: answers, free places, and the list of who waits for one."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.events.actions.finding import touch_page
from space.events.actions.telling_guests import write_of_place
from space.events.models import Answer, Attendance, Event, Occurrence
from space.events.places_taken import Places
from space.kit import clock
from space.notifications.actions import tell


@transaction.atomic
def answer(
    event: Event, *, by: User, says: Answer, is_public: bool = False, of: date | None = None
) -> Attendance:
    """What somebody says about coming, from now on. Who wants to go and finds no free place waits for one.

    Of what repeats it holds for all dates, or for the one that begins on the day `of` by the rule, whatever they said
    of the others. Saying the same again changes nothing but who sees it, so nobody loses a place by a double click.
    Raises a ValidationError once it is over.
    """
    event = lock_places(event)
    of = of if event.repeats else None
    refuse_if_over(event, of)
    mine = _said(event, by, of) or Attendance(event=event, person=by, of=of)
    mine.is_public = is_public
    return decide(event, mine, says)


def decide(event: Event, mine: Attendance, says: Answer) -> Attendance:
    """Keeps what a person or a guest says, with a place if one is free. Expects the event to be locked."""
    had_place = mine.pk is not None and mine.has_place
    if mine.answer != says:
        mine.answer, mine.at, mine.waits_since = says, clock.now(), None
        if says == Answer.GOING and not Places(event, without=mine.person_id).fits(mine.of):
            mine.waits_since = mine.at
        if mine.of is None and mine.waits_since is None and mine.person_id and says != Answer.INTERESTED:
            # All dates are all of them, also those of which they had said something else before.
            Attendance.objects.filter(event=event, person=mine.person_id, of__isnull=False).delete()
    mine.save()
    _count(event, mine, int(mine.has_place) - int(had_place), frees=not mine.has_place)
    return mine


@transaction.atomic
def take_back_answer(event: Event, *, by: User, of: date | None = None) -> None:
    """As if nothing had been said. A place that becomes free goes to who waits longest.

    Of one date: then it is as they said for all. Who goes to all, and finds that date full meanwhile, waits for it.
    """
    event = lock_places(event)
    mine = _said(event, by, of)
    everywhere = _said(event, by, None) if of else None
    if mine is None:
        return
    if (
        everywhere
        and everywhere.has_place
        and not mine.has_place
        and not Places(event, without=by.pk).fits(of)
    ):
        decide(event, mine, Answer.GOING)
    else:
        withdraw(event, mine)


@transaction.atomic
def forget_answers(event: Event, *, by: User) -> None:
    """All that somebody said of this event."""
    event = lock_places(event)
    for mine in Attendance.objects.filter(event=event, person=by):
        withdraw(event, mine)


def withdraw(event: Event, mine: Attendance) -> None:
    """Expects the event to be locked."""
    had_place = mine.has_place
    mine.delete()
    _count(event, mine, -int(had_place), frees=True)


def lock_places(event: Event) -> Event:
    """The event as it is now, for us alone until the transaction ends: of two who want the last place one gets it."""
    return Event.objects.for_actions().select_for_update(no_key=True).get(pk=event.pk)


def move_up(event: Event) -> None:
    """Free places go to who waits longest, each of whom hears of it. Expects the event to be locked, and saves it."""
    waiting = list(
        Attendance.objects.filter(event=event, waits_since__isnull=False).order_by("waits_since", "pk")
    )
    places = Places(event) if waiting else None
    lucky = [one for one in waiting if places and places.take(one)]
    Attendance.objects.filter(pk__in=[one.pk for one in lucky]).update(waits_since=None)
    event.going_count += sum(one.of is None for one in lucky)
    event.save(update_fields=["going_count"])
    for one in lucky:
        if one.person_id:
            tell(f"event-place {event.pk} {one.person_id} {one.pk}")
        elif one.guest_id:
            write_of_place(one.guest_id)


def refuse_if_over(event: Event, of: date | None = None) -> None:
    coming = Occurrence.objects.for_actions().filter(event=event, ends_at__gt=clock.now())
    if (coming.filter(of=of) if of else coming).exists():
        return
    text = (
        pgettext("refusal", "This date is over, or does not take place. Choose another one.")
        if of
        else pgettext("refusal", "This event is over. What you think of it you can write below.")
    )
    raise ValidationError(text, code="over")


def _said(event: Event, by: User, of: date | None) -> Attendance | None:
    return Attendance.objects.filter(event=event, person=by, of=of).first()


def _count(event: Event, mine: Attendance, more: int, *, frees: bool) -> None:
    """`going_count` is of who goes to all dates."""
    event.going_count += more if mine.of is None else 0
    if frees:
        move_up(event)
    else:
        event.save(update_fields=["going_count"])
    touch_page(event)
