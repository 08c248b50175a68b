"""Where somebody is signed in: each session by a mark that opens nothing, because its key is the key to the account."""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.utils.crypto import constant_time_compare

from space.accounts.devices import device_of, said_device
from space.accounts.models import Session, User
from space.accounts.requests import Request
from space.accounts.sessions import SessionStore
from space.kit import clock


@dataclass(frozen=True)
class SignedIn:
    """One place in which somebody is signed in."""

    mark: str
    device: str
    since: datetime
    used_on: date
    is_this: bool


def remember_device(sender: object, request: Request, user: User, **kwargs: Any) -> None:
    cast(SessionStore, request.session).began(device_of(request.headers.get("User-Agent", "")))


def signed_in(person: User, key: str | None) -> list[SignedIn]:
    """This one first, then the one that was used last. `key` is that of the session that asks."""
    found = [
        SignedIn(_mark(one.session_key), said_device(one.device), one.created_at, one.used_on, one.pk == key)
        for one in _standing(person)
    ]
    return sorted(found, key=lambda one: (one.is_this, one.used_on, one.since), reverse=True)


def keys_of(person: User, marks: set[str]) -> list[str]:
    """The sessions of a person that have these marks."""
    return [one.session_key for one in _standing(person) if _mark(one.session_key) in marks]


def _standing(person: User) -> Iterator[Session]:
    """Without those that ended when the password changed."""
    proof = person.get_session_auth_hash()
    for one in Session.objects.filter(user=person, expire_date__gt=clock.now()):
        told = SessionStore().decode(one.session_data)
        if constant_time_compare(told.get(HASH_SESSION_KEY, ""), proof):
            yield one


def _mark(key: str) -> str:
    return hmac.digest(settings.SECRET_KEY.encode(), f"session {key}".encode(), "sha256").hex()[:20]
