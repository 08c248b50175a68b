"""What the Blog keeps of a person."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, keeps
from space.blog.actions import erasing
from space.blog.models import (
    Author,
    Check,
    Correction,
    Reviewer,
    SentBack,
    Story,
    Taken,
    Version,
)

_BY = "story", "at"


def register_kept() -> None:
    """Called once, when everything is there."""
    worked = ("Check.by", "Note.resolved_by", "Wish.by", "Correction.by", "Reviewer.by")
    keeps(
        Part(
            "blog/offices",
            what=pgettext_lazy("kept", "The languages in which you review stories"),
            why=pgettext_lazy("kept", "So that stories find who can read them."),
            until=Until.ACCOUNT,
            seen=Seen.EVERYBODY,
            columns={
                "blog.Reviewer.person": Fate.GOES,
                "blog.Editing.person": Fate.GOES,
            },
            rows=_offices,
            erase=erasing.offices,
        ),
        Part(
            "blog/work",
            what=pgettext_lazy(
                "kept",
                "What you did for stories: steps, checks, corrections, words to their authors",
            ),
            why=pgettext_lazy("kept", "So that it can be followed how a story came to be."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={
                **{f"blog.{column}": Fate.STAYS for column in worked},
                "blog.Taken.by": Fate.WORDS,
                "blog.SentBack.by": Fate.WORDS,
                "blog.Story.reviewer": Fate.STAYS,
                "blog.Edition.approved_by": Fate.STAYS,
            },
            stays=pgettext_lazy("kept", "A story was reviewed and corrected, whoever did it."),
            rows=_work,
            erase=erasing.work,
        ),
        Part(
            "blog/stories",
            what=pgettext_lazy("kept", "Stories and translations you wrote, in all their versions"),
            why=pgettext_lazy("kept", "They are what the Blog is made of."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={
                "blog.Story.by": Fate.WORDS,
                "blog.Author.person": Fate.WORDS,
                "blog.Edition.by": Fate.WORDS,
                "blog.Version.by": Fate.WORDS,
            },
            stays=pgettext_lazy(
                "kept",
                "What was published stays under its licence and the neutral name, and what others wrote with you. "
                "What you never shared goes.",
            ),
            rows=_stories,
            erase=erasing.stories,
        ),
    )


def _offices(person: User) -> Iterator[Row]:
    yield from listed(Reviewer.objects.filter(person=person), "language", "at")


def _work(person: User) -> Iterator[Row]:
    yield from listed(Taken.objects.filter(by=person), "step", "reason", *_BY)
    yield from listed(Check.objects.filter(by=person), "point", *_BY)
    yield from listed(Correction.objects.filter(by=person), "language", *_BY, text="note")
    yield from listed(SentBack.objects.filter(by=person), "at", text="words", story="edition__story")


def _stories(person: User) -> Iterator[Row]:
    named = Author.objects.filter(person=person).values("story")
    mine = Story.objects.filter(by=person) | Story.objects.filter(pk__in=named)
    yield from listed(mine, "id", "stage", "language", "began_at", "published_at", "note")
    columns = "number", "title", "summary", "caption", "alt", "at", "note"
    versions = Version.objects.filter(by=person)
    yield from listed(versions, *columns, story="edition__story", language="edition__language", text="source")
