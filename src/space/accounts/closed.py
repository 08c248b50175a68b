"""Accounts that are shut and can be opened again: who signs in to one is led to the way back."""

import time
from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from space.accounts.models import User

_KEY = "coming_back"
# Seconds for which having signed in opens the way.
_FRESH = 600
_offered: list[tuple[Callable[[User], bool], str]] = []


def offer_way_back(can: Callable[[User], bool], url_name: str) -> None:
    """Called from `ready()`."""
    _offered.append((can, url_name))


def can_come_back(person: User) -> bool:
    return any(can(person) for can, _ in _offered)


def way_back(request: HttpRequest, person: User) -> str:
    """Where they are led who have just shown that they are this person; nothing where there is no way."""
    for can, url_name in _offered:
        if can(person):
            request.session[_KEY] = [person.pk, time.time()]
            return reverse(url_name)
    return ""


def coming_back(request: HttpRequest) -> int:
    """The person who has just signed in to a shut account with this browser, or 0."""
    person, at = request.session.get(_KEY) or (0, 0)
    return person if time.time() - at < _FRESH else 0


def forget(request: HttpRequest) -> None:
    request.session.pop(_KEY, None)
