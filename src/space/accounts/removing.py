"""Passkeys and codes that somebody has lost, with the recovery codes. Who decides, and logs it, is an app above."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from space.accounts.arriving import letters
from space.accounts.models import Session, User, WikiAccount


def can_do_without(person: User) -> bool:
    """Whether another way in is left."""
    proved = EmailAddress.objects.filter(user=person, verified=True)
    by_wiki = WikiAccount.objects.filter(person=person, locked=False)
    return bool(person.has_usable_password() or proved.exists() or by_wiki.exists())


def has_keys(person: User) -> bool:
    return bool(Authenticator.objects.filter(user=person).exists())


@transaction.atomic
def take_keys(person: User, *, reason: str) -> None:
    """Delete them and end every session; a mail says so and why."""
    Authenticator.objects.filter(user=person).delete()
    Session.objects.filter(user=person).delete()
    letters.write(person, "keys_taken", language=person.language, reason=reason)
