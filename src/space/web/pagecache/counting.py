"""Views are counted in memory and written as sums every ten seconds: reading writes nothing."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping

from django.db import close_old_connections

_PAUSE = 10
_writers: dict[str, Callable[[Mapping[int, int]], None]] = {}
_counted: Counter[tuple[str, int]] = Counter()
_lock = threading.Lock()
_started = threading.Lock()
log = logging.getLogger(__name__)


def register(kind: str, write: Callable[[Mapping[int, int]], None]) -> None:
    """Let the owner of a kind write the sums: a mapping of ids to how often."""
    _writers[kind] = write


def count(what: str) -> None:
    if what:
        kind, _, pk = what.partition(":")
        with _lock:
            _counted[kind, int(pk)] += 1


def write_sums() -> None:
    """Write what was counted since the last time. Sums that could not be written are kept for the next."""
    with _lock:
        sums = dict(_counted)
        _counted.clear()
    for kind, write in _writers.items():
        mine = {pk: times for (its, pk), times in sums.items() if its == kind}
        if not mine:
            continue
        try:
            write(mine)
        except Exception:
            log.exception("Views of %s were not written; trying again", kind)
            with _lock:
                _counted.update({(kind, pk): times for pk, times in mine.items()})


def start() -> None:
    """Begin to write, once a process."""
    if _started.acquire(blocking=False):
        threading.Thread(target=_write_for_ever, name="views", daemon=True).start()


def _write_for_ever() -> None:
    while True:
        time.sleep(_PAUSE)
        write_sums()
        close_old_connections()
