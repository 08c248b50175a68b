from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.hashers import make_password
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from space.accounts import closed, names
from space.accounts.models import FormerName, Nature, User, Waiting
from space.kit.fields import one_line


def people_called(typed: str) -> QuerySet[User]:
    """Whom somebody may mean who types this to sign in: a name as it is stored or was before, with or without the mark
    of local accounts, or an e-mail address that was proved. Upper and lower case of names matter.
    """
    proved = EmailAddress.objects.filter(email=typed.strip().lower(), verified=True).values("user")
    said = [one_line(typed.replace("_", " ")), names.local_name(typed)]
    # Of those whom an account of the wikis gave another name.
    before = FormerName.objects.filter(name__in=said).values("person")
    found = Q(name__in=said) | Q(pk__in=before) | Q(pk__in=proved)
    return User.objects.filter(found, nature=Nature.PERSON)


class ByNameOrAddress(ModelBackend):
    """Signs people in by password. An unknown name takes as long as a wrong password."""

    def authenticate(  # type: ignore[override]
        self, request: HttpRequest | None, password: str | None = None, **who: Any
    ) -> User | None:
        typed = who.get("username") or who.get("email") or ""
        if not typed or not password:
            return None
        checked = False
        for person in people_called(typed).order_by("pk"):
            if person.has_usable_password():
                checked = True
                if person.check_password(password) and self._may(person):
                    return person
        if not checked:
            make_password(password)
        return None

    def _may(self, person: User) -> bool:
        """Who waits, or can come back to a shut account, is led to where it is said, and not let in."""
        led = closed.can_come_back(person) or Waiting.objects.filter(person=person).exists()
        return self.user_can_authenticate(person) or led
