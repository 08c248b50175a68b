"""People come into a group and leave it."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.groups.actions import admit, dismiss
from space.groups.models import Group, Membership, Role
from space.kit import clock
from space.membership.actions.deeds import locked, note
from space.membership.actions.wording import passed_asking, passed_reason
from space.membership.models import Did, JoinRequest, Outcome


@transaction.atomic
def join(group: Group, *, by: User) -> Membership:
    """Into a group that anybody can join. Joining again changes nothing."""
    group = locked(group)
    there = Membership.objects.filter(group=group, person=by).first()
    return there or enter(group, by, Did.JOINED, by=by)


def enter(group: Group, person: User, did: Did, *, by: User) -> Membership:
    """Expects the group to be locked. Requests of theirs that wait are answered by it."""
    JoinRequest.objects.filter(group=group, by=person, outcome=Outcome.WAITS).update(
        outcome=Outcome.ACCEPTED, decided_by=by, decided_at=clock.now()
    )
    membership = admit(group, person)
    note(group, did, by=by, person=person)
    return membership


@transaction.atomic
def leave(group: Group, *, by: User) -> None:
    """Leaving twice changes nothing. Raises ValidationError for the last owner, who would leave nobody to decide."""
    group = locked(group)
    mine = Membership.objects.filter(group=group, person=by).first()
    if mine is None:
        return
    refuse_last_owner(group, mine)
    dismiss(group, by)
    note(group, Did.LEFT, by=by)


def refuse_last_owner(group: Group, membership: Membership) -> None:
    """Before somebody stops to own it. Expects the group to be locked."""
    others = group.memberships.filter(role=Role.OWNER).exclude(pk=membership.pk)
    if membership.role == Role.OWNER and not others.exists():
        raise ValidationError(
            pgettext_lazy(
                "group",
                "A group needs an owner. Make another member its owner first, or delete the group.",
            ),
            code="last_owner",
        )


@transaction.atomic
def ask_to_join(group: Group, *, by: User, words: str, answers: Sequence[tuple[str, str]]) -> JoinRequest:
    """Asking again while one waits brings the new words to the same request."""
    group = locked(group)
    said = passed_asking(group, words, answers, by=by)
    request, is_new = JoinRequest.objects.update_or_create(
        group=group, by=by, outcome=Outcome.WAITS, defaults=said, create_defaults={**said, "at": clock.now()}
    )
    if is_new:
        note(group, Did.ASKED, by=by)
    return request


@transaction.atomic
def withdraw_request(group: Group, *, by: User) -> None:
    JoinRequest.objects.filter(group=group, by=by, outcome=Outcome.WAITS).update(
        outcome=Outcome.WITHDRAWN, decided_at=clock.now()
    )


@transaction.atomic
def decide_request(request: JoinRequest, *, accept: bool, by: User, reason: str = "") -> JoinRequest:
    """Of two who decide at once the first one counts: the second finds it decided."""
    group = locked(request.group)
    fresh = JoinRequest.objects.select_for_update().select_related("by").get(pk=request.pk)
    if not fresh.waits:
        return fresh
    reason = passed_reason(group, reason, by=by)
    fresh.answer(accept=accept, by=by, reason=reason)
    fresh.save()
    if not accept:
        note(group, Did.DECLINED, by=by, person=fresh.by, words=reason)
    elif not Membership.objects.filter(group=group, person=fresh.by).exists():
        enter(group, fresh.by, Did.LET_IN, by=by)
    return fresh
