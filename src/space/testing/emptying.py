"""After a test that commits, its few rows are deleted. Django makes every table anew, which takes five times as long.

Types of content and permissions stay: Django would write them again as they are.
"""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase

STAY = {"django_content_type", "auth_permission"}
# What was deleted still takes its place. Where that has become much, everything is made anew.
BYTES_AT_MOST = 400_000

_USED = "(SELECT '{0}', pg_relation_size('{0}') FROM {0} LIMIT 1)"
# From these nobody may delete: test databases may truncate them.
_GUARDED = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal AND tgtype & 8 > 0"


def pytest_configure(config: pytest.Config) -> None:
    TransactionTestCase._fixture_teardown = empty_the_tables  # type: ignore[attr-defined]


def empty_the_tables(case: Any) -> None:
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
        cursor.execute(" UNION ALL ".join(_USED.format(name) for name in set(tables) - STAY))
        used: dict[str, int] = dict(cursor.fetchall())
        if few := max(used.values(), default=0) < BYTES_AT_MOST:
            cursor.execute(_GUARDED)
            guarded = used.keys() & {name for (name,) in cursor.fetchall()}
            truncated = [f"TRUNCATE {name} CASCADE" for name in guarded]
            cursor.execute(
                "; ".join([*truncated, *(f"DELETE FROM {name}" for name in used.keys() - guarded)])
            )
    if not few:
        call_command("flush", interactive=False, verbosity=0)
