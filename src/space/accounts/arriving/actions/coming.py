"""Somebody new has come. Whether they are in at once, or wait."""

from django.core.exceptions import ValidationError
from django.db import transaction

from space.accounts import allowances
from space.accounts.arriving.actions import inviting
from space.accounts.arriving.actions.waiting import let_wait
from space.accounts.models import Arrival, Invitation, User, Waiting
from space.accounts.numbers import NEW_ACCOUNTS, NewAccounts
from space.kit import clock


@transaction.atomic
def came_here(person: User, *, sender: str, invitation: Invitation | None) -> User:
    """An account made here. Raises a ValidationError where the invitation was used up meanwhile."""
    _note(person, sender, invitation)
    if why := _why_here(sender, invitation):
        return let_wait(person, why)
    return person


@transaction.atomic
def came_from_wiki(
    person: User, *, sender: str, invitation: Invitation | None, why: Waiting.Why | None
) -> None:
    """`why` they have to wait whatever else is so. The wikis themselves count accounts of one address."""
    _note(person, sender, invitation)
    why = why or _why_of_everybody(invitation)
    if why:
        let_wait(person, why)


def can_come_here(invitation: Invitation | None) -> bool:
    """Whether accounts are made here for who has this invitation, or none."""
    mode = NEW_ACCOUNTS()
    return bool(
        mode in {NewAccounts.OPEN, NewAccounts.APPROVAL} or (mode == NewAccounts.INVITATION and invitation)
    )


def can_come_from_wiki(invitation: Invitation | None) -> bool:
    return bool(invitation) or NEW_ACCOUNTS() != NewAccounts.INVITATION


def _note(person: User, sender: str, invitation: Invitation | None) -> None:
    if invitation:
        inviting.use(invitation)
    Arrival.objects.create(person=person, sender=sender, invitation=invitation, at=clock.now())


def _why_of_everybody(invitation: Invitation | None) -> Waiting.Why | None:
    """Where a moderator looks at each who comes without an invitation."""
    looks = NEW_ACCOUNTS() == NewAccounts.APPROVAL and invitation is None
    return Waiting.Why.EVERYBODY if looks else None


def _why_here(sender: str, invitation: Invitation | None) -> Waiting.Why | None:
    if why := _why_of_everybody(invitation):
        return why
    if invitation and invitation.is_wide:
        return None
    try:
        allowances.come_from(sender)
    except ValidationError:
        return Waiting.Why.MANY
    return None
