"""Whoever subscribed to a calendar elsewhere hears that it is not read any more."""

from datetime import UTC, datetime

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import User
from space.accounts.readers import Reader
from space.events.models import Source
from space.notifications import causes, messages
from space.notifications.causes import NOTHING, Batch
from space.notifications.kinds import Said

_STOPPED = "source-stopped"


def register() -> None:
    """Called once, when everything is there."""
    messages.register(_STOPPED, _said)
    causes.register(_STOPPED, of_stopped)


def of_stopped(pk: int, at: int, *, after: int, limit: int) -> Batch:
    source = Source.objects.filter(pk=pk, stopped_at__isnull=False).first()
    if source is None:
        return NOTHING
    return messages.message(
        _STOPPED,
        source.by_id,
        of=source.pk,
        by=User.objects.system().pk,
        at=datetime.fromtimestamp(at, UTC),
        once=f"{_STOPPED} {pk} {at}",
    )


def _said(pk: int, reader: Reader) -> Said | None:
    source = Source.objects.filter(pk=pk, by=reader.pk).first()
    if source is None:
        return None
    told = pgettext("notification", "The calendar %(name)s cannot be read any more, so it is not tried again")
    return Said(
        text=mark_safe(told % {"name": format_html("<bdi>{}</bdi>", source.name)}),
        url=reverse("events:source", args=[source.pk]),
        words=source.failure,
        why=pgettext_lazy("why", "You subscribed to it."),
    )
