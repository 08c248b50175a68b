"""New accounts that somebody looks at before they are let in. Who decides, and logs it, is an app above."""

from django.db import transaction

from space.accounts.actions import PEOPLE, tag_of
from space.accounts.models import Session, User, Waiting
from space.accounts.numbers import NEW_ACCOUNTS, NewAccounts
from space.accounts.telling import person_changed
from space.kit import clock
from space.web.versions import bump


def must_wait() -> bool:
    return bool(NEW_ACCOUNTS() == NewAccounts.APPROVAL)


@transaction.atomic
def let_wait(person: User, why: Waiting.Why) -> User:
    """Nobody comes in with this account, and nobody is shown it, until somebody lets it in."""
    Waiting.objects.get_or_create(person=person, defaults={"why": why, "since": clock.now()})
    person.is_active = False
    person.save(update_fields=["is_active"])
    return person


@transaction.atomic
def let_in(person: User) -> User | None:
    """From now on they can come in. None if somebody has let them in already."""
    waiting = Waiting.objects.select_for_update().filter(person=person).first()
    if waiting is None:
        return None
    waiting.delete()
    User.objects.filter(pk=person.pk).update(is_active=True)
    fresh = User.objects.get(pk=person.pk)
    person_changed.send(User, person=fresh)
    bump(tag_of(fresh.pk), PEOPLE)
    return fresh


@transaction.atomic
def decline(person: User, reason: str) -> Waiting | None:
    """They cannot come in, and are told why when they try. None if it was decided already."""
    waiting = Waiting.objects.select_for_update().filter(person=person, declined_at=None).first()
    if waiting is None:
        return None
    waiting.declined_at, waiting.reason = clock.now(), reason
    waiting.save(update_fields=["declined_at", "reason"])
    Session.objects.filter(user=person).delete()
    return waiting
