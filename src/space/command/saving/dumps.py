"""The database as one file and back, by pg_dump and pg_restore of the embedded PostgreSQL.

They talk to servers of their own version and older ones, so they serve for DATABASE_URL too.
"""

import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from space.command import binaries
from space.command.asking import Trouble
from space.command.postgres import Cluster
from space.command.saving.contents import Contents, contents


def dump(url: str, to: Path) -> Contents:
    """Write the whole database to a file, and say what stood in it at that very moment."""
    with psycopg.connect(url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        snapshot = row[0] if row else ""
        # Before: what counts goes on meanwhile, whatever a snapshot holds, and may stand higher in the file.
        there = contents(connection)
        _run(
            "pg_dump",
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={to}",
            url,
        )
        return there


def load(dumped: Path, url: str) -> Contents:
    """Fill an empty database from a file, and say what stands in it then."""
    _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", f"--dbname={url}", str(dumped))
    with psycopg.connect(url) as connection:
        return contents(connection)


@contextmanager
def scratch() -> Iterator[str]:
    """An empty database in a cluster of its own: a proof that costs the real one nothing."""
    with tempfile.TemporaryDirectory(prefix="space-proof-", ignore_cleanup_errors=True) as folder:
        cluster = Cluster(Path(folder) / "pg", durable=False, temporary=True)
        cluster.start()
        try:
            yield cluster.url()
        finally:
            cluster.stop()


@contextmanager
def beside(url: str) -> Iterator[str]:
    """An empty database beside the one of `url`; it takes its place if the block ends well."""
    name, fresh, old = database_in(url), f"space_{secrets.token_hex(4)}", f"old_{secrets.token_hex(4)}"
    try:
        _on_server(url, "CREATE DATABASE {} TEMPLATE template0", fresh)
    except psycopg.errors.InsufficientPrivilege as error:
        raise Trouble(
            "The role of DATABASE_URL may not make databases, so nothing can be brought back beside "
            "the present one. Let it for the time: ALTER ROLE ... CREATEDB"
        ) from error
    try:
        yield with_database(url, fresh)
    except BaseException:
        _on_server(url, "DROP DATABASE {} WITH (FORCE)", fresh)
        raise
    _on_server(url, "ALTER DATABASE {} RENAME TO {}", name, old)
    _on_server(url, "ALTER DATABASE {} RENAME TO {}", fresh, name)
    _on_server(url, "DROP DATABASE {} WITH (FORCE)", old)


def database_in(url: str) -> str:
    return urlsplit(url).path.lstrip("/") or "space"


def with_database(url: str, name: str) -> str:
    """The same address with another database. An empty host keeps its two slashes."""
    parts = urlsplit(url)
    changed = urlunsplit(parts._replace(path=f"/{quote(name)}"))
    return changed if "://" in changed else changed.replace(":/", ":///", 1)


def is_empty(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return not any(rows for rows, _ in contents(connection).values())


def _on_server(url: str, statement: str, *names: str) -> None:
    with psycopg.connect(with_database(url, "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _run(program: str, *arguments: str) -> None:
    done = subprocess.run([_path(program), *arguments], capture_output=True, text=True)
    if done.returncode:
        raise Trouble(f"{program} failed: {done.stderr.strip()[-1500:]}")


def _path(program: str) -> str:
    try:
        return str(binaries.of_the_wheel() / program)
    except binaries.NoPrograms:
        found = shutil.which(program)
    if found is None:
        raise Trouble(f"{program} is missing: install the client programs of PostgreSQL.")
    return found
