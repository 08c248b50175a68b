"""Top and Hot, made by the clock: what a list by score reads is one index.

Top: ln(1 + replies) + 2 ln(1 + people) + ln(1 + reactions), all of the period and of others than the topic's
author, times an age that loses at most half over the period. Logarithms, so that the hundredth reply weighs less
than the second, and no number makes a jump. Views do not count.

Hot: likes / (age + 2)^1.2 + (recent likes + people) / (hours + 2)^1.2, with likes of the first post, age of the
topic and hours since the last post in hours, recent as over 7 days, and people as those who wrote in that time.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import connection, transaction

from space.discuss.models import Period
from space.kit import clock
from space.web import versions

OFTEN = (Period.HOT, Period.DAY, Period.WEEK)
SELDOM = (Period.MONTH, Period.QUARTER, Period.YEAR, Period.ALL)
SPANS = {
    Period.DAY: timedelta(days=1),
    Period.WEEK: timedelta(days=7),
    Period.MONTH: timedelta(days=30),
    Period.QUARTER: timedelta(days=91),
    Period.YEAR: timedelta(days=365),
    Period.ALL: timedelta(days=36_500),
    Period.HOT: timedelta(days=7),
}
# Nobody goes further down a list by score.
_AT_MOST = 2_000

_ACTIVITY = """
WITH written AS (
  SELECT post.topic_id, count(*) AS replies, count(DISTINCT post.author_id) AS people
  FROM discuss_post post JOIN discuss_topic topic ON topic.id = post.topic_id
  WHERE post.created_at > %(since)s AND topic.last_posted_at > %(since)s AND post.hidden_at IS NULL
    AND post.number > 1 AND post.author_id <> topic.author_id
  GROUP BY post.topic_id),
liked AS (
  SELECT post.topic_id, count(*) AS likes
  FROM discuss_reaction reaction JOIN discuss_post post ON post.id = reaction.post_id
  WHERE reaction.at > %(since)s AND post.hidden_at IS NULL GROUP BY post.topic_id),
active AS (
  SELECT topic.id, topic.created_at, topic.last_posted_at, coalesce(written.replies, 0) AS replies,
    coalesce(written.people, 0) AS people, coalesce(liked.likes, 0) AS likes
  FROM written FULL JOIN liked USING (topic_id) JOIN discuss_topic topic ON topic.id = topic_id
  WHERE topic.audience <> 'nobody' AND NOT topic.unlisted)
"""

_TOP = f"""{_ACTIVITY}
SELECT id, (ln(1 + replies) + 2 * ln(1 + people) + ln(1 + likes))
  * power(0.5, least(1, extract(epoch FROM %(now)s - last_posted_at) / extract(epoch FROM %(span)s))) AS score
FROM active
"""

_HOT = f"""{_ACTIVITY},
first AS (
  SELECT post.topic_id, count(*) AS likes FROM discuss_post post
  JOIN discuss_reaction reaction ON reaction.post_id = post.id
  WHERE post.number = 1 AND post.topic_id IN (SELECT id FROM active) GROUP BY post.topic_id)
SELECT active.id, coalesce(first.likes, 0)
    / power(greatest(0, extract(epoch FROM %(now)s - active.created_at)) / 3600 + 2, 1.2)
  + (active.likes + active.people)
    / power(greatest(0, extract(epoch FROM %(now)s - active.last_posted_at)) / 3600 + 2, 1.2) AS score
FROM active LEFT JOIN first ON first.topic_id = active.id
"""

_PUT = """
WITH found AS (SELECT id, score FROM ({query}) AS scored WHERE score > 0 ORDER BY score DESC, id DESC LIMIT {most}),
gone AS (DELETE FROM discuss_score WHERE period = %(period)s AND topic_id NOT IN (SELECT id FROM found))
INSERT INTO discuss_score (period, topic_id, score) SELECT %(period)s, id, score FROM found
ON CONFLICT (period, topic_id) DO UPDATE SET score = excluded.score
"""


def score_periods(periods: Sequence[Period]) -> None:
    """Make these lists anew, each in a transaction of its own, and tell the pages that show them."""
    for period in periods:
        _score(period)


@transaction.atomic
def _score(period: Period) -> None:
    now, span = clock.now(), SPANS[period]
    query = _PUT.format(query=_HOT if period == Period.HOT else _TOP, most=_AT_MOST)
    values: Any = {"now": now, "since": now - span, "span": span, "period": period}
    with connection.cursor() as cursor:
        cursor.execute(query, values)
    versions.bump("scores")
