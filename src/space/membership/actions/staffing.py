"""Offices are given and taken back: who belongs to the group that is one, holds it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.groups.actions import office
from space.groups.models import Group, Membership, Office
from space.membership.actions.deeds import locked
from space.membership.actions.joining import enter
from space.membership.actions.leading import take_out
from space.membership.models import Did
from space.moderation.actions import record


@transaction.atomic
def appoint(kind: Office, person: User, *, by: User) -> Group:
    """It holds from their next request on. Appointing again changes nothing."""
    group = locked(office(kind))
    if not Membership.objects.filter(group=group, person=person).exists():
        enter(group, person, Did.APPOINTED, by=by)
        record(by, "office-given", group, person=person.pk)
    return group


@transaction.atomic
def end_office(kind: Office, person: User, *, by: User, reason: str = "") -> None:
    """Raises ValidationError for the last administrator, who would leave nobody to appoint another."""
    group = locked(office(kind))
    others = group.memberships.filter(person__is_active=True).exclude(person=person)
    if kind == Office.ADMINISTRATORS and not others.exists():
        raise ValidationError(
            pgettext_lazy(
                "office",
                "A place needs an administrator. Appoint another one first, then this office can end.",
            ),
            code="last_administrator",
        )
    take_out(group, person, by=by, reason=reason)
