"""A mark in the database itself: made for the demo, so anybody may be let in as anybody.

The demo takes only an empty database or one with the mark; everything else takes only one without.
"""

from typing import Any

from space.command.asking import Trouble

TABLE = "space_demo"


def must_be_for_the_demo(connection: Any) -> None:
    """Mark an empty database; refuse one with things in it that the demo did not make."""
    tables = tables_of(connection)
    if TABLE in tables:
        return
    if tables:
        raise Trouble(
            "This database holds something that the demo did not make, and the demo lets anybody in as "
            "anybody. Unset DATABASE_URL, or use another folder: ./space demo --data DIR"
        )
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {TABLE} (made_at timestamptz NOT NULL DEFAULT now())")


def must_be_real(connection: Any) -> None:
    if TABLE in tables_of(connection):
        raise Trouble(
            "This database was made for the demo. For a community of your own use another: "
            "./space serve --data DIR, or another DATABASE_URL."
        )


def tables_of(connection: Any) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
            "WHERE relkind IN ('r', 'p') AND nspname NOT LIKE 'pg\\_%%' AND nspname <> 'information_schema'"
        )
        return {name for (name,) in cursor.fetchall()}
