from collections.abc import Mapping

from django.db import connection

from space.web.pagecache import counting

# Rows are locked in one order: each web process writes its own sums, and two would wait for each other for ever.
_ADD = """
WITH sums AS (SELECT * FROM unnest(%(ids)s::bigint[], %(times)s::integer[]) AS s (id, times)),
locked AS (SELECT id FROM discuss_topic WHERE id = ANY(%(ids)s) ORDER BY id FOR NO KEY UPDATE)
UPDATE discuss_topic t SET views = t.views + sums.times
FROM locked JOIN sums ON sums.id = locked.id WHERE t.id = locked.id
"""


def add_views(sums: Mapping[int, int]) -> None:
    """How often topics were shown since the last time: counted in memory, written as sums. Bumps nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, {"ids": list(sums), "times": list(sums.values())})


def count_views() -> None:
    """Called once, when everything is there."""
    counting.register("topic", add_views)
