"""What the files tell happens again, one event after the other, each at its own time.

Everything goes through the ordinary actions with the clock set back, so limits, versions and counters
are those that real people would have caused.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid5
from zlib import crc32

from space.kit import clock

_NAMESPACE = UUID("5e1f6d1c-3f0a-5b8e-9f2b-0d3c6f7a1b42")


def key_at(place: str) -> UUID:
    """The same in every run: by it the actions know what they made before."""
    return uuid5(_NAMESPACE, place)


@dataclass(frozen=True, order=True)
class Event:
    """Something that happens at a place of the files: a post, an edit, a decision."""

    at: datetime
    order: tuple[str, int, int]
    act: Callable[[], object] = field(compare=False)


def happen(events: Iterable[Event], tell: Callable[[int, int], None]) -> None:
    known = sorted(events)
    for done, event in enumerate(known):
        if done % 50 == 0:
            tell(done, len(known))
        with clock.at(event.at):
            event.act()


def moment(now: datetime, ago: timedelta, minutes: int) -> datetime:
    """Times given in minutes stay exact; whole hours get some minutes on top."""
    return now - ago if ago.seconds % 3600 else now - ago + timedelta(minutes=minutes)


def between(start: datetime, end: datetime, share: float) -> datetime:
    return start + (end - start) * share


def lot(words: str) -> int:
    """Drawn from words, so that it comes out the same each time."""
    return crc32(words.encode())
