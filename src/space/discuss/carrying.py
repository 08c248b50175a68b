"""The rooms that a reader looks after come with the reader."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q

from space.accounts import readers
from space.discuss.models import Moderator
from space.groups.models import Membership, Role

_LEADS = Q(role__in=[Role.OWNER, Role.MODERATOR], group__ends_at=None, group__categories__isnull=False)

_ENTRUSTED = Q(group__ends_at=None, group__closed_at=None, group__moderates__isnull=False)


def carry_rooms() -> None:
    """Called once, from `ready()`."""
    readers.carry("moderated_categories", _appointed)
    readers.carry("led_categories", _led)
    readers.carry("entrusted_categories", _entrusted)


def _appointed(person: str) -> ArraySubquery:
    return ArraySubquery(Moderator.objects.filter(person_id=OuterRef(person)).values("category_id"))


def _led(person: str) -> ArraySubquery:
    """Rooms of the groups that somebody owns or moderates."""
    groups = Membership.objects.filter(_LEADS, person_id=OuterRef(person))
    return ArraySubquery(groups.values("group__categories"))


def _entrusted(person: str) -> ArraySubquery:
    """Categories that a group of theirs looks after."""
    groups = Membership.objects.filter(_ENTRUSTED, person_id=OuterRef(person))
    return ArraySubquery(groups.values("group__moderates__category"))
