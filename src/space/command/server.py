"""Everything that serves readers, looked after in one place: database, web, worker."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from types import FrameType

from space.command import ports
from space.command.asking import Trouble
from space.command.children import Child, stop_all
from space.command.dying import die_with_parent
from space.command.home import Home

PATIENCE = 15.0  # seconds that requests and jobs under way get at the end


class Server:
    """Prepares a data folder, runs its processes, and stops them in order."""

    def __init__(self, home: Home, *, verb: str, host: str, port: int, workers: int) -> None:
        self.home = home
        self.verb = verb
        self.host = host
        self.port = port
        web = ["--host", host, "--port", str(port), "--workers", str(workers)]
        self._children = [Child("web", *web), Child("worker")]
        self._end = threading.Event()

    @property
    def address(self) -> str:
        name = "localhost" if self.host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else self.host  # noqa: S104
        return f"http://{name}:{self.port}"

    def run(self, *, ready: Callable[[], None]) -> int:
        """Serve until Ctrl-C or SIGTERM. `ready` is called once, when readers are answered."""
        self.home.become_server(self.address)
        ports.must_be_free(self.host, self.port, self.verb)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            self._prepare()
            self._serve(ready)
        finally:
            if self._children[0].is_alive:
                print("Stopping ...", flush=True)
            stop_all(self._children, patience=PATIENCE)
            self.home.stop_database()
        print("Stopped.", flush=True)
        return 0

    def _prepare(self) -> None:
        self.home.settle()
        print("Starting the database ...", flush=True)
        self.home.start_database()
        if self._end.is_set():
            return
        command = [sys.executable, "-m", "space.command.upgrade", self.verb]
        if (
            subprocess.run(command, preexec_fn=die_with_parent(signal.SIGTERM)).returncode
            and not self._end.is_set()
        ):
            raise Trouble("The database could not be prepared; the reason stands above.")

    def _serve(self, ready: Callable[[], None]) -> None:
        told = False
        while not self._end.is_set():
            self._look_after_the_database()
            for child in self._children:
                child.look_after()
            if not told and self._children[0].is_alive and ports.answers(self.host, self.port):
                ready()
                told = True
            self._end.wait(0.5 if told else 0.1)

    def _look_after_the_database(self) -> None:
        """The keeper or its database was killed: start it again, and everybody who held connections to it."""
        if not os.environ.get("SPACE_EMBEDDED") or self.home.cluster.is_running():
            return
        print("The database ended; it starts again.", flush=True)
        del os.environ["DATABASE_URL"]
        self.home.start_database()
        stop_all(self._children, patience=PATIENCE)
        for child in self._children:
            child.forget()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self._end.is_set():  # asked twice: do not wait for what is under way
            for child in self._children:
                child.ask_to_stop(signal.SIGKILL)
        self._end.set()
