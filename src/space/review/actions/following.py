"""Cases follow the posts that they are about to the topics where these stand."""

from typing import Any

from django.db import connection

from space.moderation.models import LogEntry

_MOVED = frozenset({"topic-parted", "topic-split", "topic-merged"})
# Where a case belongs stays as it was opened: those who began to look at it go on.
_FOLLOW = """
UPDATE review_case AS asked SET topic = post.topic_id, version = asked.version + 1
FROM discuss_post AS post
WHERE asked.topic = %(source)s AND asked.thing_kind = 'discuss.post' AND asked.decided_at IS NULL
  AND post.id = asked.thing_id AND post.topic_id <> asked.topic
"""


def follow_posts(sender: type[LogEntry], entry: LogEntry, **_: Any) -> None:
    """Hears of every entry, after posts were moved."""
    if entry.what in _MOVED:
        with connection.cursor() as cursor:
            cursor.execute(_FOLLOW, {"source": entry.codes["out_of"]})
