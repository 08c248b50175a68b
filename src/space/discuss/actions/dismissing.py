"""Lists that are taken as read, and how it was before."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import connection, transaction

from space.accounts.models import User
from space.discuss.models import Dismissal
from space.kit import clock
from space.notifications.actions import read_topics, unread_again

# Topics are locked in one order, so that a reply which is just being written is not overlooked.
_READ = """
WITH topic AS MATERIALIZED (
  SELECT id, last_number, group_id FROM discuss_topic WHERE id = ANY(%(topics)s) ORDER BY id FOR SHARE),
before AS MATERIALIZED (
  SELECT topic_id, number FROM discuss_readmark WHERE person_id = %(person)s AND topic_id = ANY(%(topics)s)),
written AS (
  INSERT INTO discuss_readmark AS mark
    (person_id, topic_id, number, at, seconds, level, chosen, group_id)
  SELECT %(person)s, id, last_number, %(at)s, 0, 0, false, group_id FROM topic
  ON CONFLICT (person_id, topic_id) DO UPDATE SET
    number = greatest(mark.number, excluded.number), at = excluded.at, unread_at = NULL)
SELECT topic.id, coalesce(before.number, -1) FROM topic LEFT JOIN before ON before.topic_id = topic.id
"""

# What was read or followed since then stays as it is.
_FORGET = """
DELETE FROM discuss_readmark AS mark USING unnest(%(topics)s::bigint[], %(numbers)s::int[]) AS told (topic, number)
WHERE mark.person_id = %(person)s AND mark.topic_id = told.topic AND told.number = -1
  AND mark.at = %(at)s AND mark.level = 0 AND mark.seconds = 0
"""

_UNREAD = """
WITH topic AS MATERIALIZED (
  SELECT id, last_number, last_posted_at, audience = 'nobody' OR unlisted AS quiet FROM discuss_topic
  WHERE id = ANY(%(topics)s) ORDER BY id FOR SHARE)
UPDATE discuss_readmark AS mark SET number = told.number,
  unread_at = CASE WHEN mark.level >= 1 AND NOT topic.quiet AND told.number < topic.last_number
    THEN topic.last_posted_at END
FROM unnest(%(topics)s::bigint[], %(numbers)s::int[]) AS told (number_of, number) JOIN topic ON topic.id = number_of
WHERE mark.person_id = %(person)s AND mark.topic_id = told.number_of AND told.number >= 0 AND mark.at = %(at)s
"""
_KEPT_FOR = timedelta(days=1)


@transaction.atomic
def take_as_read(topics: Iterable[int], *, by: User, what: str) -> Dismissal:
    """Mark these topics as read to their ends, and what is told of them. What is given back can undo it."""
    now, wanted = clock.now(), sorted(set(topics))
    with connection.cursor() as cursor:
        cursor.execute(_READ, {"person": by.pk, "topics": wanted, "at": now})
        before = cursor.fetchall()
    read_topics(by, [pk for pk, _ in before], at=now)
    return Dismissal.objects.create(
        person=by,
        what=what,
        at=now,
        topics=[pk for pk, _ in before],
        numbers=[number for _, number in before],
    )


@transaction.atomic
def undo_dismissal(dismissal: Dismissal) -> int:
    """As it was before, but for what was read since. Says how many topics it was about; doing it again does no harm."""
    values: Any = {
        "person": dismissal.person_id,
        "topics": dismissal.topics,
        "numbers": dismissal.numbers,
        "at": dismissal.at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_UNREAD, values)
        cursor.execute(_FORGET, values)
    unread_again(dismissal.person_id, dismissal.topics, at=dismissal.at)
    dismissal.delete()
    return len(dismissal.topics)


def forget_dismissals() -> int:
    """After a day nobody undoes any more."""
    return Dismissal.objects.filter(at__lt=clock.now() - _KEPT_FOR).delete()[0]
