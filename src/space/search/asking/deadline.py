"""How long the database may look, and how."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection, transaction

# Reading whole tables, or an index in the order of time, is never quicker than the index of words. Titles are alike
# from two fifths on.
_RULES = """
SELECT set_config('statement_timeout', %s, true), set_config('enable_seqscan', 'off', true),
  set_config('pg_trgm.word_similarity_threshold', '0.4', true)
"""
_CANCELLED = "57014"


class Late(Exception):
    """Time was up."""


@contextmanager
def in_time() -> Iterator[None]:
    """Raises Late when a query inside takes too long.

    Always rolled back: nothing was written, and so our rules for the planner end here.
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_RULES, [str(settings.SEARCH_MILLISECONDS)])
            yield
            transaction.set_rollback(True)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != _CANCELLED:
            raise
        raise Late from error
