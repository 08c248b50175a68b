"""What people hear at the bell: of what was decided about their account, and moderators of who waits."""

from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import Waiting
from space.accounts.readers import Reader
from space.administration.permissions import can_let_in
from space.groups.circles import Circle
from space.groups.models import Membership
from space.moderation.models import LogEntry
from space.moderation.telling import batch_of
from space.notifications import causes, messages
from space.notifications.causes import NOTHING, Batch, News, To
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


def of_newcomer(pk: int, *, after: int, limit: int) -> Batch:
    """One line a day for each moderator, however many wait."""
    waiting = Waiting.objects.filter(person=pk, declined_at=None).first()
    if waiting is None:
        return NOTHING
    people = dict.fromkeys(Membership.objects.looking_after().values_list("person", flat=True), "")
    once = f"newcomers {waiting.since:%Y-%m-%d}"
    news = News(at=waiting.since, circle=Circle.MEMBERS, actor=0, thing=pk, once=once)
    batch = batch_of(news, people, after, limit, kind=messages.SYSTEM)
    told = [To(one.person, (messages.SYSTEM,), because="newcomers", because_of=pk) for one in batch.to]
    return Batch(news, told, batch.last)


def _of_newcomers(pk: int, reader: Reader) -> Said | None:
    if not can_let_in(reader):
        return None
    return Said(
        text=mark_safe(pgettext("notification", "Somebody new waits to be let in")),
        url=reverse("administration:waiting"),
        words=pgettext("notification", "Look at who they are, and let them in or say why not."),
        why=pgettext_lazy("why", "You look after this place."),
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
    causes.register("newcomer", of_newcomer)
    messages.register("newcomers", _of_newcomers)
    messages.register("keys-taken", _of_keys)
    messages.register("let-in", _of_door)
