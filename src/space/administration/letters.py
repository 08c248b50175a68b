"""What people hear of what was decided about their account, at the bell."""

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.moderation.models import LogEntry
from space.notifications import causes, messages
from space.notifications.causes import NOTHING, Batch
from space.notifications.kinds import Said

_WHY = pgettext_lazy("why", "It is about yourself.")


def of_decision(pk: int, *, after: int, limit: int) -> Batch:
    """As the log says it."""
    entry = LogEntry.objects.filter(pk=pk, what__in=["let-in", "keys-taken"]).first()
    if entry is None:
        return NOTHING
    return messages.message(
        entry.what, entry.thing_id, of=entry.pk, by=entry.by_id, at=entry.at, once=f"log {pk}"
    )


def _of_keys(entry: int, reader: Reader) -> Said | None:
    found = LogEntry.objects.filter(pk=entry, thing_id=reader.pk).select_related("reason").first()
    if found is None:
        return None
    return Said(
        text=mark_safe(pgettext("notification", "An administrator took your passkeys and codes away")),
        url=reverse("mfa_index"),
        words=found.reason.text if hasattr(found, "reason") else "",
        why=_WHY,
    )


def _of_door(entry: int, reader: Reader) -> Said | None:
    return Said(
        text=mark_safe(
            pgettext("notification", "A moderator looked at your account and let you in. Welcome!")
        ),
        url=reverse("accounts:preferences"),
        words=pgettext("notification", "Say which languages you read, and lists show what you can read."),
        why=_WHY,
    )


def register_messages() -> None:
    """Called once, when everything is there."""
    causes.register("account", of_decision)
    messages.register("keys-taken", _of_keys)
    messages.register("let-in", _of_door)
