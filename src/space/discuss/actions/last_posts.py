"""When people last wrote what everybody may read: the order in which the directory shows who is active.

Made by the clock and not by each reply: a reply has enough to do, and an hour matters to nobody here.
"""

from django.db import connection, transaction

from space.accounts.actions import PEOPLE
from space.web.versions import bump

# From the newest post back until one is public: for nearly everybody that is the first.
_NOTE = """
INSERT INTO discuss_lastpost AS kept (person_id, at)
SELECT person.id, newest.created_at FROM accounts_user AS person
CROSS JOIN LATERAL (
  SELECT post.created_at FROM discuss_post AS post JOIN discuss_topic AS topic ON topic.id = post.topic_id
  WHERE post.author_id = person.id AND post.hidden_at IS NULL AND topic.audience = 'public' AND NOT topic.unlisted
  ORDER BY post.created_at DESC LIMIT 1) AS newest
WHERE person.nature = 'person' AND person.is_active
ON CONFLICT (person_id) DO UPDATE SET at = excluded.at WHERE kept.at <> excluded.at
"""

_FORGET = """
DELETE FROM discuss_lastpost AS kept WHERE NOT EXISTS (
  SELECT FROM discuss_post AS post JOIN discuss_topic AS topic ON topic.id = post.topic_id
  WHERE post.author_id = kept.person_id AND post.created_at = kept.at AND post.hidden_at IS NULL
    AND topic.audience = 'public' AND NOT topic.unlisted)
"""


@transaction.atomic
def note_last_posts() -> int:
    """Bring all moments up to date. Says how many were not."""
    with connection.cursor() as cursor:
        cursor.execute(_NOTE)
        changed = int(cursor.rowcount)
        cursor.execute(_FORGET)
        changed += int(cursor.rowcount)
    if changed:
        bump(PEOPLE)
    return changed
