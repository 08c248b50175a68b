"""Online events while somebody is awake: of which hours of which clock."""

import re
from dataclasses import dataclass
from typing import Self
from zoneinfo import ZoneInfo

from django.db.models import DurationField, ExpressionWrapper, F, FloatField, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Extract, ExtractHour, ExtractMinute, Mod
from django.db.models.lookups import LessThanOrEqual

from space.accounts.readers import Reader
from space.events.models.occurrences import one_of_its_dates
from space.events.when import is_zone

WAKING = "waking"
_FROM_TO = re.compile(r"(\d{1,2})-(\d{1,2})")
_DAY = 24 * 60


@dataclass(frozen=True)
class Hours:
    """From one full hour to another; to a smaller one it goes on over midnight."""

    first: int = 8
    last: int = 22

    @classmethod
    def of(cls, typed: str) -> Self | None:
        """As addresses say it: `waking`, or `9-21`. None for what says no hours."""
        if typed.lower() == WAKING:
            return cls()
        found = _FROM_TO.fullmatch(typed)
        if not found or max(first := int(found[1]), last := int(found[2])) > 24 or first % 24 == last % 24:
            return None
        return cls(first % 24, last)

    def __str__(self) -> str:
        return WAKING if self == Hours() else f"{self.first}-{self.last}"

    def condition(self, zone: str, *, of_events: bool) -> Q:
        """Online, and from its beginning to its end within these hours; what lasts a day or longer is there always."""
        begins = ExtractHour("starts_at", tzinfo=ZoneInfo(zone)) * 60
        begins += ExtractMinute("starts_at", tzinfo=ZoneInfo(zone))
        # Counted from the first hour, the end lies within as many minutes as there are.
        after = Cast(Mod(begins + Value(_DAY - self.first * 60), Value(_DAY)), FloatField())
        within = LessThanOrEqual(after + _lasts(), Value(float((self.last - self.first) % 24 * 60)))
        fits = Q(within) | Q(is_all_day=True) | Q(LessThanOrEqual(Value(float(_DAY)), _lasts()))
        if not of_events:
            return Q(event__is_online=True) & fits
        return Q(one_of_its_dates(fits), is_online=True)


def _lasts() -> Combinable:
    """In minutes."""
    time = ExpressionWrapper(F("ends_at") - F("starts_at"), DurationField())
    return Cast(Extract(time, "epoch"), FloatField()) / Value(60.0)


def clock_of(zone: str, reader: Reader) -> str:
    """The zone of the address, else the reader's; empty where nobody has said one."""
    return next((one for one in (zone, reader.time_zone) if is_zone(one)), "")
