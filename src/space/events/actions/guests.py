"""Who comes without an account: asking by mail, confirming, changing it, taking it back, being forgotten."""

from collections.abc import Mapping
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.events.actions.asking import give, long_over
from space.events.actions.attending import decide, lock_places, refuse_if_over, withdraw
from space.events.actions.telling_guests import write_to
from space.events.guest_links import CONFIRMED_WITHIN
from space.events.models import Answer, Attendance, Event, Guest
from space.events.models.guests import new_key
from space.events.telling import letters
from space.kit import clock
from space.limits.actions import Limit, take

# However many addresses and networks they come from.
_LETTERS_AN_HOUR = Limit("event-guests", 300, timedelta(hours=1))


@transaction.atomic
def ask_to_come(event: Event, *, name: str, address: str, said: Mapping[int, str], language: str) -> None:
    """A letter to this address, and nothing that counts until its link is used.

    It answers the same whether the address comes already or not; the letter alone says so. Asked again before it is
    confirmed, what was said last holds.
    """
    take(f"event:{event.pk}", _LETTERS_AN_HOUR)
    event = lock_places(event)
    refuse_if_over(event)
    guest = Guest.objects.filter(event=event, address=address).first() or Guest(event=event, address=address)
    if guest.confirmed_at:
        write_to([guest], letters.again)
        return
    guest.name, guest.said, guest.language = name, {str(pk): text for pk, text in said.items()}, language
    guest.key, guest.asked_at = new_key(), clock.now()
    guest.save()
    write_to([guest], letters.confirm)


@transaction.atomic
def confirm(guest: Guest) -> Attendance:
    """From now on they come, or wait like everybody else. The link is used up; a second click finds it so."""
    event = lock_places(guest.event)
    found = Guest.objects.filter(pk=guest.pk, key=guest.key, confirmed_at=None).first()
    if found is None:
        raise ValidationError(
            pgettext("refusal", "This link has been used already, or is too old."), code="used"
        )
    refuse_if_over(event)
    said = {int(pk): text for pk, text in found.said.items()}
    found.confirmed_at, found.key, found.said = clock.now(), new_key(), {}
    found.save()
    mine = decide(event, Attendance(event=event, guest=found), Answer.GOING)
    give(mine, said)
    write_to([found], letters.placed)
    return mine


@transaction.atomic
def change_guest(guest: Guest, *, name: str, said: Mapping[int, str]) -> None:
    """The name, and what they answered. Their place stays."""
    guest.name = name
    guest.save(update_fields=["name"])
    give(guest.attendance, said)


@transaction.atomic
def forget_guest(guest: Guest) -> None:
    """They do not come after all, or were taken off the list: place, name and address are gone."""
    event = lock_places(guest.event)
    if mine := Attendance.objects.filter(event=event, guest=guest).first():
        withdraw(event, mine)
    Guest.objects.filter(pk=guest.pk).delete()


def brought_along(event: Event, later: Event) -> dict[int, Guest]:
    """Guests of a series that goes on as another event, as guests of that one too; by what they were before."""
    guests = {one.pk: one for one in Guest.objects.filter(event=event, confirmed_at__isnull=False)}
    for one in guests.values():
        one.pk, one.event, one.key = None, later, new_key()
    Guest.objects.bulk_create(guests.values())
    return guests


def forget_guests() -> int:
    """Each night: names and addresses of what ended 90 days ago, and of who never confirmed. Says how many went."""
    old = clock.now() - CONFIRMED_WITHIN
    never = Guest.objects.filter(confirmed_at=None, asked_at__lt=old).delete()[0]
    known = Guest.objects.exclude(address="", name="").filter(event__in=long_over().values("pk"))
    return never + known.update(name="", address="")
