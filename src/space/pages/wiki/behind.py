"""A page about this place that says less than the language in which people here wrote it first."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import pgettext

from space.discuss.history import Addresses, History
from space.discuss.models import Post
from space.languages import autonym, mark


def original_of(posts: Mapping[str, Post]) -> Post | None:
    """Of a page's posts by language, the one with which the community began. None while all of it comes with Space."""
    return min(posts.values(), key=lambda post: post.topic.page.pk, default=None)


def behind(name: str, language: str, post: Post | None, original: Post | None) -> dict[str, Any] | None:
    """What the page says of itself where its original was changed after it. Costs queries only then."""
    if original is None or original.edited_at is None or original.topic.page.language == language:
        return None
    # Until somebody changes it, it says what comes with Space, whenever it was begun.
    written = post.edited_at if post else None
    if written is not None and written >= original.edited_at:
        return None
    known = original.topic.page.language
    return {
        "day": formats.date_format(original.edited_at, pgettext("date format", "j F Y")),
        "url": f"{reverse(f'pages:{name}')}?lang={known}",
        "name": autonym(known),
        **mark(known)._asdict(),
        "changes": _changes(original, written),
    }


def _changes(original: Post, since: datetime | None) -> str:
    """Where one sees what became of the original since this was written."""
    past = History(original, moderates=False)
    return Addresses.of(original).difference(past.number_at(since), past.total)
