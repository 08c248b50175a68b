"""The web server that `./space serve` runs, as a process of its own on the database of the tests."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection

from space.accounts.models import User
from space.accounts.sessions import SessionStore
from tests.command.running import environment, free_port, wait_until


class Web:
    """`./space web`: granian with the page cache in front of Django. Killing it kills all its processes."""

    def __init__(self, folder: Path, workers: int = 1) -> None:
        self.folder = folder
        self.workers = workers
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.said = folder / "web.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Web":
        words = ["web", "--port", self.port, "--data", self.folder, "--workers", self.workers]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "space.command", *map(str, words)],
            env=environment() | self._settings(),
            stdout=self.said.open("ab"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        wait_until(self.answers, seconds=180, why=self.said)
        return self

    def answers(self) -> bool:
        assert self.process
        assert self.process.poll() is None, self.said.read_text()
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=10) as page:
                return page.status == 200
        except (OSError, urllib.error.URLError):
            return False

    def kill(self) -> None:
        """kill -9 of the server and every process that it started."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def _settings(self) -> dict[str, str]:
        return {
            "DATABASE_URL": address_of_the_database(),
            "SPACE_DATA": str(self.folder),
            "SPACE_SECRET_KEY": settings.SECRET_KEY,
        }


class Worker(Web):
    """`./space worker`: it has no address; killing it kills whatever it was doing."""

    def start(self) -> "Worker":
        self.process = subprocess.Popen(
            [sys.executable, "-m", "space.command", "worker", "--data", str(self.folder)],
            env=environment() | self._settings(),
            stdout=self.said.open("ab"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        return self


def address_of_the_database() -> str:
    """The database that this run of the tests (or this worker of it) works on."""
    there = connection.settings_dict
    who = f"{quote(there['USER'], safe='')}:{quote(there['PASSWORD'], safe='')}"
    place = f"?host={quote(there['HOST'], safe='')}" + (f"&port={there['PORT']}" if there["PORT"] else "")
    return f"postgresql://{who}@/{there['NAME']}{place}"


def session_of(person: User) -> str:
    """The cookie of a browser in which this person has signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return str(session.session_key)
