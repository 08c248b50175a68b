"""Owners change a group and the roles in it."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from space.accounts.models import User
from space.groups.actions import admit, dismiss, set_titles_right
from space.groups.models import Group, Membership, Role
from space.membership.actions.deeds import locked, note
from space.membership.actions.joining import refuse_last_owner
from space.membership.actions.wording import as_fields, passed, passed_reason
from space.membership.hiding import members_are_hidden
from space.membership.models import Did
from space.moderation.actions import record
from space.web.versions import EVERYTHING, bump

# What the audience of everything inside hangs on never changes here.
CHANGEABLE = (
    "name", "description", "language", "languages", "joining", "is_listed", "shows_members", "questions", "title",
    "who_mentions",
)  # fmt: skip


@transaction.atomic
def change_group(group: Group, *, by: User, **fields: Any) -> Group:
    """Change what is named; what is as it was makes no deed.

    Its words pass the gate: until somebody looked they can stand as they were.
    """
    group = locked(group)
    return _change(group, by, passed(group, by, fields))


@transaction.atomic
def set_words(group: Group, words: Mapping[str, str], *, by: User) -> Group:
    """What `words_of` gives, once somebody has looked at it."""
    return _change(locked(group), by, as_fields(words))


def _change(group: Group, by: User, fields: Mapping[str, Any]) -> Group:
    changed = [name for name in CHANGEABLE if name in fields and getattr(group, name) != fields[name]]
    for name in changed:
        setattr(group, name, fields[name])
    if changed:
        group.save(update_fields=changed)
        set_titles_right(group.memberships.filter(shows_title=True).values_list("person", flat=True))
        if "shows_members" in changed and not group.shows_members:
            members_are_hidden(group)
        note(group, Did.CHANGED, by=by, words=", ".join(changed))
        record(by, "group-changed", group, fields=",".join(changed))
        bump(EVERYTHING)
    return group


@transaction.atomic
def give_role(group: Group, person: User, role: Role, *, by: User) -> Membership | None:
    """To a member; None for who is none any more. Raises ValidationError where nobody would own the group."""
    group = locked(group)
    membership = Membership.objects.filter(group=group, person=person).first()
    if membership is None or membership.role == role:
        return membership
    refuse_last_owner(group, membership)
    membership = admit(group, person, role=role)
    note(group, Did.ROLE, by=by, person=person, words=role.value)
    record(by, "group-role", group, person=person.pk, role=role.value)
    return membership


@transaction.atomic
def take_out(group: Group, person: User, *, by: User, reason: str) -> None:
    """From their next request on they are outside. Taking out twice changes nothing."""
    group = locked(group)
    membership = Membership.objects.filter(group=group, person=person).first()
    if membership is None:
        return
    refuse_last_owner(group, membership)
    reason = passed_reason(group, reason, by=by)
    dismiss(group, person)
    note(group, Did.REMOVED, by=by, person=person, words=reason)
    record(by, "group-member-removed", group, reason, person=person.pk)
