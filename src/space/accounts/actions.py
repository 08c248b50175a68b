from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from space.accounts.models import Session, Trust, User
from space.accounts.sayings import Saying, pass_gates
from space.accounts.telling import person_changed
from space.languages import guess
from space.web.versions import EVERYTHING, bump

# Of how many lists we remember that they show one's own languages; the one chosen first is forgotten first.
MOST_NARROWED = 200
# What kept pages carry that list people.
PEOPLE = "people"


def tag_of(person: int) -> str:
    """What kept pages about a person carry."""
    return f"person:{person}"


@transaction.atomic
def save_preferences(
    person: User,
    *,
    language: str,
    languages: Sequence[str],
    theme: str,
    time_zone: str,
    about: str,
    is_listed: bool = True,
) -> User:
    """Keep what a person prefers. From their next page on it is so, wherever they are signed in.

    What they say of themselves passes the gate: until somebody looked it can stand as it was.
    """
    fresh = User.objects.select_for_update().get(pk=person.pk)
    fresh.language, fresh.languages, fresh.theme = language, list(languages), theme
    fresh.time_zone, fresh.about, fresh.is_listed = time_zone, _passed(fresh, about), is_listed
    fresh.save(update_fields=["language", "languages", "theme", "time_zone", "about", "is_listed"])
    bump(tag_of(fresh.pk), PEOPLE)
    return fresh


def _passed(person: User, about: str) -> str:
    looks = guess(about, person.languages)
    words, before = {"about": about}, {"about": person.about}
    saying = Saying(person, person, "profile", words, before, looks.code if looks.sure else "")
    return pass_gates(saying)["about"]


@transaction.atomic
def say_about(person: User, about: str) -> User:
    """What a person says of themselves, once somebody has looked at it."""
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    fresh.about = about
    fresh.save(update_fields=["about"])
    bump(tag_of(fresh.pk), PEOPLE)
    return fresh


@transaction.atomic
def narrow_list(person: User, where: str, *, to_mine: bool) -> User:
    """Let a list show only the languages that this person reads, or all again, until they choose otherwise."""
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    others = [name for name in fresh.narrowed if name != where]
    fresh.narrowed = [*others, where][-MOST_NARROWED:] if to_mine else others
    fresh.save(update_fields=["narrowed"])
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
    choose_picture(person, "")
    User.objects.filter(pk=person.pk).update(is_active=False)
    Session.objects.filter(user=person).delete()
    person_changed.send(User, person=person)
    bump(tag_of(person.pk), PEOPLE)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def shut_for_now(person: User) -> None:
    """The same, and nothing of the account changes: it can be opened again."""
    User.objects.filter(pk=person.pk).update(is_active=False)
    Session.objects.filter(user=person).delete()
    person_changed.send(User, person=User.objects.get(pk=person.pk))
    bump(tag_of(person.pk), PEOPLE)


@transaction.atomic
def open_again(person: User) -> None:
    """As it was. They sign in as before."""
    User.objects.filter(pk=person.pk).update(is_active=True)
    person_changed.send(User, person=User.objects.get(pk=person.pk))
    bump(tag_of(person.pk), PEOPLE)


def end_sessions(person: User, *, keys: Iterable[str] | None = None, but: str | None = None) -> int:
    """Sign a person out in these browsers, or in all `but` one. Says in how many."""
    mine = Session.objects.filter(user=person).exclude(pk=but)
    return (mine if keys is None else mine.filter(pk__in=list(keys))).delete()[0]


@transaction.atomic
def choose_picture(person: User, address: str) -> str:
    """Show this picture of a person wherever they are shown, or their letter where it is empty.

    Gives the address of the one that was shown before: its files are of the app that made them.
    """
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    before = fresh.picture
    if before != address:
        fresh.picture = address
        fresh.save(update_fields=["picture"])
        # Faces stand in kept rows and posts, whose names do not tell them.
        bump(EVERYTHING)
    return before


@transaction.atomic
def raise_trust(people: Iterable[int], to: Trust) -> list[int]:
    """Trust that grew by itself: it never falls by this, and what a moderator chose stays. Says whose trust rose."""
    found = User.objects.filter(pk__in=people, trust__lt=to, trust_by_hand=False)
    risen = sorted(found.select_for_update(no_key=True).values_list("pk", flat=True))
    User.objects.filter(pk__in=risen).update(trust=to)
    bump(*map(tag_of, risen))
    return risen


@transaction.atomic
def choose_trust(person: User, trust: Trust) -> tuple[User, int, bool]:
    """Trust as a moderator chose it: it no longer grows by itself. Gives what it was, and whether this is new."""
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    before, was_chosen = fresh.trust, fresh.trust_by_hand
    if (before, was_chosen) == (trust, True):
        return fresh, before, False
    fresh.trust, fresh.trust_by_hand = trust, True
    fresh.save(update_fields=["trust", "trust_by_hand"])
    bump(tag_of(fresh.pk))
    return fresh, before, True


@transaction.atomic
def set_terms(person: User, **columns: Any) -> User:
    """Limits of their own, and whether a moderator looks first at what they write: from their next request on."""
    fresh = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    for name, value in columns.items():
        setattr(fresh, name, value)
    fresh.save(update_fields=list(columns))
    return fresh
