"""The one clock. Actions ask it, so that imports, demo and tests can write at another time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    return _set.get() or timezone.now()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Everything that is done inside happens at this moment (aware, any zone)."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
