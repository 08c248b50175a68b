"""The data folder: which one a command means, whose it is, and its database."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from space.command.asking import CHECKOUT, Trouble
from space.command.binaries import NoPrograms
from space.command.locks import Lock, is_owned
from space.command.making import ClusterError
from space.command.places import Misplaced
from space.command.postgres import Cluster

REAL = CHECKOUT / "data"
DEMO = CHECKOUT / "data" / "demo"
DEMO_MARK = "made-for-the-demo"


class Home:
    """One data folder. At most one server works in it; other commands join in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.expanduser().resolve()
        self.cluster = Cluster(self.folder / "pg")
        self._server = Lock(self.folder / "server.lock")

    @property
    def is_demo(self) -> bool:
        return (self.folder / DEMO_MARK).exists()

    @property
    def has_database(self) -> bool:
        return self.cluster.exists

    @property
    def has_server(self) -> bool:
        return is_owned(self.folder / "server.lock")

    def make(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.folder / "media").mkdir(exist_ok=True)
        except OSError as error:
            raise Trouble(
                f"{self.folder} cannot be written to ({error.strerror}). "
                "Name a folder of your own: --data DIR, or SPACE_DATA."
            ) from error

    def settle(self) -> None:
        """Tell the settings and every process we start where we are."""
        self.make()
        os.environ["SPACE_DATA"] = str(self.folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "space.settings"
        if self.is_demo:
            os.environ["SPACE_DEMO"] = "1"
            if "address" in self.server():
                os.environ.setdefault("SPACE_ORIGIN", self.server()["address"])

    def become_server(self, address: str) -> None:
        """Take the folder for one server, or say politely who has it. Ends with the process."""
        self.make()
        if not self._server.own(wait=False):
            who = self.server()
            raise Trouble(
                f"Space already runs in {self.folder}: process {who.get('process', '?')}, since "
                f"{who.get('since', '?')}, at {who.get('address', '?')}.\n"
                "Stop it first (Ctrl-C where it runs), or use another folder: --data DIR --port 8001"
            )
        since = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
        said = json.dumps({"process": os.getpid(), "since": since, "address": address})
        (self.folder / "server.json").write_text(said)

    def server(self) -> dict[str, str]:
        try:
            said: dict[str, str] = json.loads((self.folder / "server.json").read_text())
        except (OSError, ValueError):
            return {}
        return said

    def start_database(self) -> None:
        """Join or start the embedded database, unless DATABASE_URL names another."""
        if os.environ.get("DATABASE_URL"):
            if self._is_embedded:
                self.cluster.join()
            return
        try:
            self.cluster.start()
        except (ClusterError, Misplaced, NoPrograms) as error:
            raise Trouble(str(error)) from error
        os.environ["DATABASE_URL"] = self.cluster.url()
        os.environ["SPACE_EMBEDDED"] = str(self.cluster.folder)

    def stop_database(self) -> None:
        if self._is_embedded:
            self.cluster.stop()

    @property
    def _is_embedded(self) -> bool:
        """Did we, or the server that started us, start the database of this folder?"""
        return os.environ.get("SPACE_EMBEDDED") == str(self.cluster.folder)


def home_of(given: str | None, *, default: Path | None = None) -> Home:
    """The folder that was asked for; else the default; else the one that there is.

    Who has looked at the demo and then imports or backs up means the demo, as long as there is no
    other: a real data folder always comes first, unless only the demo is running.
    """
    if given or default:
        return Home(Path(given) if given else default or REAL)
    real, demo = Home(REAL), Home(DEMO)
    means_demo = (demo.has_server and not real.has_server) or (demo.has_database and not real.has_database)
    if means_demo and not os.environ.get("DATABASE_URL"):
        print(f"Working on the demo's data in {demo.folder} (--data DIR for another).")
        return demo
    return real


@contextmanager
def database_of(given: str | None) -> Iterator[Home]:
    """The block has settings and a running database, its own for the time or a joined one."""
    home = home_of(given)
    home.settle()
    home.start_database()
    try:
        yield home
    finally:
        home.stop_database()
