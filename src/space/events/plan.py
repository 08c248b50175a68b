"""All that somebody decides about an event beside its words."""

from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from space.events.models import Event, Status
from space.events.when import Span


@dataclass(frozen=True)
class Plan:
    """When, where, for whom. The columns of Event of the same names say what each is."""

    first_day: date
    last_day: date
    first_time: time | None = None
    last_time: time | None = None
    zone: str = "UTC"
    rule: str = ""
    more_days: tuple[date, ...] = ()
    status: str = Status.CONFIRMED
    types: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    is_on_site: bool = False
    is_online: bool = False
    place_follows: bool = False
    place: str = ""
    address: str = ""
    country: str = ""
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geoname: int | None = None
    online_url: str = ""
    online_for_going: bool = False
    wiki_url: str = ""
    capacity: int | None = None
    guests_may_come: bool | None = None

    @property
    def span(self) -> Span:
        return Span(self.first_day, self.last_day, self.first_time, self.last_time)

    def stored(self) -> dict[str, Any]:
        """The columns of an event that follow from it."""
        return {
            name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()
        }

    def said(self) -> dict[str, Any]:
        """The same as JSON holds it: days and times as ISO 8601."""
        return {name: _as_json(value) for name, value in self.stored().items()}


# What moves an event in time or space: who goes has to be told, and calendars outside take it as a new state of it.
MOVES = (
    "first_day", "last_day", "first_time", "last_time", "zone", "rule", "more_days", "place", "address", "country",
    "is_on_site", "is_online", "place_follows", "online_url",
)  # fmt: skip

# What it says in words and links, for who reads it before others do.
READ = ("place", "address", "region", "online_url", "wiki_url")


def plan_of(event: Event) -> Plan:
    """How it is planned now."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value := getattr(event, name), list) else value
        for name in Plan.__dataclass_fields__
    }
    return Plan(**values)


def _as_json(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date | time) else value
