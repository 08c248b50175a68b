"""Pages of a list or of a topic: which there are, and which of them a pager names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.dateparse import parse_datetime


@dataclass(frozen=True)
class Page:
    """One page of a known number of things. Pages count from 1; an empty list has one page."""

    number: int
    size: int
    total: int

    @classmethod
    def asked(cls, wanted: str | None, *, size: int, total: int) -> "Page":
        """The page a reader asked for in the address; anything that is no page becomes the nearest that is."""
        number = int(wanted) if wanted and wanted.isdecimal() and len(wanted) < 10 else 1
        return cls(number=min(max(number, 1), pages_of(total, size)), size=size, total=total)

    @property
    def first(self) -> int:
        """Position of the page's first thing, counted from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        return min(self.number * self.size, self.total)

    @property
    def count(self) -> int:
        return pages_of(self.total, self.size)

    @property
    def has_next(self) -> bool:
        return self.number < self.count

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def around(self) -> Sequence[int | None]:
        """Numbers for a pager: first, last, and the neighbours of this one; None stands for a gap."""
        near = {1, self.count, *range(self.number - 2, self.number + 3)}
        shown = sorted(n for n in near if 1 <= n <= self.count)
        pairs = zip([0, *shown], shown, strict=False)
        return [n for before, this in pairs for n in (*_between(before, this), this)]


def _between(before: int, this: int) -> tuple[int | None, ...]:
    """What stands between two numbers of a pager: nothing, the one page that is missing, or a gap."""
    if this - before <= 1:
        return ()
    return (before + 1,) if this - before == 2 else (None,)


def pages_of(total: int, size: int) -> int:
    return max(1, -(-total // size))


def place_and_id(text: str) -> tuple[str, int] | None:
    """Where a list goes on, as an address says it: `<place>_<id>`. None for anything else."""
    place, _, pk = text.partition("_")
    return (place, int(pk)) if pk.isdecimal() and len(pk) <= 18 else None


def moment_and_id(text: str) -> tuple[datetime, int] | None:
    """The same of a list in the order of time: what `moment_in_address` wrote."""
    found = place_and_id(text)
    moment = _moment(found[0]) if found else None
    return (moment, found[1]) if found and moment else None


def moment_in_address(moment: datetime, pk: int) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S.%fZ}_{pk}"


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo == UTC else None
