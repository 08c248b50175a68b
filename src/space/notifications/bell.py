"""How much is unread, for the bell in the bar: it comes with the session, so no page asks for it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django.db.models import OuterRef, Q
from django.db.models.expressions import BaseExpression
from django.http import HttpRequest
from django.utils.translation import get_language, npgettext, pgettext

from space.accounts.readers import Reader
from space.groups.circles import Circle
from space.groups.models import Membership
from space.kit.gathering import counted
from space.notifications.models import Notification

# More than this nobody counts.
_MOST = 99


@dataclass(frozen=True)
class Bell:
    """What stands at the bell: a short number, and the same for who hears it."""

    number: str
    says: str


def unread(reader: Reader) -> int:
    """How many lines are unread; one more than 99 means more than that."""
    return int(reader.carries.get(_carried(reader)) or 0)


def _carried(reader: Reader) -> str:
    """What is counted for this reader; who is suspended is told of themselves alone."""
    return "bell_of_oneself" if reader.is_suspended else "bell"


def counted_again(reader: Reader) -> Reader:
    """The same reader after some lines were read in this very request. Costs a query where something was unread."""
    if not unread(reader):
        return reader
    found = Notification.objects.visible_to(reader).unread().values_list("pk")[: _MOST + 1]
    return replace(reader, carries=MappingProxyType({**reader.carries, _carried(reader): len(found)}))


def waiting(person: str) -> BaseExpression:
    """Counts in the query of the session what the page of notifications would show as unread."""
    groups = Membership.objects.filter(person_id=OuterRef(OuterRef(person))).values("group_id")
    seen = Q(circle__in=[Circle.PUBLIC, Circle.MEMBERS]) | Q(circle__in=groups)
    lines = Notification.objects.filter(seen, person_id=OuterRef(person), read_at=None)
    return counted(lines.exclude(things=[]), most=_MOST)


def waiting_of_oneself(person: str) -> BaseExpression:
    """The same of what reaches who is suspended."""
    lines = Notification.objects.of_oneself()
    return counted(lines.filter(person_id=OuterRef(person), read_at=None), most=_MOST)


def bell(request: HttpRequest) -> dict[str, Any]:
    """For the shell: nothing where nothing waits."""
    reader = getattr(request, "reader", None)
    n = unread(reader) if reader else 0
    return {"bell": _bell(n, get_language() or "")} if n else {}


@lru_cache(maxsize=2_000)
def _bell(n: int, language: str) -> Bell:
    if n > _MOST:
        return Bell(f"{_MOST}+", pgettext("bell", "more than 99 unread"))
    return Bell(str(n), npgettext("bell", "%(n)d unread", "%(n)d unread", n) % {"n": n})
