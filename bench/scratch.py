"""A database of our own, beside the community's, so that measuring touches nothing that somebody wrote."""

import os
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


def use(name: str) -> None:
    """From here on everything works in the database of that name: made if need be, with tables and static files."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(urlunsplit(parts), autocommit=True) as beside:
        if not beside.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            beside.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{name}"))
    _prepare()


def _prepare() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
