"""What a list's query brings of each story; the words come from kept cards."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from space.blog.models import Edition
from space.blog.models.stories import StoryQuerySet


class Line(NamedTuple):
    pk: int
    version: int
    topic: int
    posts: int
    # Of the original, and of all editions that readers see: the original first.
    language: str
    languages: tuple[str, ...]


def columns() -> tuple[Any, ...]:
    """Of published stories that the reader sees. Which editions are shown is then the same for all."""
    shown = Edition.objects.shown_in(OuterRef("pk")).values("language")
    return "pk", "version", "topic", "topic__posts_count", "language", ArraySubquery(shown)


def lines(stories: StoryQuerySet) -> list[Line]:
    """These stories in their order, in one query."""
    return [line_of(row) for row in stories.values_list(*columns())]


def line_of(row: Sequence[Any]) -> Line:
    """What the columns say. The database gives languages as a list, which no key can hold."""
    *one, languages = row
    return Line._make([*one, tuple(languages)])
