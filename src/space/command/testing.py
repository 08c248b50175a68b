"""One PostgreSQL for a run of the tests, in its own temporary folder. Loaded first by conftest.py."""

import atexit
import os
import tempfile
from pathlib import Path

GIVEN = "SPACE_TEST_DATABASE_URL"


def prepare() -> None:
    """Point the settings at a database for tests, then set Django up.

    Under xdist the controller starts the database and the workers find it in their environment;
    pytest-django makes a database for each. It is stopped and removed when the run is over, also by
    Ctrl-C or kill -9. An address in SPACE_TEST_DATABASE_URL is used instead, if given.
    """
    os.environ["DJANGO_SETTINGS_MODULE"] = "space.settings"
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _forget_the_server()
        os.environ["DATABASE_URL"] = os.environ.get(GIVEN) or _start()
    import django

    django.setup()


def _forget_the_server() -> None:
    """Settings that somebody's shell holds for a real server do not change what the tests see."""
    for name in [
        name for name in os.environ if name.startswith("SPACE_") and not name.startswith("SPACE_TEST_")
    ]:
        del os.environ[name]
    # Nothing leaves this machine: tests that ask a wiki bring one along.
    os.environ["SPACE_COMMONS_API"] = ""
    os.environ["SPACE_DATA"] = _folder("space-test-data-")
    # A machine that runs tests is slow at times; what is said when time is up has a test of its own.
    os.environ["SPACE_SEARCH_MILLISECONDS"] = "5000"


def _start() -> str:
    from space.command.postgres import Cluster

    cluster = Cluster(Path(_folder("space-test-db-")) / "pg", durable=False, temporary=True)
    cluster.start()
    atexit.register(cluster.stop)
    return cluster.url()


def _folder(prefix: str) -> str:
    held = tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True)
    atexit.register(held.cleanup)
    return held.name
