"""How many of the places of an event are taken: of all its dates, and of single ones of which people said otherwise."""

from collections import Counter
from datetime import date

from space.events.models import Attendance, Event
from space.kit import clock


class Places:
    """As they are now, but for what one person said. Expects the event to be locked where it decides something.

    Who goes to all dates has a place at each but those of which they said otherwise; so for all dates there is a place
    where there is one at each of them.
    """

    def __init__(self, event: Event, *, without: int | None = None) -> None:
        self.capacity = event.capacity
        self.everywhere = event.going_count
        self.coming: set[date] = set()
        # By how many more than everywhere on single dates; and of whom something else holds there.
        self.more: Counter[date] = Counter()
        self.apart: dict[int, set[date]] = {}
        if event.repeats:
            self._count(event, without)

    def _count(self, event: Event, without: int | None) -> None:
        ahead = event.occurrences.filter(ends_at__gt=clock.now())
        self.coming = set(ahead.values_list("of", flat=True))
        said = Attendance.objects.filter(event=event)
        rows = list(said.exclude(person=without) if without else said)
        at_all = {one.person_id for one in rows if one.of is None and one.has_place}
        self.everywhere = sum(one.of is None and one.has_place for one in rows)
        for one in rows:
            if one.of in self.coming and one.person_id:
                self.apart.setdefault(one.person_id, set()).add(one.of)
                self.more[one.of] += one.has_place - (one.person_id in at_all)

    def taken(self, of: date | None) -> int:
        """On this date; for all of them, on the fullest one."""
        return self.everywhere + (self.more[of] if of else max((0, *self.more.values())))

    def fits(self, of: date | None) -> bool:
        return self.capacity is None or self.taken(of) < self.capacity

    def take(self, one: Attendance) -> bool:
        """Whether there is a place for who waits; it is taken then. Dates that are over have none."""
        if (one.of and one.of not in self.coming) or not self.fits(one.of):
            return False
        if one.of:
            self.more[one.of] += 1
        else:
            self.everywhere += 1
            self.more.subtract(self.apart.get(one.person_id or 0, ()))
        return True
