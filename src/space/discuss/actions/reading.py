"""How far people have read, and how much they want to hear of a topic."""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from space.accounts.models import User
from space.discuss.models import Level, ReadMark, Topic
from space.discuss.numbers import POSTS_PER_PAGE, TRACKED_AFTER_SECONDS, TRACKED_AT_MOST
from space.kit import clock
from space.notifications.actions import read_in_topic

# Whoever tracks the topic waits for a reply that is just being written: else its number would be missed.
# Nobody else does, because for them nothing is unread.
_MARK = """
WITH topic AS MATERIALIZED (
  SELECT last_number FROM discuss_topic WHERE id = %(topic)s AND EXISTS (
    SELECT 1 FROM discuss_readmark WHERE person_id = %(person)s AND topic_id = %(topic)s AND level >= 1)
  FOR SHARE)
INSERT INTO discuss_readmark AS mark (person_id, topic_id, number, at, seconds, level, chosen)
VALUES (%(person)s, %(topic)s, %(number)s, %(at)s, %(seconds)s, 0, false)
ON CONFLICT (person_id, topic_id) DO UPDATE SET
  number = greatest(mark.number, excluded.number), at = excluded.at, seconds = mark.seconds + excluded.seconds,
  unread_at = CASE WHEN greatest(mark.number, excluded.number) >= (SELECT last_number FROM topic) THEN NULL
    ELSE mark.unread_at END
RETURNING mark.level, mark.chosen, mark.seconds, xmax = 0
"""

# Whether the person wants posts of this topic counted because of its category (the nearer one says) or a tag.
_COUNTS_THERE = """
SELECT EXISTS (SELECT FROM discuss_following JOIN discuss_topic_tags USING (tag_id)
    WHERE person_id = %(person)s AND topic_id = %(topic)s AND level IN (1, 2))
  OR (SELECT level IN (1, 2) FROM discuss_following JOIN discuss_topic AS topic ON topic.id = %(topic)s
    JOIN discuss_category AS room ON room.id = topic.category_id
    WHERE person_id = %(person)s AND discuss_following.category_id IN (room.id, room.parent_id)
    ORDER BY discuss_following.category_id <> room.id LIMIT 1)
"""

# In the transaction that wrote the post, which has locked the topic.
_MARK_WRITTEN = """
INSERT INTO discuss_readmark AS mark
  (person_id, topic_id, number, at, seconds, level, chosen, group_id)
VALUES (%(person)s, %(topic)s, %(number)s, %(at)s, 0, %(level)s, false, %(group)s)
ON CONFLICT (person_id, topic_id) DO UPDATE SET
  number = greatest(mark.number, excluded.number), at = excluded.at, unread_at = NULL,
  level = CASE WHEN mark.chosen THEN mark.level ELSE greatest(mark.level, excluded.level) END,
  group_id = excluded.group_id
"""

# In a topic that is deleted, or kept out of every list, nothing is unread.
_LEVEL = """
WITH topic AS MATERIALIZED (
  SELECT id, CASE WHEN audience = 'nobody' OR unlisted THEN 0 ELSE last_number END AS last_number,
    last_posted_at, group_id
  FROM discuss_topic WHERE id = %(topic)s FOR SHARE)
INSERT INTO discuss_readmark AS mark
  (person_id, topic_id, number, at, seconds, level, chosen, unread_at, group_id)
SELECT %(person)s, id, 0, %(at)s, 0, %(level)s, %(chosen)s,
  CASE WHEN %(level)s >= 1 AND last_number > 0 THEN last_posted_at END, group_id
FROM topic
ON CONFLICT (person_id, topic_id) DO UPDATE SET
  level = excluded.level, chosen = excluded.chosen, group_id = excluded.group_id,
  unread_at = CASE WHEN excluded.level >= 1 AND mark.number < (SELECT last_number FROM topic)
    THEN (SELECT last_posted_at FROM topic) END
WHERE excluded.chosen OR NOT mark.chosen
"""

_TELL_TRACKERS = """
UPDATE discuss_readmark SET unread_at = %(at)s
WHERE topic_id = %(topic)s AND level >= 1 AND person_id <> %(author)s
  AND (unread_at IS NULL OR unread_at < %(stale)s)
"""

_STALE = timedelta(minutes=10)

_RIGHT_AGAIN = """
UPDATE discuss_readmark AS mark SET
  unread_at = CASE WHEN now.unread THEN coalesce(mark.unread_at, now.last_posted_at) END, group_id = now.group_id
FROM (SELECT mark.id, topic.group_id, topic.last_posted_at,
        mark.number < topic.last_number AND topic.audience <> 'nobody' AND NOT topic.unlisted AS unread
      FROM discuss_topic AS topic JOIN discuss_readmark AS mark ON mark.topic_id = topic.id AND mark.level >= 1
      WHERE topic.id = %(topic)s) AS now
WHERE now.id = mark.id
  AND (mark.unread_at IS NOT NULL, mark.group_id) IS DISTINCT FROM (now.unread, now.group_id)
"""


def mark_read(topic: Topic, person: User, number: int, *, seconds: int = 0, first: int = 0) -> None:
    """The person has read this topic up to that post, and spent so long with it.

    What was told of posts from `first` on (without it, of the page on which the post stands) is read as well.

    A mark never goes back, whichever tab reports last. After some minutes of reading the topic is tracked; where
    the person tracks or watches its category or a tag, as soon as it is opened.
    """
    values: Any = {
        "person": person.pk, "topic": topic.pk, "number": number, "at": clock.now(), "seconds": seconds,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_MARK, values)
        level, chosen, spent, opened = cursor.fetchone()
        if opened:
            cursor.execute(_COUNTS_THERE, values)
        counts = opened and cursor.fetchone()[0]
    page = (number - 1) // POSTS_PER_PAGE() * POSTS_PER_PAGE() + 1
    read_in_topic(person, topic.pk, first=min(first or page, page), last=number)
    if level == Level.NORMAL and not chosen and (counts or spent >= TRACKED_AFTER_SECONDS()):
        _set_level(topic, person, Level.TRACKING, chosen=False)


def mark_written(topic: Topic, person: User, number: int) -> None:
    """Who writes has read it, watches what they began, and tracks where they answer. Expects the topic locked."""
    values: Any = {
        "person": person.pk,
        "topic": topic.pk,
        "number": number,
        "at": clock.now(),
        "level": Level.WATCHING if number == 1 else Level.TRACKING,
        "group": topic.group_id,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MARK_WRITTEN, values)


def read_hint(topic: Topic, person: User) -> None:
    """They know that they wrote much of this topic, and are not told again."""
    ReadMark.objects.update_or_create(topic=topic, person=person, defaults={"hint_read": True})


def tell_trackers(topic: Topic, author: int, at: datetime) -> None:
    """There is something new for all who track it.

    Each row is written once until its person has read, and every ten minutes at most while they have not: then the
    topic goes up in their list again. One that is kept out of every list stays out of theirs.
    """
    if topic.unlisted:
        return
    values: Any = {"topic": topic.pk, "author": author, "at": at, "stale": at - _STALE}
    with connection.cursor() as cursor:
        cursor.execute(_TELL_TRACKERS, values)


def set_unread_right(topic: Topic) -> None:
    """After posts came back or went, or the topic moved to other readers or lists. Expects the topic locked."""
    with connection.cursor() as cursor:
        cursor.execute(_RIGHT_AGAIN, {"topic": topic.pk})


def follow_topic(topic: Topic, *, by: User, level: Level) -> None:
    """The person says how much they want to hear of this topic. It stays so until they say otherwise."""
    _set_level(topic, by, level, chosen=True)


def _set_level(topic: Topic, person: User, level: Level, *, chosen: bool) -> None:
    values: Any = {
        "person": person.pk, "topic": topic.pk, "at": clock.now(), "level": int(level), "chosen": chosen,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_LEVEL, values)


_LET_GO = """
UPDATE discuss_readmark AS mark SET level = 0, unread_at = NULL
FROM (SELECT id, row_number() OVER (PARTITION BY person_id ORDER BY at DESC) AS place
      FROM discuss_readmark WHERE level >= 1) AS tracked
WHERE tracked.id = mark.id AND tracked.place > %(most)s
"""


def let_go_of_most_tracked() -> int:
    """Nobody tracks more topics than the cap: those that one came to last stay. Says how many were let go."""
    with connection.cursor() as cursor:
        cursor.execute(_LET_GO, {"most": TRACKED_AT_MOST()})
        return int(cursor.rowcount)


_VISIT = """
INSERT INTO discuss_visit AS visit (person_id, seen_at, before_at, days) VALUES (%(person)s, %(now)s, NULL, 1)
ON CONFLICT (person_id) DO UPDATE SET
  before_at = CASE WHEN excluded.seen_at - visit.seen_at > %(pause)s THEN visit.seen_at ELSE visit.before_at END,
  days = visit.days + CASE WHEN (excluded.seen_at AT TIME ZONE 'UTC')::date > (visit.seen_at AT TIME ZONE 'UTC')::date
    THEN 1 ELSE 0 END,
  seen_at = excluded.seen_at
WHERE excluded.seen_at > visit.seen_at
"""
# Who comes back after so long comes for another visit.
VISIT_PAUSE = timedelta(hours=1)


def note_visit(person: User) -> None:
    """The person is here. Noted so that lists can draw the line of the last visit, and for trust."""
    values: Any = {"person": person.pk, "now": clock.now(), "pause": VISIT_PAUSE}
    with connection.cursor() as cursor:
        cursor.execute(_VISIT, values)
