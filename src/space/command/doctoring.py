"""What ./space doctor looks at. Each look yields findings: how bad, what is so, what to do."""

import os
import shutil
import socket
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

WELL, NOTE, BAD = "well", "note", "BAD"
OLDEST_SERVER = 150000


@dataclass(frozen=True)
class Finding:
    """One sentence about one thing, and what to do about it."""

    how: str
    what: str
    remedy: str = ""


def look_at_settings(settings: Any) -> Iterator[Finding]:
    yield Finding(WELL, f"Settings are read; we are {settings.NAME} at {settings.ORIGIN}.")
    if settings.DEBUG:
        yield Finding(BAD, "SPACE_DEBUG is on: errors show our insides to everybody.", "Unset SPACE_DEBUG.")
    if settings.DEMO:
        yield Finding(NOTE, "This is the demo: anybody is let in as anybody, from this machine.")
        return
    if set(settings.HOSTS) <= {"localhost", "127.0.0.1"}:
        yield Finding(
            NOTE, "We answer to localhost only.", "For readers elsewhere set SPACE_HOSTS=space.example.org"
        )
    elif settings.SCHEME != "https":
        yield Finding(
            BAD,
            "Passwords and cookies travel in the open.",
            "Set SPACE_SCHEME=https and let a proxy encrypt.",
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding(BAD, "Any host name is taken for ours.", "Name ours in SPACE_HOSTS.")
    if not settings.CONTACT:
        yield Finding(
            NOTE, "Nobody is named who looks after this server.", "Set SPACE_CONTACT to an address."
        )
    if os.geteuid() == 0:
        yield Finding(
            NOTE, "We run as root, which no part of Space needs.", "Make a user for it: docs/operating.md"
        )


def look_at_database(connection: Any) -> Iterator[Finding]:
    from django.db import Error

    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('server_version'), current_setting('server_version_num')::int"
            )
            version, number = cursor.fetchone()
            yield from _kept_safe(cursor)
            yield from _extensions(cursor)
    except Error as error:
        yield Finding(BAD, f"The database does not answer: {str(error).strip()}", "Look at DATABASE_URL.")
        return
    if number < OLDEST_SERVER:
        yield Finding(BAD, f"PostgreSQL is {version}.", "Space needs 15 or later.")
    yield Finding(WELL, f"PostgreSQL {version} answers.")
    yield from _migrations(connection)


def _kept_safe(cursor: Any) -> Iterator[Finding]:
    cursor.execute("SELECT current_setting('fsync'), current_setting('full_page_writes')")
    if cursor.fetchone() != ("on", "on"):
        yield Finding(BAD, "A power cut would lose what people wrote.", "Turn fsync and full_page_writes on.")
    cursor.execute("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()")
    if (encoding := cursor.fetchone()[0]) != "UTF8":
        yield Finding(BAD, f"The database writes {encoding}.", "Make it with ENCODING 'UTF8'.")


def _extensions(cursor: Any) -> Iterator[Finding]:
    cursor.execute("SELECT name FROM pg_available_extensions WHERE name IN ('unaccent', 'pg_trgm')")
    missing = {"unaccent", "pg_trgm"} - {name for (name,) in cursor.fetchall()}
    for name in sorted(missing):
        yield Finding(BAD, f"PostgreSQL has no {name}.", "Install its contrib package (postgresql-contrib).")


def _migrations(connection: Any) -> Iterator[Finding]:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield Finding(
            BAD, f"{len(waiting)} migrations wait.", "./space serve runs them; or ./space manage migrate"
        )
    else:
        yield Finding(WELL, "All migrations are applied.")


QUEUE = """
SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, now()) < now() - interval '10 minutes'),
       count(*) FILTER (WHERE status = 'failed'),
       count(*) FILTER (WHERE status = 'doing' AND NOT EXISTS (
           SELECT FROM procrastinate_workers AS worker
           WHERE worker.id = worker_id AND worker.last_heartbeat > now() - interval '1 minute')),
       (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '1 minute')
FROM procrastinate_jobs
"""


def look_at_queue(connection: Any) -> Iterator[Finding]:
    from django.db import Error

    try:
        with connection.cursor() as cursor:
            cursor.execute(QUEUE)
            late, failed, stalled, workers = cursor.fetchone()
    except Error as error:
        yield Finding(BAD, f"The queue cannot be read: {str(error).strip()}", "./space manage migrate")
        return
    if late:
        yield Finding(
            BAD, f"{late} jobs have waited for ten minutes and more.", "Is a worker running? ./space worker"
        )
    if stalled:
        yield Finding(
            BAD,
            f"{stalled} jobs lost their worker.",
            "A running worker takes them up within two minutes: ./space worker",
        )
    if failed:
        yield Finding(
            NOTE, f"{failed} jobs failed.", "./space manage procrastinate shell, then list_jobs status=failed"
        )
    how = WELL if workers or not late else NOTE
    yield Finding(how, f"{workers} workers have shown themselves in the last minute.")


def look_at_mail(address: str) -> Iterator[Finding]:
    if not address:
        yield Finding(NOTE, "No mail goes out.", "Set SPACE_EMAIL_URL=smtp://user:password@host:587?tls=yes")
        return
    parts = urlsplit(address)
    if parts.scheme == "file":
        yield from _writable(Path(parts.path), "mail")
    elif parts.scheme in {"smtp", "smtps"}:
        port = parts.port or (465 if parts.scheme == "smtps" else 25)
        try:
            socket.create_connection((parts.hostname or "localhost", port), timeout=5).close()
        except OSError as error:
            yield Finding(
                BAD, f"{parts.hostname}:{port} takes no mail ({error}).", "Look at SPACE_EMAIL_URL."
            )
        else:
            yield Finding(WELL, f"{parts.hostname}:{port} answers for mail.")


def look_at_files(data: Path, media: Path) -> Iterator[Finding]:
    yield from _writable(media, "uploads")
    free = shutil.disk_usage(data).free
    if free < 1_000_000_000:
        yield Finding(BAD, f"Only {free / 1e6:.0f} MB are free for {data}.", "Make room.")
    else:
        yield Finding(WELL, f"{free / 1e9:.0f} GB are free for {data}.")
    for name in ("secret_key", "archive_key", "pg/password"):
        file = data / name
        if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
            yield Finding(BAD, f"Others on this machine can read {file}.", f"chmod 600 {file}")


def _writable(folder: Path, what: str) -> Iterator[Finding]:
    probe = folder / f".doctor-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        yield Finding(
            BAD, f"The folder for {what}, {folder}, cannot be written to ({error.strerror}).", "Let us."
        )
    else:
        yield Finding(WELL, f"The folder for {what} can be written to.")


def look_at_safe_place(safe: Path) -> Iterator[Finding]:
    """Databases of root whose data folder has gone: nobody will ever start them again."""
    if not os.access(safe, os.R_OK):
        return
    for home in sorted(safe.glob("*/home")):
        place = Path(home.read_text()) / "place"
        if not place.exists() or place.read_text().strip() != home.parent.name:
            yield Finding(
                NOTE, f"{home.parent} belonged to {place.parent}, which is gone.", f"rm -r {home.parent}"
            )
