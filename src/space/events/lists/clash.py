"""What else is on at the time of an event that is being planned: who would come to both, or to neither."""

from dataclasses import dataclass
from datetime import date, timedelta

from space.accounts.readers import Reader
from space.events.lists.found import midnight
from space.events.models import Event, Occurrence, Status

MOST = 8
# So many of that time are looked at; of a time with more of them the first ones say enough.
_LOOKED_AT = 500
_DAY = timedelta(days=1)
# What draws the same people, from strongest to weakest.
_COUNTRY, _LANGUAGE, _TYPE, _ONLINE = 4, 3, 1, 1


@dataclass(frozen=True)
class Planned:
    """As much of a plan as its form holds so far."""

    first_day: date
    last_day: date
    country: str = ""
    languages: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    is_online: bool = False
    # The event itself, where it is changed.
    event: int = 0


def clashes(planned: Planned, reader: Reader) -> list[Occurrence]:
    """Those that draw the same people, most of all first; tentative ones after others that are as near."""
    since, until = midnight(planned.first_day - _DAY), midnight(planned.last_day + 2 * _DAY)
    seen = Occurrence.objects.visible_to(reader).in_lists().taking_place().between(since, until)
    rows = seen.exclude(event=planned.event).with_event().soonest_first()[:_LOOKED_AT]
    near: dict[int, tuple[int, Occurrence]] = {}
    for one in rows:
        overlaps = one.first_day <= planned.last_day and one.last_day >= planned.first_day
        if overlaps and (nearness := _nearness(planned, one.event)):
            near.setdefault(one.event_id, (nearness, one))
    found = sorted(near.values(), key=lambda pair: (-pair[0], pair[1].event.status == Status.TENTATIVE))
    return [one for _, one in found[:MOST]]


def _nearness(planned: Planned, event: Event) -> int:
    """0 where hardly anybody would want to be at both."""
    near = 0
    if planned.country and planned.country == event.country:
        near += _COUNTRY
    spoken = set(event.languages) or {event.topic.language}
    if planned.languages & spoken and (planned.is_online or event.is_online):
        near += _LANGUAGE
    if near and planned.types & set(event.types):
        near += _TYPE
    return near + (_ONLINE if near and planned.is_online and event.is_online else 0)
