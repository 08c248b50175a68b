"""What a list's query brings of each story; the words come from kept cards."""

from itertools import starmap
from typing import NamedTuple

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


def lines(stories: StoryQuerySet) -> list[Line]:
    """These stories in their order, in one query. Expects published ones that the reader sees."""
    # Which of a story's editions are shown is the same for all who see the story.
    shown = Edition.objects.shown_in(OuterRef("pk")).values("language")
    columns = ("pk", "version", "topic", "topic__posts_count", "language", ArraySubquery(shown))
    return [
        line._replace(languages=tuple(line.languages))
        for line in starmap(Line, stories.values_list(*columns))
    ]
