from django.db import connection


def one_after_the_other(what: str) -> None:
    """Who changes how these things stand (`rooms`, `tag groups`) waits for who does it just now. Comes first of all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"discuss {what}"])
