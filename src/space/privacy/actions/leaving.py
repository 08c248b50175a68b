"""Somebody wants to be forgotten: the account shuts at once, and can be opened again for two weeks."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override, pgettext

from space.accounts.actions import open_again, shut_for_now
from space.accounts.models import User
from space.accounts.personal import Way, duties_of
from space.community.look import MAIL_PREFIX, sender
from space.kit import clock
from space.moderation.actions import record
from space.notifications.mail.actions import keep
from space.privacy import keys
from space.privacy.erased import Line, Was, note
from space.privacy.models import Farewell
from space.privacy.numbers import FAREWELL_DAYS


@transaction.atomic
def leave(person: User, way: Way) -> Farewell:
    """Shut the account now, and have it erased when the days are over. Asking again changes nothing.

    Raises a ValidationError where something has to be handed over first.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    if before := Farewell.objects.filter(person=person).first():
        return before
    if musts := [duty.text for duty in duties_of(person) if duty.is_must]:
        raise ValidationError(musts, code="duties")
    now = clock.now()
    farewell = Farewell.objects.create(
        person=person, way=way, asked_at=now, due_at=now + timedelta(days=FAREWELL_DAYS())
    )
    shut_for_now(person)
    _note(farewell, Was.ASKED)
    record(person, "farewell-asked", person, way=way.value)
    _write(person, farewell)
    return farewell


@transaction.atomic
def come_back(farewell: Farewell) -> bool:
    """Open the account again, as it was. Not where erasing has begun; then it says no."""
    found = Farewell.objects.select_for_update().filter(pk=farewell.pk, began_at=None).first()
    if found is None:
        return False
    person = User.objects.get(pk=found.person_id)
    _note(found, Was.TAKEN_BACK)
    found.delete()
    open_again(person)
    record(person, "farewell-taken-back", person)
    return True


def _note(farewell: Farewell, was: Was) -> None:
    """Outside of the database, once it is so: a back-up that is brought back knows nothing of it."""
    line = Line(farewell.person_id, was, Way(farewell.way), clock.now(), farewell.due_at)
    transaction.on_commit(partial(note, line), robust=True)


def _write(person: User, farewell: Farewell) -> None:
    """To the address itself: an account that is shut gets no mail."""
    if not person.email:
        return
    page = settings.ORIGIN + reverse("privacy:back_by_mail", args=[keys.key_of(farewell)])
    with override(person.language or None):
        subject = pgettext("mail", "Your account is closed and will be erased")
        text = pgettext(
            "mail",
            "Your account %(name)s is closed, and will be erased on %(day)s.\n\n"
            "If you want it back, or if it was not you who asked for this, open this page before then: %(page)s",
        )
        words = {"name": person.name, "day": farewell.due_at.date().isoformat(), "page": page}
        keep(EmailMessage(f"[{MAIL_PREFIX()}] {subject}", text % words, sender(), [person.email]))
