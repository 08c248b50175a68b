"""What stands in a database, table by table: how many rows, and a sum over their text."""

from typing import Any

Contents = dict[str, tuple[int, str]]

TABLES = """
    SELECT format('%I.%I', nspname, relname)
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind = 'r' AND nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1
"""
# The order of rows does not matter, and a sum of 64-bit hashes sees any change of any value.
SUM = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text FROM {} AS t"
SEQUENCES = """
    SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, 0) FROM pg_sequences
    WHERE schemaname !~ '^pg_' ORDER BY 1
"""


def contents(connection: Any) -> Contents:
    """Rows and sums of all tables, and where the sequences stand, as this transaction sees them."""
    connection.execute(
        "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL extra_float_digits = 1"
    )
    connection.execute("SET LOCAL bytea_output = 'hex'; SET LOCAL intervalstyle = 'iso_8601'")
    found = {}
    for (table,) in connection.execute(TABLES).fetchall():
        rows, total = connection.execute(SUM.format(table)).fetchone()
        found[table] = (rows, total)
    found |= {name: (0, str(last)) for name, last in connection.execute(SEQUENCES).fetchall()}
    return found


def differences(wanted: Contents, have: Contents) -> list[str]:
    """In words; empty when both hold the same. A sequence may have gone on, and no number may come a second time."""
    return [
        f"{name}: {_words(wanted.get(name))} became {_words(have.get(name))}"
        for name in sorted(wanted.keys() | have.keys())
        if not _holds(wanted.get(name), have.get(name))
    ]


def _holds(wanted: tuple[int, str] | None, have: tuple[int, str] | None) -> bool:
    if wanted is None or have is None or wanted[0] or have[0]:
        return wanted == have
    # A table without rows has the sum 0, so what is more than that is where a sequence stands.
    return int(have[1]) >= int(wanted[1])


def _words(what: tuple[int, str] | None) -> str:
    return f"{what[0]} rows (sum {what[1]})" if what else "nothing"
