"""A copy is ready: told to who asked for it."""

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.notifications.causes import NOTHING, Batch
from space.notifications.kinds import Said
from space.notifications.messages import message
from space.privacy.models import Copy


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
