"""Trust that grows by itself, as the table in trust.py says."""

from collections import defaultdict
from typing import Any

from django.db import connection, transaction

from space.accounts.actions import raise_trust
from space.accounts.models import Trust, User
from space.discuss.trust import TABLE, Counts, earned
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell

_MEASURES = ("topics", "posts", "minutes", "days", "given", "received", "replied")

# Of everybody whose trust may grow, or of one person. What was only taken as read was not read, so a mark without
# time counts for nothing. What one leaves at one's own posts is no reaction of others.
_COUNT = """
WITH candidate AS MATERIALIZED (
  SELECT id, trust FROM accounts_user AS person
  WHERE id = %(person)s OR %(person)s = 0 AND trust < %(highest)s AND nature = 'person' AND is_active
    AND NOT trust_by_hand AND NOT EXISTS (
      SELECT FROM moderation_penalty AS penalty
      WHERE penalty.person_id = person.id AND penalty.ended IS NULL AND penalty.until > %(now)s)),
reading AS (
  SELECT person_id, count(*) AS topics, sum(number) AS posts, sum(seconds) / 60 AS minutes
  FROM discuss_readmark JOIN candidate ON candidate.id = person_id WHERE seconds > 0 GROUP BY 1),
given AS (
  SELECT person_id, count(*) AS given
  FROM discuss_reaction JOIN candidate ON candidate.id = person_id GROUP BY 1),
received AS (
  SELECT author_id, count(*) AS received
  FROM discuss_post AS post JOIN candidate ON candidate.id = author_id
  JOIN discuss_reaction AS reaction ON reaction.post_id = post.id AND reaction.person_id <> author_id
  WHERE hidden_at IS NULL GROUP BY 1),
replied AS (
  SELECT author_id, count(DISTINCT topic_id) AS replied
  FROM discuss_post JOIN candidate ON candidate.id = author_id
  WHERE number > 1 AND hidden_at IS NULL GROUP BY 1)
SELECT candidate.id, candidate.trust, coalesce(topics, 0), coalesce(posts, 0), coalesce(minutes, 0),
  coalesce(visit.days, 0), coalesce(given, 0), coalesce(received, 0), coalesce(replied, 0)
FROM candidate
LEFT JOIN reading ON reading.person_id = candidate.id
LEFT JOIN discuss_visit AS visit ON visit.person_id = candidate.id
LEFT JOIN given ON given.person_id = candidate.id
LEFT JOIN received ON received.author_id = candidate.id
LEFT JOIN replied ON replied.author_id = candidate.id
"""


@transaction.atomic
def grow_trust() -> int:
    """Give everybody the trust that they have earned, and write down whose rose. Says how many those were."""
    grown: dict[int, list[int]] = defaultdict(list)
    before = {}
    for person, trust, counts in _counted():
        if (now := earned(trust, counts)) > trust:
            grown[now].append(person)
            before[person] = trust
    risen = [(pk, to) for to, people in grown.items() for pk in raise_trust(people, Trust(to))]
    if risen:
        system = User.objects.system()
        for pk, to in risen:
            entry = record(system, "trust-grew", User(pk=pk), before=before[pk], after=to)
            tell(f"trust {entry.pk}")
    return len(risen)


def counts_of(person: User) -> Counts:
    """What has been counted of one person: for themselves alone."""
    ((_, _, counts),) = _counted(person.pk)
    return counts


def _counted(person: int = 0) -> list[tuple[int, int, Counts]]:
    values: Any = {"person": person, "highest": max(TABLE), "now": clock.now()}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)
        rows = cursor.fetchall()
    return [(pk, trust, dict(zip(_MEASURES, map(int, counts), strict=True))) for pk, trust, *counts in rows]
