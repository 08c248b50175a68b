"""What the queue keeps of a person."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, Way, keeps
from space.review.models import (
    Appeal,
    Case,
    Decision,
    Flag,
    Line,
    StaffNote,
    Trace,
    WatchedSaying,
    WatchedWord,
)


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "review/notes",
            what=pgettext_lazy("kept", "What moderators wrote down about you, and you about others"),
            why=pgettext_lazy("kept", "So that those who decide know what came before."),
            until=Until.ACCOUNT,
            seen=Seen.STAFF,
            columns={"review.StaffNote.person": Fate.GOES, "review.StaffNote.by": Fate.STAYS},
            stays=pgettext_lazy("kept", "Your notes about others stay, under the neutral name."),
            rows=_notes,
            erase=_forget_notes,
        ),
        Part(
            "review/appeals",
            what=pgettext_lazy("kept", "Your appeals, and what was answered"),
            why=pgettext_lazy("kept", "So that another moderator looks at a decision again."),
            until=Until.ACCOUNT,
            seen=Seen.YOU_AND_STAFF,
            columns={"review.Appeal.by": Fate.GOES, "review.Appeal.decided_by": Fate.LEFT},
            stays=pgettext_lazy("kept", "Your answers to the appeals of others stay, without your name."),
            rows=_appeals,
            erase=_forget_appeals,
        ),
        Part(
            "review/flags",
            what=pgettext_lazy("kept", "What you flagged, and why"),
            why=pgettext_lazy("kept", "So that moderators look at it and can answer you."),
            until=Until.ACCOUNT,
            seen=Seen.YOU_AND_STAFF,
            columns={"review.Flag.by": Fate.LEFT},
            stays=pgettext_lazy("kept", "That something was flagged stays, without your words and name."),
            rows=_flags,
            erase=_forget_flags,
        ),
        Part(
            "review/cases",
            what=pgettext_lazy("kept", "Decisions about what you wrote, and those you made as a moderator"),
            why=pgettext_lazy("kept", "So that every decision can be explained and appealed."),
            until=Until.ACCOUNT,
            seen=Seen.YOU_AND_STAFF,
            columns={
                "review.Case.author": Fate.GOES,
                "review.Case.claimed_by": Fate.LEFT,
                "review.Decision.by": Fate.STAYS,
                "review.Line.about": Fate.LEFT,
                "review.WatchedSaying.by": Fate.GOES,
            },
            stays=pgettext_lazy("kept", "Decisions about others stay, under the neutral name."),
            rows=_cases,
            erase=_forget_cases,
        ),
        Part(
            "review/gate",
            what=pgettext_lazy(
                "kept", "Fingerprints of what you wrote while new; words you watch as a moderator"
            ),
            why=pgettext_lazy("kept", "To see when the same text or link is posted again and again."),
            until=Until.DAYS,
            seen=Seen.NOBODY,
            columns={"review.Trace.by": Fate.GOES, "review.WatchedWord.by": Fate.STAYS},
            stays=pgettext_lazy("kept", "Watched words stay, under the neutral name."),
            rows=_traces,
            erase=_forget_traces,
        ),
    )


def _notes(person: User) -> Iterator[Row]:
    """Who wrote about them is not told."""
    yield from listed(StaffNote.objects.filter(person=person), "text", "at")


def _appeals(person: User) -> Iterator[Row]:
    return listed(Appeal.objects.filter(by=person), "words", "at", "outcome", "reason", "decided_at")


def _flags(person: User) -> Iterator[Row]:
    flags = Flag.objects.filter(by=person)
    return listed(
        flags, "why", "words", "read_in", "at", "withdrawn_at", "agreed", "case__thing_kind", "case__thing_id"
    )


def _cases(person: User) -> Iterator[Row]:
    """Who flagged and who decided is not told."""
    about = Decision.objects.filter(case__author=person)
    said = Case.objects.filter(author=person).exclude(words="")
    yield from listed(said, "words", "opened_at", "thing_kind", "thing_id")
    kept_back = WatchedSaying.objects.filter(by=person)
    yield from listed(kept_back, "words", "where", "of_kind", "of_id", "stands", "at")
    yield from listed(about, "did", "clause", "reason", "follows", "at", "reversed_at", "case__thing_id")


def _traces(person: User) -> Iterator[Row]:
    yield from listed(Trace.objects.filter(by=person), "at")
    yield from listed(WatchedWord.objects.filter(by=person), "word", "language", "does", "note", "at")


def _forget_traces(person: User, way: Way) -> bool:
    Trace.objects.filter(by=person).delete()
    return False


def _forget_notes(person: User, way: Way) -> bool:
    StaffNote.objects.filter(person=person).delete()
    if way == Way.WORDS:
        StaffNote.objects.filter(by=person).update(text="")
    return False


def _forget_appeals(person: User, way: Way) -> bool:
    Appeal.objects.filter(by=person).delete()
    Appeal.objects.filter(decided_by=person).update(decided_by=None)
    return False


def _forget_flags(person: User, way: Way) -> bool:
    Flag.objects.filter(by=person).update(by=None, words="", sender="")
    return False


def _forget_cases(person: User, way: Way) -> bool:
    Case.objects.filter(author=person).delete()
    WatchedSaying.objects.filter(by=person).delete()
    Case.objects.filter(claimed_by=person).update(claimed_by=None)
    Line.objects.filter(about=person).update(about=None)
    if way == Way.WORDS:
        Decision.objects.filter(by=person).update(reason="")
    return False
