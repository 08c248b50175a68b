"""What was read is read on every device."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from space.accounts.models import User
from space.kit import clock
from space.notifications.kinds import all_kinds
from space.notifications.models import Notification

# Written out: every word about reading asks it.
_READ = """
UPDATE notifications_notification SET read_at = %(now)s
WHERE person_id = %(person)s AND read_at IS NULL AND topic = %(topic)s AND number <= %(last)s
  AND (number >= %(first)s OR kind = ANY(%(up_to)s))
"""

# Where a line came meanwhile into which more of the same goes, the older one stays read.
_AGAIN = """
UPDATE notifications_notification AS line SET read_at = NULL
WHERE person_id = %(person)s AND read_at = %(at)s AND topic = ANY(%(topics)s) AND NOT (fold <> '' AND EXISTS (
  SELECT FROM notifications_notification AS newer
  WHERE newer.person_id = line.person_id AND newer.fold = line.fold AND newer.read_at IS NULL))
"""


def read_in_topic(person: User, topic: int, *, first: int, last: int) -> int:
    """The person has seen these posts of a topic: what is told of them is read. Says how many lines that were."""
    values: Any = {
        "person": person.pk,
        "topic": topic,
        "first": first,
        "last": last,
        "up_to": [kind.name for kind in all_kinds() if kind.read_up_to],
        "now": clock.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_READ, values)
        return int(cursor.rowcount)


def read_topics(person: User, topics: Iterable[int], *, at: datetime) -> int:
    """The person takes these topics as read: all that is told of them is read."""
    return _unread(person).filter(topic__in=list(topics)).exclude(topic=0).update(read_at=at)


def unread_again(person: int, topics: Iterable[int], *, at: datetime) -> int:
    """What `read_topics` marked at that moment is as it was before."""
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, {"person": person, "topics": list(topics), "at": at})
        return int(cursor.rowcount)


def mark_one(person: User, pk: int) -> int:
    return _unread(person).filter(pk=pk).update(read_at=clock.now())


def mark_all(
    person: User,
    *,
    kind: str = "",
    until: int | None = None,
    before: datetime | None = None,
    of_oneself: bool = False,
) -> int:
    """All of them, or those of a kind; not what came after the line `until`, which the person has not seen.

    `of_oneself`: those alone that reach who is suspended.
    """
    lines = _unread(person)
    if of_oneself:
        lines = lines.filter(pk__in=Notification.objects.of_oneself().filter(person=person).values("pk"))
    lines = lines.filter(at__lte=before) if before else lines
    lines = lines.filter(kind=kind) if kind else lines
    lines = lines.filter(pk__lte=until) if until else lines
    return lines.update(read_at=clock.now())


def _unread(person: User) -> QuerySet[Notification]:
    return Notification.objects.for_actions().filter(person=person, read_at=None)
