from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def is_zone(name: str) -> bool:
    """Whether IANA knows a zone of this name."""
    return name in _zones()


@dataclass(frozen=True)
class Span:
    """From when to when, by the clock on a wall. Without times it is whole days, the last one included."""

    first_day: date
    last_day: date
    first_time: time | None = None
    last_time: time | None = None

    @property
    def is_all_day(self) -> bool:
        return self.first_time is None

    @property
    def begins(self) -> datetime:
        """By the clock on the wall, without a zone."""
        return datetime.combine(self.first_day, self.first_time or time())

    @property
    def ends(self) -> datetime:
        """By the clock on the wall; of whole days the midnight after the last."""
        if self.last_time is None:
            return datetime.combine(self.last_day + timedelta(days=1), time())
        return datetime.combine(self.last_day, self.last_time)

    def moments(self, zone: str) -> tuple[datetime, datetime]:
        """Begin and end in UTC.

        A time over which clocks jump is taken by the offset before the jump, of one that comes twice the first is
        meant (RFC 5545, 3.3.5). An end never comes before its beginning, whatever clocks do between them.
        """
        place = ZoneInfo(zone)
        start, end = (moment.replace(tzinfo=place).astimezone(UTC) for moment in (self.begins, self.ends))
        return start, max(start, end)

    def on(self, day: date) -> "Span":
        """The same beginning on another day, as long by the clock."""
        moved = day - self.first_day
        return replace(self, first_day=day, last_day=self.last_day + moved)
