"""What holds for one person alone, in words: for themselves and for moderators."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import Trust, User
from space.accounts.readers import Reader
from space.accounts.terms import has_limits, waits_for_approval
from space.moderation.models import LogEntry
from space.notifications.kinds import Said

LIMITS, APPROVAL = "limits-set", "approval-began"
_PERSON = User._meta.label_lower
# How many times as wide limits are.
FACTORS: Mapping[str, Any] = {
    "0.25": pgettext_lazy("limits", "A quarter of what others may"),
    "0.5": pgettext_lazy("limits", "Half of what others may"),
    "2": pgettext_lazy("limits", "Twice what others may"),
    "5": pgettext_lazy("limits", "Five times what others may"),
}


def said_limits(trust: int | None, factor: float) -> str:
    """How wide they are."""
    if trust is None:
        return str(FACTORS.get(f"{factor:g}", f"\u00d7 {factor:g}"))
    if trust == Trust.NEW:
        return pgettext("limits", "As for somebody new on the first day")
    return pgettext("limits", "As with trust: %(trust)s") % {"trust": Trust(trust).label}


def title_of(what: str) -> str:
    titles = {
        LIMITS: pgettext("notification", "A moderator has set how much you can write"),
        "limits-lifted": pgettext("notification", "You can write as much as everybody again"),
        APPROVAL: pgettext("notification", "A moderator looks at what you write before others see it"),
        "silence-began": pgettext("notification", "You can read here for now, but not write"),
        "suspension-began": pgettext("notification", "Your account is suspended for now"),
        "silence-ended": pgettext("notification", "You can write here again"),
        "suspension-ended": pgettext("notification", "Your account is not suspended any more"),
        "approval-ended": pgettext("notification", "What you write appears at once again"),
    }
    return titles.get(what, "")


def of_terms(pk: int, reader: Reader) -> Said | None:
    """For whom it was set."""
    entry = LogEntry.objects.select_related("reason").filter(pk=pk, thing_id=reader.pk).first()
    if entry is None or not title_of(entry.what):
        return None
    words = " ".join(filter(None, [_measure(entry), _reason(entry)]))
    why = pgettext_lazy("why", "It is about yourself.")
    return Said(title_of(entry.what), reverse("review:about_me"), words=words, why=why)


def in_force(person: User) -> Iterator[dict[str, Any]]:
    """What holds now, with why and until when. Costs a query where something does."""
    held = {LIMITS: has_limits(person), APPROVAL: waits_for_approval(person)}
    for what in (one for one, holds in held.items() if holds):
        found = LogEntry.objects.filter(what=what, thing_kind=_PERSON, thing_id=person.pk)
        entry = found.select_related("reason", "by").order_by("-pk").first()
        if entry:
            yield {
                "what": what,
                "title": title_of(what),
                "measure": _measure(entry),
                "reason": _reason(entry),
                "by": entry.by.name,
            }


def _measure(entry: LogEntry) -> str:
    codes = entry.codes
    if "until" not in codes:
        return ""
    moment = date_format(timezone.localtime(datetime.fromisoformat(codes["until"])), "DATETIME_FORMAT")
    until = pgettext("limits", "Until %(moment)s.") % {"moment": moment}
    if entry.what != LIMITS:
        return until
    return f"{said_limits(codes.get('trust'), float(codes.get('factor', 1)))}. {until}"


def _reason(entry: LogEntry) -> str:
    return entry.reason.text if hasattr(entry, "reason") else ""
