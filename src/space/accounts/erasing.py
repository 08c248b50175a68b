"""What becomes of an account. The row stays, because posts and decisions name it; all that was in it goes."""

import hmac
import secrets

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.hashers import make_password

from space.accounts import names
from space.accounts.actions import PEOPLE, tag_of
from space.accounts.models import (
    Arrival,
    ErasedName,
    FormerName,
    Invitation,
    Session,
    Theme,
    Trust,
    User,
    Waiting,
    WikiAccount,
)
from space.accounts.personal import Way
from space.accounts.telling import person_changed
from space.limits.models import Bucket
from space.web.versions import EVERYTHING, bump


def addresses(person: User, way: Way) -> bool:
    EmailAddress.objects.filter(user=person).delete()
    return False


def wiki(person: User, way: Way) -> bool:
    """Who comes in by it again is somebody new."""
    WikiAccount.objects.filter(person=person).delete()
    return False


def former_names(person: User, way: Way) -> bool:
    had = FormerName.objects.filter(person=person)
    ErasedName.objects.bulk_create(
        [ErasedName(digest=digest_of(name)) for name in had.values_list("name", flat=True)],
        ignore_conflicts=True,
    )
    had.delete()
    Waiting.objects.filter(person=person).delete()
    return False


def arrival(person: User, way: Way) -> bool:
    """Who came with their invitations keeps only that they came."""
    Arrival.objects.filter(person=person).delete()
    Invitation.objects.filter(by=person).delete()
    return False


def keys(person: User, way: Way) -> bool:
    Authenticator.objects.filter(user=person).delete()
    return False


def sessions(person: User, way: Way) -> bool:
    Session.objects.filter(user=person).delete()
    return False


def allowances(person: User, way: Way) -> bool:
    Bucket.objects.filter(who=f"person:{person.pk}").delete()
    return False


def account(person: User, way: Way) -> bool:
    """Comes last: until then the name says whose things are still to go. Nobody gets the name again by signing up."""
    if not names.is_former(person.name):
        ErasedName.objects.bulk_create([ErasedName(digest=digest_of(person.name))], ignore_conflicts=True)
        person.name = names.former_name(secrets.token_hex(3))
    person.skeleton = person.email = person.about = person.picture = ""
    person.password = make_password(None)
    person.is_active = person.is_listed = False
    person.trust, person.trust_by_hand = Trust.NEW, True
    person.language = person.time_zone = ""
    person.languages, person.narrowed, person.theme = [], [], Theme.AUTO
    person.rests_until = None
    person.last_login = None
    person.save()
    person_changed.send(User, person=person)
    bump(tag_of(person.pk), PEOPLE, EVERYTHING)
    return False


def is_taken(name: str) -> bool:
    """Whether this was the name of somebody who was erased, or looks like it."""
    return ErasedName.objects.filter(digest=digest_of(name)).exists()


def digest_of(name: str) -> str:
    """From it nobody learns the name; who knows the name can tell that it was here."""
    seen = names.skeleton_of(name.removesuffix(names.LOCAL_MARK) + names.LOCAL_MARK)
    return hmac.digest(settings.SECRET_KEY.encode(), f"former {seen}".encode(), "sha256").hex()
