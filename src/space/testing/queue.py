"""The queue's tables are no models that Django empties, so what a test has committed there would stay."""

from collections.abc import Iterator

import pytest
from django.db import connection

_COMMITS = {"transactional_db", "live_server"}


@pytest.fixture(autouse=True)
def the_queue_is_empty(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test begins without jobs."""
    marker = request.node.get_closest_marker("django_db")
    commits = _COMMITS & set(request.fixturenames) or (marker and marker.kwargs.get("transaction"))
    if not commits:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_periodic_defers CASCADE")
