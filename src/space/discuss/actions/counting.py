"""Counters that lists show: changed in the transaction of their cause, and told to the web processes."""

from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Case, F, OuterRef, Value, When
from django.db.models.functions import Greatest

from space.discuss.models import Category, Post, Poster, Topic
from space.web import versions

_COUNT_POSTER = """
INSERT INTO discuss_poster AS poster (topic_id, person_id, posts) VALUES (%s, %s, 1)
ON CONFLICT (topic_id, person_id) DO UPDATE SET posts = poster.posts + 1
"""


def count_post(post: Post, topic: Topic) -> None:
    """One more post in this topic. Expects the topic's row to be locked."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_POSTER, [topic.pk, post.author_id])
    Topic.objects.for_actions().filter(pk=topic.pk).update(
        posts_count=F("posts_count") + 1,
        highest_number=Greatest("highest_number", Value(post.number)),
        last_posted_at=Greatest("last_posted_at", Value(post.created_at)),
        version=F("version") + 1,
        people=people_of_topic(first=topic.author_id, latest=post.author_id),
    )
    count_in_category(topic, posts=1, at=post.created_at)


def people_of_topic(*, first: int, latest: int) -> ArraySubquery:
    """Five people for a row: who began, who wrote last, then who wrote most."""
    rank = Case(When(person=first, then=0), When(person=latest, then=1), default=2)
    mine = Poster.objects.filter(topic=OuterRef("pk"), posts__gt=0)
    return ArraySubquery(mine.order_by(rank, "-posts", "person_id").values("person_id")[:5])


def count_in_category(topic: Topic, *, topics: int = 0, posts: int = 0, at: datetime | None = None) -> None:
    """Comes last in a transaction: everybody who writes in the category waits for its row."""
    if topic.category_id is None:
        return
    changes: dict[str, Any] = {
        "topics_count": F("topics_count") + topics,
        "posts_count": F("posts_count") + posts,
    }
    if at:
        changes["last_posted_at"] = Greatest("last_posted_at", Value(at))
    Category.objects.for_actions().filter(pk=topic.category_id).update(**changes)


def tell(topic: Topic, *more: str) -> None:
    """Pages that show this topic, and lists that it stands in, are no longer true."""
    versions.bump(f"topic:{topic.pk}", f"category:{topic.category_id}", "lists", *more)


def touch(topic: Topic) -> None:
    """Something that rows or pages of this topic show has changed."""
    Topic.objects.for_actions().filter(pk=topic.pk).update(version=F("version") + 1)
    tell(topic)
