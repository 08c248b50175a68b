"""What a list's query brings of each story; the words come from kept cards."""

from itertools import starmap
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
    found = starmap(Line, stories.values_list(*columns()))
    return [line._replace(languages=tuple(line.languages)) for line in found]
