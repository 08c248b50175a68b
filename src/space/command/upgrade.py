"""`python -m space.command.upgrade demo|serve`: bring a database to the state of this code.

Only one process at a time does it on one database; another waits and finds it done.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from space.command import demo_mark
from space.command.asking import Trouble
from space.command.home import DEMO_MARK
from space.command.loaded import keep_what_is_loaded

LOCK = 0x5370616365  # "Space"


def main(verb: str) -> int:
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError, connection

    try:
        django.setup()
        keep_what_is_loaded()
        with alone_on(connection):
            if verb == "demo":
                demo_mark.must_be_for_the_demo(connection)
                (Path(os.environ["SPACE_DATA"]) / DEMO_MARK).touch()
            else:
                demo_mark.must_be_real(connection)
            upgrade(connection)
            if verb == "demo":
                seed()
    except (Trouble, ImproperlyConfigured) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except OperationalError as error:
        print(f"The database does not answer: {error}Look at DATABASE_URL.", file=sys.stderr)
        return 1
    return 0


@contextmanager
def alone_on(connection: Any) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def upgrade(connection: Any) -> None:
    from django.core.management import call_command
    from django.db.migrations.executor import MigrationExecutor

    must_not_be_halfway(connection)
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        print(f"Bringing the database up to date ({len(waiting)} steps) ...", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def must_not_be_halfway(connection: Any) -> None:
    """Where steps became one, a database has taken all of them or none."""
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    taken = set(MigrationRecorder(connection).applied_migrations())
    for one in MigrationLoader(None).disk_migrations.values():
        left = [step for step in one.replaces if step not in taken]
        if left and len(left) < len(one.replaces) and (one.app_label, one.name) not in taken:
            raise Trouble(
                f"This database stands halfway: {'.'.join(left[0])} is a step of an earlier version that it "
                "has not taken. Let the version that it was served with last bring it to its end "
                "(./space manage migrate), then this one."
            )


def seed() -> None:
    """The demo community. Its command knows what is there already."""
    from django.core.management import call_command, get_commands

    if "seed_demo" not in get_commands():
        print("There is no demo community in this copy yet; the pages are empty.", flush=True)
        return
    call_command("seed_demo")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
