"""A group becomes read-only, or ends; and is asked what shall become of it when nobody writes any more."""

from datetime import datetime, timedelta

from django.db import transaction

from space.accounts.models import User
from space.groups.actions import set_titles_right
from space.groups.models import Group, Office
from space.kit import clock
from space.membership.actions.deeds import locked, note
from space.membership.burying import empty
from space.membership.lively import last_written
from space.membership.models import Did, GroupDeed, Invitation
from space.membership.numbers import IDLE_DAYS, WAY_BACK_DAYS
from space.moderation.actions import record
from space.web.versions import EVERYTHING, bump


@transaction.atomic
def close_group(group: Group, *, by: User) -> Group:
    """It is read as before and nobody writes in it. Closing it again changes nothing."""
    return _turn(group, by, Did.CLOSED, "closed_at", clock.now())


@transaction.atomic
def reopen_group(group: Group, *, by: User) -> Group:
    return _turn(group, by, Did.REOPENED, "closed_at", None)


@transaction.atomic
def delete_group(group: Group, *, by: User) -> Group:
    """From now on nobody sees inside. Its owners can take that back for some days; then it is gone."""
    return _turn(group, by, Did.DELETED, "ends_at", clock.now() + timedelta(days=WAY_BACK_DAYS()))


@transaction.atomic
def keep_group(group: Group, *, by: User) -> Group:
    """Take the deletion back: everything is as it was."""
    return _turn(group, by, Did.KEPT, "ends_at", None)


def _turn(group: Group, by: User, did: Did, name: str, value: datetime | None) -> Group:
    """Where it is so already nothing changes."""
    group = locked(group)
    if (getattr(group, name) is None) == (value is None):
        return group
    setattr(group, name, value)
    group.save(update_fields=[name])
    set_titles_right(group.memberships.filter(shows_title=True).values_list("person", flat=True))
    note(group, did, by=by)
    record(by, f"group-{did.value}", group)
    bump(EVERYTHING)
    return group


def bury() -> int:
    """Groups whose way back is over: what was written there goes, nobody belongs to them any more, and their names are
    gone. Says how many.
    """
    over = list(
        Group.objects.for_actions().filter(ends_at__lte=clock.now(), memberships__isnull=False).distinct()
    )
    for group in over:
        empty(group)
        _bury(group)
    return len(over)


@transaction.atomic
def _bury(group: Group) -> None:
    """Rows inside are protected by those that name them, so the group stays as an empty shell that nobody can enter."""
    group = locked(group)
    if not group.is_ending or group.ends_at is None or group.ends_at > clock.now():
        return
    group.memberships.all().delete()
    Invitation.objects.filter(group=group).delete()
    GroupDeed.objects.filter(group=group).delete()
    group.requests.all().delete()
    group.name, group.slug = f"{group.pk}", f"ended-{group.pk}"
    group.description, group.questions, group.title, group.is_listed = "", [], "", False
    group.save()
    bump(EVERYTHING)


def remind_idle() -> int:
    """Ask the owners of groups in which nobody wrote for long. Once in that time each; says how many."""
    since = clock.now() - timedelta(days=IDLE_DAYS())
    alive = Group.objects.for_actions().filter(
        closed_at=None, ends_at=None, created_at__lt=since, office=Office.NONE
    )
    told = GroupDeed.objects.filter(did=Did.IDLE, at__gte=since).values("group")
    silent = list(alive.exclude(pk__in=told))
    last = last_written(silent)
    idle = [group for group in silent if group.pk not in last or last[group.pk] < since]
    machine = User.objects.system()
    for group in idle:
        with transaction.atomic():
            note(locked(group), Did.IDLE, by=machine)
    return len(idle)
