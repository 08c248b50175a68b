"""What moderation keeps of a person."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, Way, keeps
from space.moderation.models import LogEntry, Penalty, Reason

_PERSON = User._meta.label_lower


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "moderation/penalties",
            what=pgettext_lazy("kept", "When you were silenced or suspended, and why"),
            why=pgettext_lazy("kept", "So that it holds, and can be questioned."),
            until=Until.ACCOUNT,
            seen=Seen.YOU_AND_STAFF,
            columns={"moderation.Penalty.person": Fate.GOES},
            rows=_penalties,
            erase=_forget_penalties,
        ),
        Part(
            "moderation/log",
            what=pgettext_lazy("kept", "Decisions about your account and those you made: what, when and why"),
            why=pgettext_lazy("kept", "So that every decision can be questioned."),
            until=Until.GOOD,
            seen=Seen.STAFF,
            columns={"moderation.LogEntry.by": Fate.STAYS, "moderation.Penalty.by": Fate.STAYS},
            stays=pgettext_lazy(
                "kept", "The log holds numbers and no names; the reasons that were written about you go."
            ),
            rows=_entries,
            erase=_forget_reasons,
        ),
    )


def _penalties(person: User) -> Iterator[Row]:
    return listed(Penalty.objects.filter(person=person), "measure", "reason", "at", "until", "ended")


def _entries(person: User) -> Iterator[Row]:
    """Who decided about them is not told."""
    about = LogEntry.objects.filter(thing_kind=_PERSON, thing_id=person.pk).exclude(by=person)
    for row in listed(about, "what", "at", because="reason__text"):
        yield {"about": "you", **row}
    for row in listed(LogEntry.objects.filter(by=person), "what", "at", "thing_kind", "thing_id"):
        yield {"about": "others", **row}


def _forget_penalties(person: User, way: Way) -> bool:
    Penalty.objects.filter(person=person).delete()
    return False


def _forget_reasons(person: User, way: Way) -> bool:
    """What was written about them; and what they wrote about others, where their words go."""
    about = LogEntry.objects.filter(thing_kind=_PERSON, thing_id=person.pk)
    Reason.objects.filter(entry__in=about.values("pk")).update(text="")
    if way == Way.WORDS:
        Reason.objects.filter(entry__by=person).update(text="")
        Penalty.objects.filter(by=person).update(reason="")
    return False
