"""Where a deleted post stood: a line for a day, and for moderators as long as it can be brought back."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.urls import reverse

from space.accounts.readers import Reader
from space.discuss.models import Deletion, Post, Topic
from space.discuss.permissions import can_moderate
from space.discuss.topic_numbers import DELETED_SHOWN_HOURS
from space.discuss.topic_rules import can_bring_back
from space.kit import clock
from space.kit.paging import Page
from space.web.times import day, iso


class Gone(NamedTuple):
    number: int
    author: int
    by: int
    at: datetime


def deleted_on(topic: Topic, page: Page, reader: Reader) -> list[Gone]:
    """The deleted posts of a page that this reader is told of. A topic without holes costs no query."""
    if topic.posts_count == topic.highest_number:
        return []
    found = Deletion.objects.filter(post__topic=topic, post__number__range=(page.first, page.last))
    if not can_moderate(reader, topic.category):
        found = found.filter(at__gt=clock.now() - timedelta(hours=DELETED_SHOWN_HOURS()))
    columns = ("post__number", "post__author_id", "by_id", "at")
    return [Gone(*row) for row in found.values_list(*columns)]


def deleted_html(gone: Gone, topic: Topic, reader: Reader) -> str:
    moderates = reader.is_authenticated and bool(can_moderate(reader, topic.category))
    own = gone.by == gone.author
    shown: dict[str, Any] = {
        "number": gone.number,
        "own": own,
        "day": day(gone.at, clock.now()),
        "iso": iso(gone.at),
        "restore_url": _restore_url(gone, topic, reader),
        "undo": own and gone.author == reader.pk,
        "look_url": reverse("discuss:deleted_post", args=[topic.slug, topic.pk, gone.number])
        if moderates
        else "",
    }
    return render_to_string("discuss/_deleted.html", {"deleted": shown})


def _restore_url(gone: Gone, topic: Topic, reader: Reader) -> str:
    post = Post(topic=topic, number=gone.number, author_id=gone.author)
    post.deletion = Deletion(post=post, by_id=gone.by, at=gone.at)
    may = reader.is_authenticated and can_bring_back(reader, post)
    return reverse("discuss:restore_post", args=[topic.pk, gone.number]) if may else ""
