"""When something was last written in a group: the apps above that hold what is written say so."""

from collections.abc import Callable, Sequence
from datetime import datetime

from space.groups.models import Group

Last = Callable[[Sequence[Group]], dict[int, datetime]]
_tellers: list[Last] = []


def register(last: Last) -> None:
    """`last(groups)` gives the moment for the ids of those in which there is anything. Called from `ready()`."""
    _tellers.append(last)


def last_written(groups: Sequence[Group]) -> dict[int, datetime]:
    found: dict[int, datetime] = {}
    for teller in _tellers:
        for pk, moment in teller(groups).items():
            found[pk] = max(moment, found.get(pk, moment))
    return found
