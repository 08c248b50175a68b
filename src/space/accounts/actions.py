from collections.abc import Sequence

from django.db import transaction

from space.accounts.models import Session, User
from space.web.versions import bump


def tag_of(person: int) -> str:
    """What kept pages about a person carry."""
    return f"person:{person}"


@transaction.atomic
def save_preferences(
    person: User, *, language: str, languages: Sequence[str], theme: str, time_zone: str, about: str
) -> User:
    """Keep what a person prefers. From their next page on it is so, wherever they are signed in."""
    fresh = User.objects.select_for_update().get(pk=person.pk)
    fresh.language, fresh.languages, fresh.theme = language, list(languages), theme
    fresh.time_zone, fresh.about = time_zone, about
    fresh.save(update_fields=["language", "languages", "theme", "time_zone", "about"])
    bump(tag_of(fresh.pk))
    return fresh


@transaction.atomic
def choose_theme(person: User, theme: str) -> User:
    """Light, dark or as the device: wherever this person is signed in."""
    fresh = User.objects.select_for_update().get(pk=person.pk)
    fresh.theme = theme
    fresh.save(update_fields=["theme"])
    return fresh


def wait_for_proof(person: User) -> None:
    """An address that was only typed is not the person's yet; allauth's table holds it until it is proved."""
    person.email = ""
    person.save(update_fields=["email"])


@transaction.atomic
def shut_account(person: User) -> User:
    """Nobody signs in with this account any more, and who is signed in is signed out at once."""
    User.objects.filter(pk=person.pk).update(is_active=False)
    Session.objects.filter(user=person).delete()
    bump(tag_of(person.pk))
    return User.objects.get(pk=person.pk)
