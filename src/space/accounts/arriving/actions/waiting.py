"""New accounts that somebody looks at before they are let in. Who decides, and logs it, is an app above."""

from django.db import transaction
from django.utils.translation import get_language

from space.accounts.actions import PEOPLE, tag_of
from space.accounts.arriving import letters
from space.accounts.models import Session, User, Waiting
from space.accounts.telling import has_to_wait, person_changed
from space.kit import clock
from space.web.versions import bump


@transaction.atomic
def let_wait(person: User, why: Waiting.Why) -> User:
    """Nobody comes in with this account, and nobody is shown it, until somebody lets it in."""
    now = {"why": why, "since": clock.now(), "language": get_language() or ""}
    _, is_new = Waiting.objects.get_or_create(person=person, defaults=now)
    person.is_active = False
    person.save(update_fields=["is_active"])
    if is_new:
        has_to_wait.send(User, person=person, why=why)
    return person


@transaction.atomic
def say_who(person: User, words: str) -> bool:
    """Keep what somebody who waits says of themselves. Says whether they still wait."""
    return bool(Waiting.objects.filter(person=person, declined_at=None).update(words=words))


@transaction.atomic
def let_in(person: User) -> User | None:
    """From now on they can come in, and a mail says so. None if somebody has let them in already."""
    waiting = Waiting.objects.select_for_update().filter(person=person).first()
    if waiting is None:
        return None
    waiting.delete()
    User.objects.filter(pk=person.pk).update(is_active=True)
    fresh = User.objects.get(pk=person.pk)
    letters.write(fresh, "let_in", language=waiting.language)
    person_changed.send(User, person=fresh)
    bump(tag_of(fresh.pk), PEOPLE)
    return fresh


@transaction.atomic
def decline(person: User, reason: str) -> Waiting | None:
    """They cannot come in, and are told why, by mail and when they try. None if it was decided already."""
    waiting = Waiting.objects.select_for_update().filter(person=person, declined_at=None).first()
    if waiting is None:
        return None
    waiting.declined_at, waiting.reason = clock.now(), reason
    waiting.save(update_fields=["declined_at", "reason"])
    letters.write(person, "not_let_in", language=waiting.language, reason=reason)
    Session.objects.filter(user=person).delete()
    return waiting
