"""A copy is ready: told to who asked for it."""

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.membership.permissions import can_export
from space.notifications.causes import NOTHING, Batch
from space.notifications.kinds import Said
from space.notifications.messages import message
from space.privacy.models import Copy, GroupCopy


def of_copy(pk: int, *, after: int, limit: int) -> Batch:
    copy = Copy.objects.filter(pk=pk, ready_at__isnull=False).first()
    if copy is None or copy.ready_at is None:
        return NOTHING
    return message("copy", copy.person_id, of=pk, by=copy.person_id, at=copy.ready_at, once=f"copy {pk}")


def copy_is_ready(pk: int, reader: Reader) -> Said | None:
    copy = Copy.objects.filter(pk=pk, person=reader.pk).first()
    if copy is None:
        return None
    gone = "" if copy.is_there else pgettext("notification", "It is not there any more.")
    return Said(
        text=pgettext("notification", "The copy of your data is ready"),
        url=reverse("privacy:mine"),
        words=gone,
        why=pgettext_lazy("why", "You asked for it."),
    )


def of_group_copy(pk: int, *, after: int, limit: int) -> Batch:
    copy = GroupCopy.objects.filter(pk=pk, ready_at__isnull=False).first()
    if copy is None or copy.ready_at is None:
        return NOTHING
    return message("group-copy", copy.by_id, of=pk, by=copy.by_id, at=copy.ready_at, once=f"group-copy {pk}")


def group_copy_is_ready(pk: int, reader: Reader) -> Said | None:
    """While they own the group; its name is nothing to who has left it."""
    copy = GroupCopy.objects.filter(pk=pk, by=reader.pk).select_related("group").first()
    if copy is None or not can_export(reader, copy.group):
        return None
    gone = "" if copy.is_there else pgettext("notification", "It is not there any more.")
    return Said(
        text=pgettext("notification", "The copy of your group is ready"),
        url=reverse("privacy:group_copy", args=[copy.group.slug]),
        words=" · ".join(filter(None, [copy.group.name, gone])),
        why=pgettext_lazy("why", "You asked for it."),
    )
