"""Moments that numbers of the newsroom are made of. They say when, and nothing of what was written."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import F, Min

from space.blog.models import Taken
from space.discuss.models import Post


def said_and_done(stories: Iterable[int]) -> Iterator[tuple[int, int, datetime]]:
    """Story, person, and when they first wrote in its review; then every step that somebody took."""
    posts = Post.objects.for_actions().filter(topic__reviews__in=stories, number__gt=1, hidden_at=None)
    yield from posts.values_list(F("topic__reviews"), F("author")).annotate(first=Min("created_at"))
    taken = Taken.objects.filter(story__in=stories, by__isnull=False)
    yield from taken.values_list("story", "by", "at")
