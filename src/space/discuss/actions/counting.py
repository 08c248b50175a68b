"""Counters that lists show: changed in the transaction of their cause, and told to the web processes."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F
from django.utils.translation import pgettext_lazy

from space.discuss.actions.reading import set_unread_right, tell_trackers
from space.discuss.models import Audience, Post, Topic
from space.web import versions

# Written out, because each reply runs them: having Django compose them took longer than all else of a reply.
_COUNT_POSTER = """
INSERT INTO discuss_poster AS poster (topic_id, person_id, posts) VALUES (%(topic)s, %(author)s, 1)
ON CONFLICT (topic_id, person_id) DO UPDATE SET posts = poster.posts + 1
"""

_TURN_POSTER = """
UPDATE discuss_poster SET posts = posts + %(step)s WHERE topic_id = %(topic)s AND person_id = %(author)s
"""

# The five people of a row: who began, who wrote last, then who wrote most.
PEOPLE_OF = """ARRAY(
    SELECT person_id FROM discuss_poster AS poster WHERE poster.topic_id = topic.id AND poster.posts > 0
    ORDER BY CASE person_id WHEN topic.author_id THEN 0 WHEN {last_author} THEN 1 ELSE 2 END,
      poster.posts DESC, person_id LIMIT 5)"""

# Its own language, then those of its posts in the order in which they came.
LANGUAGES = """ARRAY[topic.language] || ARRAY(
    SELECT post.language FROM discuss_post AS post
    WHERE post.topic_id = topic.id AND post.hidden_at IS NULL AND post.language NOT IN ('', topic.language)
    GROUP BY post.language ORDER BY min(post.number))"""

_COUNT_TOPIC = f"""
UPDATE discuss_topic AS topic SET
  posts_count = posts_count + 1,
  highest_number = greatest(highest_number, %(number)s),
  last_number = greatest(last_number, %(number)s),
  last_posted_at = greatest(last_posted_at, %(at)s),
  version = version + 1,
  languages = CASE WHEN %(language)s = '' OR %(language)s = ANY(languages) THEN languages
    ELSE array_append(languages, %(language)s) END,
  people = {PEOPLE_OF.format(last_author="%(author)s")}
WHERE id = %(topic)s
"""

# A post went out of sight or came back, perhaps the last one: then the topic is as old as the one before it.
_COUNT_AGAIN = f"""
UPDATE discuss_topic AS topic SET
  posts_count = last.posts,
  last_number = coalesce(last.number, 0),
  last_posted_at = coalesce(last.at, topic.created_at),
  version = version + 1,
  languages = {LANGUAGES},
  people = {PEOPLE_OF.format(last_author="last.author")}
FROM (SELECT count(*) AS posts, max(number) AS number, (array_agg(author_id ORDER BY number DESC))[1] AS author,
        max(created_at) AS at
      FROM discuss_post WHERE topic_id = %(topic)s AND hidden_at IS NULL) AS last
WHERE topic.id = %(topic)s
"""

_COUNT_LANGUAGES = f"UPDATE discuss_topic AS topic SET languages = {LANGUAGES} WHERE id = %(topic)s"

_COUNT_IN_CATEGORY = """
UPDATE discuss_category SET
  topics_count = topics_count + %(topics)s,
  posts_count = posts_count + %(posts)s,
  last_posted_at = greatest(last_posted_at, %(at)s)
WHERE id = %(category)s RETURNING kind <> 'archive' AND NOT suppressed_from_latest
"""

_LOCK_CATEGORIES = """
SELECT FROM discuss_category WHERE id = ANY(%(categories)s) ORDER BY id FOR NO KEY UPDATE
"""

_COUNT_MOVED = """
UPDATE discuss_category SET
  topics_count = topics_count + %(step)s,
  posts_count = posts_count + %(posts)s,
  last_posted_at = (SELECT max(last_posted_at) FROM discuss_topic
                    WHERE category_id = %(category)s AND audience <> 'nobody')
WHERE id = %(category)s RETURNING kind <> 'archive' AND NOT suppressed_from_latest
"""


def count_post(post: Post, topic: Topic) -> None:
    """One more post in this topic, and something unread for who tracks it. Expects the topic's row to be locked."""
    values: dict[str, Any] = {
        "topic": topic.pk,
        "author": post.author_id,
        "number": post.number,
        "at": post.created_at,
        "language": post.language,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_POSTER, values)
        cursor.execute(_COUNT_TOPIC, values)
    tell_trackers(topic, post.author_id, post.created_at)
    count_in_category(topic, posts=1, at=post.created_at)


def count_turned(post: Post, topic: Topic, step: int) -> None:
    """A post that was counted is out of sight (-1), or back (+1). Expects the topic's row to be locked."""
    with connection.cursor() as cursor:
        cursor.execute(_TURN_POSTER, {"topic": topic.pk, "author": post.author_id, "step": step})
        cursor.execute(_COUNT_AGAIN, {"topic": topic.pk})
    set_unread_right(topic)
    count_in_category(topic, posts=step)


def count_languages(topic: int) -> None:
    """A post of it is in another language than before. Expects the topic's row to be locked."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_LANGUAGES, {"topic": topic})


def count_in_category(topic: Topic, *, topics: int = 0, posts: int = 0, at: datetime | None = None) -> None:
    """Comes last in a transaction: everybody who writes in the category waits for its row.

    What is deleted counts nowhere, whatever is done to it. If the category was taken out of the common list
    meanwhile, or into it, the topic follows.
    """
    values = {"category": topic.category_id, "topics": topics, "posts": posts, "at": at}
    if topic.category_id is not None and topic.audience != Audience.NOBODY:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT_IN_CATEGORY, values)
            _follow_category(topic, cursor.fetchone())


def count_moved(topic: Topic, *, out_of: int | None = None, into: int | None = None) -> None:
    """The whole topic leaves a category, or comes into one, or both. Comes last, as above.

    The categories are locked in one order, and before they are counted. Expects the topic's row to be true already.
    """
    changes: Any = [(pk, step) for pk, step in ((out_of, -1), (into, 1)) if pk is not None]
    with connection.cursor() as cursor:
        cursor.execute(_LOCK_CATEGORIES, {"categories": [pk for pk, _ in changes]})
        for pk, step in changes:
            values = {"category": pk, "step": step, "posts": step * topic.posts_count}
            cursor.execute(_COUNT_MOVED, values)
            if step > 0:
                _follow_category(topic, cursor.fetchone())


def count_between(source: Topic, into: Topic, *, posts: int, gone: int = 0, made: int = 0) -> None:
    """So many posts went from one topic to another; the first went with it (`gone`), or the other is new (`made`).

    Comes last, as above. Expects both topics to be counted already.
    """
    changes = ((source.category_id, -gone, -posts), (into.category_id, made, posts))
    with connection.cursor() as cursor:
        cursor.execute(_LOCK_CATEGORIES, {"categories": [pk for pk, _, _ in changes]})
        for pk, topics, step in changes:
            cursor.execute(_COUNT_MOVED, {"category": pk, "step": topics, "posts": step})
        _follow_category(into, cursor.fetchone())


def _follow_category(topic: Topic, found: tuple[bool] | None) -> None:
    """Where it stands now follows its category, as that is since we have its row."""
    if found is None:
        raise ValidationError(
            pgettext_lazy("category", "This category is gone. Choose another one."), code="gone"
        )
    listed = found[0] and not topic.unlisted
    if topic.listed != listed:
        topic.listed = listed
        Topic.objects.for_actions().filter(pk=topic.pk).update(listed=listed)


def tell(topic: Topic, *more: str) -> None:
    """Pages that show this topic, and lists that it stands in, are no longer true."""
    versions.bump(f"topic:{topic.pk}", f"category:{topic.category_id}", "lists", *more)


def touch(topic: Topic, *more: str) -> None:
    """Something that rows or pages of this topic show has changed."""
    Topic.objects.for_actions().filter(pk=topic.pk).update(version=F("version") + 1)
    tell(topic, *more)
