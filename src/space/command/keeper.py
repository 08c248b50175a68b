"""A small process that keeps one PostgreSQL running for as long as anybody uses it.

It is the parent of the database, so nothing is left unreaped. Whoever uses the database shares a
lock; the keeper waits to own that lock. It gets it when the last user is gone, ended or killed,
and then stops the database. Runs on the standard library alone; what to keep
stands on its standard input.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from space.command.dying import die_with_parent
from space.command.locks import Lock

PATIENCE = 60  # seconds for a database to write down what it holds, before harder signals


def main(specification: dict[str, Any]) -> int:
    own = Lock(Path(specification["lock"]))
    own.own()
    data = Path(specification["data"])
    clear_left_overs(data)
    child = start(specification)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: child.send_signal(signal.SIGINT))
    waiting = threading.Thread(target=stop_after_the_last, args=(Path(specification["users"]), child))
    waiting.daemon = True
    waiting.start()
    result = child.wait()
    for folder in specification["remove"]:
        shutil.rmtree(folder, ignore_errors=True)
    return result


def start(specification: dict[str, Any]) -> "subprocess.Popen[bytes]":
    with open(specification["log"], "ab") as log:
        return subprocess.Popen(
            specification["command"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=specification["environment"],
            umask=0o077,
            preexec_fn=die_with_parent(signal.SIGINT),
            **specification["user"],
        )


def stop_after_the_last(users: Path, child: "subprocess.Popen[bytes]") -> None:
    if users.parent.exists():
        Lock(users).own()
    for number, patience in ((signal.SIGINT, PATIENCE), (signal.SIGQUIT, PATIENCE), (signal.SIGKILL, 1)):
        child.send_signal(number)
        time.sleep(patience)


def clear_left_overs(data: Path) -> None:
    """End a database that lost its keeper, and void a pid that now belongs to somebody else.

    PostgreSQL takes any living process with the recorded pid for itself and refuses to start, be it
    a stranger or a zombie. Our own pid it knows to be no database (we are its parent), and the rest
    of the file still guards the shared memory.
    """
    record = data / "postmaster.pid"
    with suppress(FileNotFoundError, ValueError):
        first, *rest = record.read_text().splitlines()[:7]  # without "ready", which it is no more
        pid = int(first)
        deadline = time.monotonic() + PATIENCE
        while runs_in(pid, data):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGINT if time.monotonic() < deadline else signal.SIGKILL)
            time.sleep(0.1)
        if record.exists():
            with record.open("r+") as file:
                file.write("\n".join([str(os.getpid()), *rest, ""]))
                file.truncate()


def runs_in(pid: int, data: Path) -> bool:
    """Is this pid a living PostgreSQL of this very folder?"""
    try:
        if Path("/proc/self").exists():
            status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            return status != "Z" and Path(os.readlink(f"/proc/{pid}/cwd")) == data.resolve()
        said = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True)
        return "postgres" in said.stdout and str(data) in said.stdout
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(json.load(sys.stdin)))
