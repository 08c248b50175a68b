"""Copies of all that a group has written: asked for by an owner, made by a job, deleted after two days."""

from datetime import timedelta
from secrets import token_hex

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.accounts.readers import reader_of
from space.groups.models import Group, Membership, Role
from space.kit import clock
from space.limits.actions import Limit, take
from space.membership.actions.deeds import locked, note
from space.membership.models import Did
from space.moderation.actions import record
from space.notifications.actions import tell
from space.privacy import folder, group_packing, tasks
from space.privacy.actions.copying import drop, forget_all, give_up
from space.privacy.models import GroupCopy
from space.privacy.numbers import COPIES_A_DAY


@transaction.atomic
def ask_group_copy(group: Group, *, by: User) -> GroupCopy:
    """Have a job make a copy. Its members are told, and the log has it. While one is being made, it is the answer."""
    group = locked(group)
    if made := GroupCopy.objects.filter(group=group, ready_at=None, failed_at=None).first():
        return made
    try:
        take(f"group:{group.pk}", Limit("group_copy", COPIES_A_DAY(), timedelta(days=1)))
    except ValidationError as error:
        text = pgettext("copy", "A copy of this group was made today. You can ask for the next one tomorrow.")
        raise ValidationError(text, code="too_fast") from error
    copy = GroupCopy.objects.create(group=group, by=by, asked_at=clock.now())
    record(by, "group-exported", group)
    note(group, Did.EXPORTED, by=by)
    tasks.make_group_copy.defer(copy=copy.pk)
    return copy


def make_group_copy(pk: int) -> None:
    """Write the file, then tell. What its owner may not have any more is not written, or thrown away again. A second
    job for the same copy does nothing."""
    waiting = GroupCopy.objects.select_related("group", "by").filter(pk=pk, ready_at=None, failed_at=None)
    copy = waiting.first()
    if copy is None:
        return
    if not _may_still(copy):
        give_up(GroupCopy, pk)
        return
    name = f"{token_hex(24)}.zip"
    try:
        group_packing.pack(copy.group, reader_of(copy.by), copy.by.language, folder.place(name))
        if not _is_ready(copy, name):
            folder.forget(name)
    except BaseException:
        folder.forget(name)
        raise


@transaction.atomic
def _is_ready(copy: GroupCopy, name: str) -> bool:
    """Under the lock of the group: who takes a role, or deletes the group, comes before or after."""
    locked(copy.group)
    if not _may_still(copy):
        give_up(GroupCopy, copy.pk)
        return False
    copy.file, copy.bytes, copy.ready_at = name, folder.size(name), clock.now()
    copy.save(update_fields=["file", "bytes", "ready_at"])
    for old in GroupCopy.objects.filter(group=copy.group).exclude(pk=copy.pk).exclude(file=""):
        drop(old)
    tell(f"group-copy {copy.pk}")
    return True


def _may_still(copy: GroupCopy) -> bool:
    """Whether who asked is an owner of the group, and it is there."""
    owns = Membership.objects.filter(group=copy.group_id, person=copy.by_id, role=Role.OWNER)
    there = Group.objects.for_actions().filter(pk=copy.group_id, ends_at=None)
    return copy.by.is_active and owns.exists() and there.exists()


@transaction.atomic
def forget_copies_of_group(group: Group) -> bool:
    """Of one that ended: its copies go with its words."""
    forget_all(GroupCopy.objects.filter(group=group))
    return False


@transaction.atomic
def forget_group_copies_by(person: User) -> None:
    forget_all(GroupCopy.objects.filter(by=person))
