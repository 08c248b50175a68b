"""What every reader carries of groups. All of it comes with the session, in its one query."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Now

from space.accounts import readers
from space.groups.models import Membership, Role, Visit


def carry_groups() -> None:
    """Called once, from `ready()`."""
    alive = Q(group__ends_at=None)
    readers.carry("groups", _of_members("group_id", alive))
    readers.carry("offices", _of_members("group__office", alive & ~Q(group__office="")))
    readers.carry("owned", _of_members("group_id", Q(role=Role.OWNER)))
    readers.carry("led", _of_members("group_id", alive & Q(role__in=[Role.OWNER, Role.MODERATOR])))
    readers.carry("quiet", _of_members("group_id", Q(group__closed_at__isnull=False)))
    readers.carry("visited", _visits)


def _of_members(column: str, condition: Q) -> readers.Carried:
    def subquery(person: str) -> ArraySubquery:
        mine = Membership.objects.filter(condition, person_id=OuterRef(person))
        return ArraySubquery(mine.values(named=F(column)))

    return subquery


def _visits(person: str) -> Any:
    """By the database's clock: sessions keep the statement, so no moment may be written into it.

    Who belongs to a group does not visit it.
    """
    mine = Visit.objects.filter(person_id=OuterRef(person), until__gt=Now(), group__ends_at=None)
    return ArraySubquery(mine.exclude(group__memberships__person_id=OuterRef(person)).values("group_id"))
