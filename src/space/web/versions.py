"""What has changed, told by the database to every web process, so that kept pages are never stale.

A tag names something that pages show: `topic:7`, `list`, `everything`. An action bumps tags inside its
transaction; PostgreSQL delivers them at commit. A process keeps when each tag last changed, in a table
of fixed size (tags that share a slot merely change a little too often). While the listener is down there
is no moment, and nothing kept may be used.
"""

import logging
import threading
import time
from collections.abc import Iterable
from functools import partial
from zlib import crc32

import psycopg
from django.conf import settings
from django.db import connection, transaction
from psycopg.conninfo import make_conninfo

CHANNEL = "space_changed"
EVERYTHING = "everything"
_SLOTS = 65_536
# A notice holds 8,000 bytes, and each one wakes all processes.
_TOLD_AT_ONCE = 100
_BEAT = 5.0
log = logging.getLogger(__name__)


def bump(*tags: str) -> None:
    """Say in this transaction that things changed. Seen by every process once it is committed."""
    told = [" ".join(tags[at : at + _TOLD_AT_ONCE]) for at in range(0, len(tags), _TOLD_AT_ONCE)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, told) FROM unnest(%s::text[]) AS told", [CHANNEL, told])
    # Who changed it looks at it next, perhaps before the database's word is back.
    transaction.on_commit(partial(_note_here, tags))


def _note_here(tags: Iterable[str]) -> None:
    for tag in tags:
        ledger.note(tag)


class Ledger:
    """When each tag last changed, in this process's own counting."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._changed = [0] * _SLOTS
        self._now = 0
        self._heard = float("-inf")

    def moment(self) -> int | None:
        """The moment to remember with what is about to be made; None while changes cannot be heard."""
        return self._now if time.monotonic() - self._heard < 2 * _BEAT else None

    def unchanged(self, tags: Iterable[str], *, since: int) -> bool:
        """Whether a thing made at `since` from these tags may still be used."""
        if self.moment() is None or self._changed[_slot(EVERYTHING)] > since:
            return False
        return all(self._changed[_slot(tag)] <= since for tag in tags)

    def changed_at(self, tag: str) -> int:
        """The moment of the last change; what was made before it is no longer true."""
        return self._changed[_slot(tag)]

    def note(self, tag: str) -> None:
        with self._lock:
            self._now += 1
            self._changed[_slot(tag)] = self._now

    def hear(self) -> None:
        """The listener is alive. After a silence everything counts as changed."""
        if self.moment() is None:
            self.note(EVERYTHING)
        self._heard = time.monotonic()

    def lose(self) -> None:
        self._heard = float("-inf")


def _slot(tag: str) -> int:
    return crc32(tag.encode()) % _SLOTS


ledger = Ledger()


class Listener(threading.Thread):
    """Keeps the ledger from the database's notifications, for as long as the process lives."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(name="versions", daemon=True)
        self.ledger = ledger

    def run(self) -> None:
        while True:
            try:
                self._listen()
            # Whatever it was: a process that never listens again would be slow for ever and not say why.
            except Exception as error:
                log.warning("Not told of changes, so pages are made anew each time: %s", error)
            self.ledger.lose()
            time.sleep(1)

    def _listen(self) -> None:
        with psycopg.connect(_address(), autocommit=True) as heard:
            heard.execute(f"LISTEN {CHANNEL}")
            while True:
                # Proves that the connection lives, and that all that came before has been read.
                heard.execute("SELECT 1")
                self.ledger.hear()
                for notice in heard.notifies(timeout=_BEAT, stop_after=None):
                    for tag in notice.payload.split():
                        self.ledger.note(tag)


def _address() -> str:
    database = settings.DATABASES["default"]
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    more = {key: str(value) for key, value in database.get("OPTIONS", {}).items() if key != "pool"}
    return make_conninfo(
        **more | {key: str(database[name]) for key, name in names.items() if database.get(name)}
    )


_started = threading.Lock()


def start_listening() -> None:
    """Begin to listen, once a process."""
    if _started.acquire(blocking=False):
        Listener(ledger).start()
