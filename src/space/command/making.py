"""Making a new cluster: initdb, our role and our database. Uses the standard library alone."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path
from typing import Any

from space.command.configuration import configuration
from space.command.places import Place

ROLE = "space"
DATABASE = "space"


class ClusterError(Exception):
    """PostgreSQL does not start; the words say why and what to do."""


def make_cluster(place: Place, password: Path, *, durable: bool) -> None:
    """Make an empty cluster with our role and database; an interrupted one is made again.

    The collation is the built-in C.UTF-8: the same on every machine and after every upgrade of the
    system, so indexes never go stale; people's order of words is not the database's business. Our
    role is no superuser, and nobody can sign in as one.
    """
    unfinished = place.folder / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    sync = [] if durable else ["--no-sync"]
    auth = ["--auth-local=scram-sha-256", "--auth-host=reject"]
    _run(place, "initdb", "-D", str(unfinished), "-U", "postgres", *locale, *auth, *sync, pwfile=True)
    with (unfinished / "postgresql.conf").open("a") as file:
        file.write("include 'space.conf'\ninclude_if_exists 'local.conf'\n")
    (unfinished / "space.conf").write_text(configuration(durable))
    place.give(unfinished / "space.conf")
    word = secrets.token_hex(24)
    made = f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{word}';\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
    _run(
        place,
        "postgres",
        "--single",
        "-j",
        "-D",
        str(unfinished),
        "postgres",
        said=made.replace(";\n", ";\n\n"),
    )
    write_secret(password, word)
    unfinished.rename(place.data)


def _run(place: Place, program: str, *arguments: str, said: str = "", pwfile: bool = False) -> None:
    if pwfile:
        # initdb asks for a superuser's password; it is thrown away, so nobody can ever use it.
        secret = place.folder / "superuser"
        write_secret(secret, secrets.token_hex(24))
        place.give(secret)
        arguments = (*arguments, f"--pwfile={secret}")
    done = subprocess.run(
        [str(place.programs / program), *arguments],
        input=said,
        capture_output=True,
        text=True,
        cwd="/",
        env=plain_environment(),
        umask=0o077,
        **as_user(place),
    )
    if pwfile:
        secret.unlink()
    if done.returncode:
        raise ClusterError(f"{program} failed:\n{done.stdout[-500:]}{done.stderr[-1500:]}")


def as_user(place: Place) -> dict[str, Any]:
    if place.uid is None:
        return {}
    return {"user": place.uid, "group": place.gid, "extra_groups": []}


def plain_environment() -> dict[str, str]:
    """Nothing of the caller's language, time zone or PG variables reaches the database."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
