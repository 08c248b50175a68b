"""Our own small supervisor of the embedded PostgreSQL. Uses the standard library alone."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

from space.command.configuration import configuration
from space.command.keeper import clear_left_overs
from space.command.locks import Lock, alone, is_owned, wait_until_free
from space.command.making import DATABASE, ROLE, ClusterError, as_user, make_cluster, plain_environment
from space.command.places import Place, place_of, socket_folder


class Cluster:
    """A PostgreSQL in a folder. It runs while at least one user between `start` and `stop` lives.

    `durable=False` is for tests. A temporary one is removed by its keeper when it has stopped.
    """

    def __init__(self, folder: Path, *, durable: bool = True, temporary: bool = False) -> None:
        self.folder = folder.resolve()
        self.durable = durable
        self.temporary = temporary
        self._users = Lock(self.folder / "users")
        self._keeper: subprocess.Popen[bytes] | None = None

    @property
    def exists(self) -> bool:
        return (self.folder / "password").exists()

    def start(self) -> None:
        """Join the running database, or start it; make it first if there is none."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._users.share()
        try:
            with alone(self.folder / "starting"):
                if not self.is_running():
                    self._launch(place_of(self.folder))
        except BaseException:
            self._users.release()
            raise

    def join(self) -> None:
        """Count as a user of a database that our starter runs, so that it outlives us."""
        self._users.share()

    def stop(self) -> None:
        """Stop using it. Without other users it has stopped when this returns."""
        alone_here = self._users.own(wait=False)
        self._users.release()
        if alone_here:
            wait_until_free(self.folder / "keeper", seconds=90)
        if self._keeper is not None and self._keeper.poll() is not None:
            self._keeper = None

    def is_running(self) -> bool:
        """Is it up and taking connections?"""
        if self._keeper is not None:
            self._keeper.poll()
        return is_owned(self.folder / "keeper") and self._status() == "ready"

    def parameters(self, database: str = DATABASE) -> dict[str, str]:
        """What a client needs to connect."""
        record = self._record()
        return {
            "host": record[4],
            "port": record[3],
            "user": ROLE,
            "password": (self.folder / "password").read_text(),
            "dbname": database,
        }

    def url(self, database: str = DATABASE) -> str:
        to = self.parameters(database)
        host = quote(to["host"], safe="")
        return f"postgresql://{to['user']}:{to['password']}@/{database}?host={host}&port={to['port']}"

    def program(self, name: str) -> Path:
        """Path of a client program, such as pg_dump, of the very version of the server."""
        return place_of(self.folder).programs / name

    def _record(self) -> list[str]:
        return (place_of(self.folder).data / "postmaster.pid").read_text().splitlines()

    def _status(self) -> str:
        try:
            return self._record()[7].strip()
        except (OSError, IndexError):
            return ""

    def _launch(self, place: Place) -> None:
        if not (place.data / "PG_VERSION").exists():
            make_cluster(place, self.folder / "password", durable=self.durable)
        wait_until_free(self.folder / "keeper", seconds=180)
        clear_left_overs(place.data)
        sockets = socket_folder(place)
        (place.data / "space.conf").write_text(configuration(self.durable))
        place.give(place.data / "space.conf")
        keep_log_small(place.log)
        self._keeper = subprocess.Popen(
            [sys.executable, "-S", "-m", "space.command.keeper", str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=(place.log).open("ab"),
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        with self._keeper.stdin as told:  # type: ignore[union-attr]
            told.write(json.dumps(self._specification(place, sockets)).encode())
        self._wait_until_ready(place, self._keeper)

    def _specification(self, place: Place, sockets: Path) -> dict[str, Any]:
        removable = [sockets]
        if self.temporary:
            removable += [place.folder, self.folder]
        return {
            "lock": str(self.folder / "keeper"),
            "users": str(self.folder / "users"),
            "data": str(place.data),
            "log": str(place.log),
            "command": [str(place.programs / "postgres"), "-D", str(place.data), "-k", str(sockets)],
            "environment": plain_environment(),
            "user": as_user(place),
            "remove": [str(folder) for folder in removable],
        }

    def _wait_until_ready(self, place: Place, keeper: "subprocess.Popen[bytes]") -> None:
        while not self.is_running():
            if keeper.poll() is not None:
                said = "\n".join(place.log.read_text(errors="replace").splitlines()[-12:])
                raise ClusterError(f"The database did not start. The end of {place.log} says:\n{said}")
            time.sleep(0.01)


def keep_log_small(log: Path, most: int = 5_000_000) -> None:
    """One old log is kept, so that the log never fills a disk."""
    if log.exists() and log.stat().st_size > most:
        log.replace(log.with_name("log.old"))
