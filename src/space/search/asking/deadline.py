"""How long the database may look, and how."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter

from django.conf import settings
from django.db import OperationalError, connection, transaction

# Reading whole tables, or an index in the order of time, is never quicker than the index of words. Titles are alike
# from two fifths on.
_RULES = """
SELECT set_config('statement_timeout', %s, true), set_config('enable_seqscan', 'off', true),
  set_config('pg_trgm.word_similarity_threshold', '0.4', true)
"""
# In fewer milliseconds nothing is found.
_LEAST = 5
_CANCELLED = "57014"


class Late(Exception):
    """Time was up."""


# Milliseconds that are left to all searches of a page, where one page asks several times.
_left: ContextVar[list[float] | None] = ContextVar("left", default=None)


class Deadline:
    """One for all queries of a search together."""

    def __init__(self, milliseconds: float) -> None:
        self.until = perf_counter() + milliseconds / 1000

    def go_on(self) -> None:
        """Before each further query: only the rest of the time is left to it."""
        left = int((self.until - perf_counter()) * 1000)
        if left < _LEAST:
            raise Late
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(left)])


@contextmanager
def all_in_time() -> Iterator[None]:
    """All searches inside have the time of one, those that come first the most of it."""
    token = _left.set([float(settings.SEARCH_MILLISECONDS)])
    try:
        yield
    finally:
        _left.reset(token)


@contextmanager
def in_time() -> Iterator[Deadline]:
    """Raises Late when a query inside takes too long.

    Always rolled back: nothing was written, and so our rules for the planner end here.
    """
    left = _left.get() or [float(settings.SEARCH_MILLISECONDS)]
    if left[0] < _LEAST:
        raise Late
    began = perf_counter()
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(_RULES, [str(int(left[0]))])
            yield Deadline(left[0])
            transaction.set_rollback(True)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != _CANCELLED:
            raise
        raise Late from error
    finally:
        left[0] -= (perf_counter() - began) * 1000
