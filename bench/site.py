"""The product as `serve` runs it: a web server of several processes and a worker, on the scratch database."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection

from bench import machine
from bench.client import HOST, Connection, Request
from space.command.children import Child, stop_all


@dataclass(frozen=True)
class Site:
    port: int
    families: machine.Groups


@contextmanager
def served(port: int, workers: int, *, worker: bool = True, **settings: str) -> Iterator[Site]:
    """The block has a running site. `settings` are environment variables for it alone."""
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    children = [Child("web", "--host", HOST, "--port", str(port), "--workers", str(workers))]
    children += [Child("worker")] if worker else []
    for child in children:
        child.look_after()
    try:
        _wait(port, children[0])
        families = {child.name: child.pid for child in children if child.pid}
        yield Site(port, {**families, "database": _database()})
    finally:
        stop_all(children, patience=10)
        _restore(before)


def _wait(port: int, web: Child) -> None:
    for _ in range(300):
        if not web.is_alive:
            sys.exit("The web server did not start; its reason stands above.")
        try:
            Connection(port).ask(Request("/discuss/"))
            return
        except OSError:
            time.sleep(0.1)
    sys.exit("The web server does not answer.")


def _database() -> int:
    """The process that all of the database's descend from; it has to run on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return machine.parent(cursor.fetchone()[0])


def _restore(before: dict[str, str | None]) -> None:
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
