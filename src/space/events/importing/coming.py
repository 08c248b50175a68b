"""Of a long calendar what is still to come: somebody who keeps one for years has thousands of days in it."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from space.events.importing.files import STRANGE, Group
from space.events.importing.reasons import LeftOut
from space.events.importing.times import end_of, start_of
from space.kit import clock

_REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID")


def coming(groups: Iterable[Group], known: Collection[str]) -> list[Group]:
    """Soonest first; with those that we know by their UID, for they may have moved into the past."""
    found = [(day, group) for group in groups if (day := _last_day(group)) or group.uid in known]
    return [group for _, group in sorted(found, key=lambda pair: pair[0] or date.min)]


def _last_day(group: Group) -> date | None:
    """None where all of it was over yesterday; what cannot be read is for others to tell."""
    yesterday = clock.now().date() - timedelta(days=1)
    try:
        if any(name in one for one in group.components for name in _REPEATS):
            return date.min
        last = max(_day(end_of(one)) for one in group.components)
        return _day(start_of(group.components[0])) if last >= yesterday else None
    except (LeftOut, *STRANGE):
        return date.max


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)
