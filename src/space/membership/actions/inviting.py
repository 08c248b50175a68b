"""Keys to the door of a group."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.groups.models import Group, Membership
from space.kit import clock
from space.limits.actions import Limit, take
from space.membership.actions.deeds import locked, note
from space.membership.actions.joining import enter
from space.membership.models import Did, Invitation
from space.membership.numbers import INVITATION_DAYS, INVITATIONS_A_DAY


@transaction.atomic
def invite_by_link(group: Group, *, by: User, days: int, uses: int | None) -> Invitation:
    """A link that lets in whoever holds it: for so many days, and so many people where `uses` says it."""
    _take(by)
    ends_at = clock.now() + timedelta(days=min(days, INVITATION_DAYS()))
    return Invitation.objects.create(group=group, by=by, uses_left=uses, at=clock.now(), ends_at=ends_at)


@transaction.atomic
def invite_person(group: Group, person: User, *, by: User) -> Invitation:
    """One who is invited already gets no second invitation. Raises ValidationError for who belongs to the group."""
    group = locked(group)
    if Membership.objects.filter(group=group, person=person).exists():
        raise ValidationError(pgettext_lazy("group", "They belong to this group already."), code="inside")
    if there := Invitation.objects.good(clock.now()).filter(group=group, person=person).first():
        return there
    _take(by)
    ends_at = clock.now() + timedelta(days=INVITATION_DAYS())
    made = Invitation.objects.create(
        group=group, by=by, person=person, uses_left=1, at=clock.now(), ends_at=ends_at
    )
    note(group, Did.INVITED, by=by, person=person)
    return made


def _take(by: User) -> None:
    take(f"person:{by.pk}", Limit("group_invitations", INVITATIONS_A_DAY(), timedelta(days=1)))


@transaction.atomic
def end_invitation(invitation: Invitation) -> None:
    """It opens nothing any more. Ending it again changes nothing."""
    Invitation.objects.filter(pk=invitation.pk, ended_at=None).update(ended_at=clock.now())


@transaction.atomic
def accept_invitation(invitation: Invitation, *, by: User) -> Membership:
    """Come in with it. Of many who use the last place of a link at once one comes in; raises ValidationError else."""
    group = locked(invitation.group)
    there = Membership.objects.filter(group=group, person=by).first()
    if there:
        return there
    for_them = Q(person=None) | Q(person=by)
    mine = Invitation.objects.good(clock.now()).filter(for_them, pk=invitation.pk)
    if not mine.update(uses=F("uses") + 1, uses_left=F("uses_left") - 1):
        raise ValidationError(
            pgettext_lazy(
                "group", "This invitation is used up, too old, or was taken back. Ask for a new one."
            ),
            code="used_up",
        )
    return enter(group, by, Did.JOINED, by=by)
