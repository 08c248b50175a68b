"""What archives keep of a person."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, Way, keeps
from space.archives.models import TakedownRequest


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "archives/authors",
            what=pgettext_lazy(
                "kept", "Messages of old mailing lists, and a code made of the address they came from"
            ),
            why=pgettext_lazy("kept", "They were public; the address itself is kept nowhere."),
            until=Until.GOOD,
            seen=Seen.READERS,
            columns={"archives.ArchivedAuthor.person": Fate.STAYS},
            stays=pgettext_lazy(
                "kept",
                "Nobody knows which account their author has today. “Take this down” stands beside each.",
            ),
            no_copy=pgettext_lazy("no copy", "They belong to no account here."),
        ),
        Part(
            "archives/takedowns",
            what=pgettext_lazy("kept", "That you asked to take an archived message down, and your words"),
            why=pgettext_lazy("kept", "So that administrators can decide; your address goes when they have."),
            until=Until.GOOD,
            seen=Seen.STAFF,
            columns={
                "archives.TakedownRequest.by": Fate.LEFT,
                "archives.TakedownRequest.decided_by": Fate.STAYS,
            },
            stays=pgettext_lazy("kept", "The message stays down."),
            rows=_takedowns,
            erase=_forget_takedowns,
        ),
    )


def _takedowns(person: User) -> Iterator[Row]:
    asked = TakedownRequest.objects.filter(by=person)
    return listed(asked, "message", "contact", "asked_at", "decision", "decided_at", text="words")


def _forget_takedowns(person: User, way: Way) -> bool:
    """The request itself stays: which message is meant, it says without words."""
    TakedownRequest.objects.filter(by=person).update(by=None, contact="", words="")
    return False
