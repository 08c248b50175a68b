"""Letters to who comes without an account. What concerns many is written by a job."""

from collections.abc import Callable, Iterable
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override

from space.accounts.models import User
from space.accounts.readers import NOBODY
from space.events.models import Event, Guest, Word
from space.events.telling import letters
from space.events.telling.letters import Written
from space.notifications.actions import tell
from space.notifications.mail import send_to_address

Says = Callable[[Guest, Event], Written]


def tell_of_change(event: Event, by: User) -> None:
    """Everybody whom it concerns: people in their bell, guests by mail."""
    tell(f"event-changed {event.pk} {event.sequence} {by.pk}")
    if _guests(event.pk).exists():
        from space.events.tasks import write_of_change

        write_of_change.defer(event=event.pk, sequence=event.sequence)


def write_of_word(word: Word) -> None:
    if _guests(word.event_id).exists():
        from space.events.tasks import write_of_word

        write_of_word.defer(word=word.pk)


def write_of_place(guest: int) -> None:
    """To who moves up. At once: the last place of many is one letter."""
    write_to([Guest.objects.get(pk=guest)], letters.moved_up)


def write_to(guests: Iterable[Guest], says: Says, about: str = "") -> None:
    """To each in the language in which they asked, about one event; nothing of an event that is public no more."""
    for guest in guests:
        event = Event.objects.visible_to(NOBODY).with_topic().filter(pk=guest.event_id).first()
        if event is None or not guest.address:
            continue
        with override(guest.language):
            written = says(guest, event)
            send_to_address(
                guest.address,
                subject=f"{written.subject}: {event.topic.title}",
                text=letters.in_full(written, guest, event),
                language=guest.language,
                about=f"event.{event.pk}.{about}.guest.{guest.pk}" if about else "",
            )


@transaction.atomic
def write_change(pk: int, sequence: int) -> None:
    """A job. What was changed again since then has a job of its own."""
    event = Event.objects.for_actions().filter(pk=pk, sequence=sequence).first()
    if event is None:
        return
    version, *before = event.versions.all()[:2]
    says = partial(letters.changed, version=version, before=before[0] if before else None)
    write_to(_guests(pk), says, f"changed.{sequence}")


@transaction.atomic
def write_word(pk: int) -> None:
    """A job."""
    if word := Word.objects.filter(pk=pk).first():
        write_to(_guests(word.event_id), partial(letters.word, of=word), f"word.{pk}")


def _guests(event: int) -> "QuerySet[Guest]":
    return Guest.objects.filter(event=event, confirmed_at__isnull=False).order_by("pk")
