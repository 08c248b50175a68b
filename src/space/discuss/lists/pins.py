"""Pinned topics: few, asked about by every list, changed rarely, so they are kept in the process."""

from typing import NamedTuple

from space.accounts.readers import Reader
from space.discuss.actions.pinning import PINS
from space.discuss.lists.lines import Line, lines
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Audience, Pin, Topic
from space.kit import clock
from space.web.kept import Kept

TAG = PINS
# More than these would push everything else off the first screen.
_AT_MOST = 10


class Pinned(NamedTuple):
    topic: int
    category: int | None
    everywhere: bool
    until: float | None
    # It says what its category is for, which is nothing to readers of the one above.
    about: bool


def _load() -> tuple[Pinned, ...]:
    there = Pin.objects.filter(topic__unlisted=False).exclude(topic__audience=Audience.NOBODY)
    columns = ("topic", "topic__category", "everywhere", "until", "topic__about_of")
    return tuple(
        Pinned(pk, room, all_, until.timestamp() if until else None, about is not None)
        for pk, room, all_, until, about in there.order_by("-at").values_list(*columns)
    )


_kept: Kept[tuple[Pinned, ...]] = Kept(TAG, _load)


def pinned_lines(wanted: Wanted, reader: Reader) -> list[Line]:
    """What stands on top of the first page of this list, for who has not read it to the end."""
    if wanted.order != Order.LATEST or wanted.after or wanted.filters or wanted.author:
        return []
    now = clock.now().timestamp()
    here = [
        pin.topic for pin in _kept.get() if _stands_here(pin, wanted) and (not pin.until or pin.until > now)
    ]
    if not here:
        return []
    topics = Topic.objects.visible_to(reader).in_lists().filter(pk__in=here[:_AT_MOST])
    found = lines(topics.latest_first(), reader, _AT_MOST)
    return [line for line in found if line.read is None or line.read < line.last_number]


def _stands_here(pin: Pinned, wanted: Wanted) -> bool:
    if pin.everywhere or wanted.is_everything:
        return pin.everywhere
    # The category itself comes first, then those below it.
    return pin.category in (wanted.categories[:1] if pin.about else wanted.categories)
