from collections.abc import Mapping

from django.db import connection

_ADD = """
UPDATE discuss_topic t SET views = t.views + s.times
FROM unnest(%s::bigint[], %s::integer[]) AS s (id, times) WHERE s.id = t.id
"""


def add_views(sums: Mapping[int, int]) -> None:
    """How often topics were shown since the last time: counted in memory, written as sums. Bumps nothing."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [list(sums), list(sums.values())])
