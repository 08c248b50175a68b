"""The events of the demo, from events/*.toml. Days count from the week in which the community is made.

[[event]]
slug = "three-lighthouses"               unique; who changes it makes another event
by = "Marit Fjellvang"
added = "-25d"                           when it was put into the calendar
title, language, text, tags, category    of its topic; without a category it stands in the one of events
day = "saturday +4"                      the first day: a weekday, so many weeks from this one
days = 2                                 how many days; one where nothing is said
starts = "07:30", ends = "17:00"         without them it is whole days
zone = "Europe/Oslo"
repeat = "week", every = 2, times = 9    as in the form of an event
languages                                that are spoken there; else that of its text
place, country, point = [69.6, 18.9]     facts: real towns
online = "https://…", for_going = true   a link, shown to who is going
status = "tentative"
cancelled = "-2d · The reading room is closed."
going, interested                        names of people, who say so after it was added
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from pathlib import Path

from space.events.models import Status
from space.events.plan import Plan
from space.events.when import Rule, Unit
from space.pages.demo.cast import HERE, rows_of
from space.pages.demo.times import ago, day_of


@dataclass(frozen=True)
class Planned:
    slug: str
    by: str
    added: str
    title: str
    language: str
    text: str
    day: str
    zone: str
    types: list[str]
    days: int = 1
    starts: str = ""
    ends: str = ""
    repeat: str = ""
    every: int = 1
    times: int | None = None
    tags: list[str] = field(default_factory=list)
    category: str = ""
    projects: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    place: str = ""
    country: str = ""
    point: list[float] = field(default_factory=list)
    place_follows: bool = False
    online: str = ""
    for_going: bool = False
    capacity: int | None = None
    status: str = Status.CONFIRMED
    cancelled: str = ""
    organisers: list[str] = field(default_factory=list)
    going: list[str] = field(default_factory=list)
    interested: list[str] = field(default_factory=list)

    @cached_property
    def added_ago(self) -> timedelta:
        return ago(self.added)

    @property
    def people(self) -> set[str]:
        return {self.by, *self.organisers, *self.going, *self.interested}

    @property
    def cancelling(self) -> tuple[timedelta, str] | None:
        """How long ago, and why."""
        when, _, reason = self.cancelled.partition(" · ")
        return (ago(when), reason) if when else None

    def first_day(self, today: date) -> date:
        """The fifth of a weekday is no day of each month, so what repeats by it begins a week earlier."""
        day = day_of(self.day, today)
        return day - timedelta(days=7) if self.repeat == Unit.MONTH_WEEKDAY and day.day > 28 else day

    def plan(self, today: date) -> Plan:
        first = self.first_day(today)
        rule = Rule(Unit(self.repeat), every=self.every, times=self.times) if self.repeat else None
        latitude, longitude = self.point or (None, None)
        return Plan(
            first_day=first,
            last_day=first + timedelta(days=self.days - 1),
            first_time=time.fromisoformat(self.starts) if self.starts else None,
            last_time=time.fromisoformat(self.ends) if self.ends else None,
            zone=self.zone,
            rule=rule.text(first) if rule else "",
            status=self.status,
            types=tuple(self.types),
            projects=tuple(self.projects),
            languages=tuple(self.languages) or (self.language,),
            is_on_site=bool(self.place or self.place_follows),
            is_online=bool(self.online),
            place_follows=self.place_follows,
            place=self.place,
            country=self.country,
            latitude=latitude,
            longitude=longitude,
            online_url=self.online,
            online_for_going=self.for_going,
            capacity=self.capacity,
        )


def read(folder: Path = HERE) -> list[Planned]:
    return [
        one for path in sorted((folder / "events").glob("*.toml")) for one in rows_of(path, "event", Planned)
    ]
