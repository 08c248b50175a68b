"""What was told of things goes with them to another topic."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

_OURS = """
SELECT line.id, kept.things, kept.hidden, gone.things AS things_gone, gone.hidden AS hidden_gone, gone.number
FROM notifications_notification AS line
CROSS JOIN LATERAL (SELECT
  ARRAY(SELECT thing FROM unnest(line.things) WITH ORDINALITY AS one (thing, n)
    WHERE NOT thing = ANY(%(things)s) ORDER BY n) AS things,
  ARRAY(SELECT thing FROM unnest(line.hidden) AS one (thing) WHERE NOT thing = ANY(%(things)s)) AS hidden) AS kept
CROSS JOIN LATERAL (SELECT
  ARRAY(SELECT thing FROM unnest(line.things) WITH ORDINALITY AS one (thing, n)
    WHERE thing = ANY(%(things)s) ORDER BY n) AS things,
  ARRAY(SELECT thing FROM unnest(line.hidden) AS one (thing) WHERE thing = ANY(%(things)s)) AS hidden,
  (SELECT max(place.number) FROM unnest(%(things)s::bigint[], %(numbers)s::int[]) AS place (thing, number)
    WHERE place.thing = ANY(line.things || line.hidden)) AS number) AS gone
WHERE line.topic = %(out_of)s AND line.topic <> 0
  AND (line.things && %(things)s::bigint[] OR line.hidden && %(things)s::bigint[])
"""
# A line that told of others too becomes two; the new one stands alone, so that nothing is folded into it.
_APART = f"""
INSERT INTO notifications_notification (person_id, kind, topic, number, things, hidden, earlier, actors, circle,
  because, because_of, fold, cause, made_at, at, read_at)
SELECT line.person_id, line.kind, %(into)s, ours.number, ours.things_gone, ours.hidden_gone, 0, line.actors,
  line.circle, line.because, line.because_of, '', '', line.made_at, line.at, line.read_at
FROM ({_OURS}) AS ours JOIN notifications_notification AS line ON line.id = ours.id
WHERE cardinality(ours.things || ours.hidden) > 0
"""
_ALONG = f"""
UPDATE notifications_notification AS line SET topic = %(into)s, number = ours.number, fold = ''
FROM ({_OURS}) AS ours WHERE line.id = ours.id AND cardinality(ours.things || ours.hidden) = 0
"""
_REST = f"""
UPDATE notifications_notification AS line
SET things = ours.things, hidden = ours.hidden, number = least(line.number, %(last)s)
FROM ({_OURS}) AS ours WHERE line.id = ours.id
"""


def move_things(places: Mapping[int, int], *, out_of: int, into: int, last: int) -> None:
    """Things with their numbers in the topic where they are now. `last` is the highest number in the one they left."""
    values: dict[str, Any] = {
        "things": list(places),
        "numbers": list(places.values()),
        "out_of": out_of,
        "into": into,
        "last": last,
    }
    with connection.cursor() as cursor:
        for statement in (_APART, _ALONG, _REST):
            cursor.execute(statement, values)
