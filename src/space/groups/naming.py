"""Groups that can be named in a text, as `@garden` or `@Garden`: those that everybody may know of.

An unlisted one can be named where its members alone read: `among` is its id there.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q, QuerySet

from space.accounts.models import Trust, User
from space.accounts.readers import Reader
from space.groups.actions import GROUPS
from space.groups.models import Group, Mentioning
from space.groups.standing import belongs
from space.web.kept import Kept

_AT_MOST = 5_000


class Named(NamedTuple):
    pk: int
    slug: str
    name: str
    who: str


def _all() -> list[Named]:
    return _rows(Group.objects.nameable())[:_AT_MOST]


def _rows(groups: QuerySet[Group]) -> list[Named]:
    called = groups.order_by("name").exclude(who_mentions=Mentioning.NOBODY)
    return [Named(*row) for row in called.values_list("pk", "slug", "name", "who_mentions")]


_kept: Kept[list[Named]] = Kept(GROUPS, _all)


def offered_to(reader: Reader, among: int | None = None) -> list[Named]:
    """Those whose members this reader may call."""
    trusted = reader.trust >= Trust.BASIC
    offered = [
        one for one in _kept.get() if belongs(reader, one.pk) or (trusted and one.who == Mentioning.EVERYBODY)
    ]
    if among is None or not belongs(reader, among) or any(one.pk == among for one in offered):
        return offered
    return [*_rows(Group.objects.nameable(among).filter(pk=among)), *offered]


def groups_called(names: Iterable[str], among: int | None = None) -> dict[str, Group]:
    """By each of these names that is the name, or the word in the address, of a group."""
    asked = set(names)
    found = Group.objects.nameable(among).filter(Q(name__in=asked) | Q(slug__in=asked)).order_by("pk")
    named = {name: one for one in found for name in (one.name, one.slug)}
    return {name: one for name, one in named.items() if name in asked}


def callable_by(person: User, groups: Iterable[int], among: int | None = None) -> QuerySet[Group]:
    """Those of them whose members hear of it when this person names them."""
    may = Q(who_mentions=Mentioning.MEMBERS, memberships__person=person)
    if person.trust >= Trust.BASIC:
        may |= Q(who_mentions=Mentioning.EVERYBODY)
    return Group.objects.nameable(among).filter(may, pk__in=list(groups), closed_at=None).distinct()
