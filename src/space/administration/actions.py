"""What administrators decide: settings, and whom to let in. All of it stands in the log, with what was before."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import pgettext

from space.accounts import removing
from space.accounts.arriving.actions import waiting as admission
from space.accounts.models import User, Waiting
from space.administration.telling import told
from space.community import reading
from space.community.models import Setting
from space.community.registry import Definition
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell
from space.web import versions

T = TypeVar("T")


@transaction.atomic
def change_setting(definition: Definition[T], to: T, *, by: User, seen: str | None = None) -> T:
    """Choose a value for everybody. Choosing what holds already changes nothing; the default needs no row.

    `seen` is the `token` of what the person saw when deciding. Who decided about something that others
    have changed meanwhile is told, unless both chose the same.
    """
    value = definition.kind.checked(to)
    row = _locked(definition)
    before = definition.held(row and row.value)
    if _same(definition, value, before):
        return value
    if seen is not None and seen != token(row):
        raise _changed_meanwhile(definition, row, before)
    reason, codes = told(definition, before, value)
    if _same(definition, value, definition.default()):
        _take_away(definition, row, by, reason, codes)
    else:
        _put(definition, value, by, reason, codes)
    versions.bump(reading.TAG, versions.EVERYTHING)
    reading.forget()
    return value


def reset_setting(definition: Definition[T], *, by: User, seen: str | None = None) -> T:
    """Back to the default."""
    return change_setting(definition, definition.default(), by=by, seen=seen)


@transaction.atomic
def let_in(person: User, *, by: User) -> None:
    """Open an account that waits. What somebody else decided meanwhile stands."""
    if admission.let_in(person):
        entry = record(by, "let-in", person)
        tell(f"account {entry.pk}")


@transaction.atomic
def decline(person: User, *, by: User, reason: str) -> None:
    """Do not open it, and say why; they are told when they come again."""
    if admission.decline(person, reason):
        record(by, "not-let-in", person, reason)


@transaction.atomic
def take_keys_away(person: User, *, by: User, reason: str) -> None:
    """Passkeys, codes of an app and recovery codes: from now on the password is enough, and all sessions end.

    Raises a ValidationError for who would have no way in any more.
    """
    User.objects.select_for_update().get(pk=person.pk)
    if not removing.has_keys(person):
        raise ValidationError(pgettext("keys", "They have no passkeys and no codes."), code="none")
    if not removing.can_do_without(person):
        text = pgettext(
            "keys", "They have no password, no address and no Wikimedia account: nothing would be left."
        )
        raise ValidationError(text, code="last_way")
    removing.take_keys(person, reason=reason)
    entry = record(by, "keys-taken", person, reason)
    tell(f"account {entry.pk}")


def note_who_waits(sender: type[User], *, person: User, why: str, **more: Any) -> None:
    """Moderators hear of it. Where the machine decided it by itself, it stands in the log like any other act."""
    if why == Waiting.Why.MANY:
        record(User.objects.system(), "made-to-wait", person)
    tell(f"newcomer {person.pk}")


def token(row: Setting | None) -> str:
    """Another one after every change; empty while the default holds."""
    return row.changed_at.isoformat() if row else ""


def _locked(definition: Definition[Any]) -> Setting | None:
    """The row, or that there is none; nobody else changes this setting until we are done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"setting {definition.name}"])
    return Setting.objects.select_related("by").filter(name=definition.name).first()


def _same(definition: Definition[T], one: T, other: T) -> bool:
    return bool(definition.kind.stored(one) == definition.kind.stored(other))


def _put(definition: Definition[T], value: T, by: User, reason: str, codes: dict[str, str | int]) -> None:
    chosen = {"value": definition.kind.stored(value), "by": by, "changed_at": clock.now()}
    row, _ = Setting.objects.update_or_create(name=definition.name, defaults=chosen)
    record(by, "setting-changed", row, reason, name=definition.name, **codes)


def _take_away(
    definition: Definition[Any], row: Setting | None, by: User, reason: str, codes: dict[str, str | int]
) -> None:
    if row is None:
        return
    record(by, "setting-reset", row, reason, name=definition.name, **codes)
    row.delete()


def _changed_meanwhile(definition: Definition[T], row: Setting | None, now: T) -> ValidationError:
    if row is None:
        text = pgettext(
            "setting",
            "Somebody set this back to the default (%(value)s) after you opened the page. "
            "Look at it, then decide again.",
        )
        return ValidationError(text, code="changed", params={"value": definition.kind.said(now)})
    text = pgettext(
        "setting",
        "%(name)s changed this to “%(value)s” after you opened the page. Look at it, then decide again.",
    )
    name = f"\u2068{row.by.name}\u2069"
    return ValidationError(text, code="changed", params={"name": name, "value": definition.kind.said(now)})
