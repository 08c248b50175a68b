"""Locks on files. The kernel lets go of them when their holder dies, so none is ever stale."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Lock:
    """One lock on one file, held by this object until `release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def share(self, *, wait: bool = True) -> bool:
        """Hold it together with others who share it."""
        return self._take(fcntl.LOCK_SH, wait)

    def own(self, *, wait: bool = True) -> bool:
        """Hold it alone."""
        return self._take(fcntl.LOCK_EX, wait)

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _take(self, kind: int, wait: bool) -> bool:
        if self._file is None:
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, kind if wait else kind | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            return False
        return True


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Run the block while nobody else runs one on the same file."""
    lock = Lock(path)
    lock.own()
    try:
        yield
    finally:
        lock.release()


def is_owned(path: Path) -> bool:
    """Does somebody hold it alone right now?"""
    if not path.exists():
        return False
    probe = Lock(path)
    free = probe.share(wait=False)
    probe.release()
    return not free


def wait_until_free(path: Path, *, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while is_owned(path):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
