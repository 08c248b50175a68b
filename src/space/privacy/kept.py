"""What this app itself keeps of a person."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, Way, keeps
from space.privacy.actions.copying import forget_copies_of
from space.privacy.actions.group_copying import forget_group_copies_by
from space.privacy.models import Copy, GroupCopy


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "privacy/copies",
            what=pgettext_lazy(
                "kept", "When you asked for a copy of your data, or of a group; the copy itself for two days"
            ),
            why=pgettext_lazy("kept", "So that you can fetch it."),
            until=Until.ACCOUNT,
            seen=Seen.YOU,
            columns={"privacy.Copy.person": Fate.GOES, "privacy.GroupCopy.by": Fate.GOES},
            rows=_copies,
            erase=_forget,
        ),
        Part(
            "privacy/farewells",
            what=pgettext_lazy(
                "kept",
                "That an account asked to be erased, took that back or was erased; when, and with its words or not",
            ),
            why=pgettext_lazy(
                "kept", "To be able to show that it was done, and to do it again after a back-up."
            ),
            until=Until.GOOD,
            seen=Seen.NOBODY,
            columns={"privacy.Farewell.person": Fate.STAYS},
            stays=pgettext_lazy("kept", "It names nobody: it is a number and a day."),
            no_copy=pgettext_lazy("no copy", "Who has an account here has not been erased."),
        ),
    )


def _copies(person: User) -> Iterator[Row]:
    yield from listed(Copy.objects.filter(person=person), "asked_at", "ready_at", "bytes")
    yield from listed(GroupCopy.objects.filter(by=person), "group", "asked_at", "ready_at", "bytes")


def _forget(person: User, way: Way) -> bool:
    forget_copies_of(person)
    forget_group_copies_by(person)
    return False
