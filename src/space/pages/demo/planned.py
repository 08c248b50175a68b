"""The events of the demo, from events/*.toml. Days count from the week in which the community is made.

[[event]]
slug = "three-lighthouses"               unique; who changes it makes another event
by = "Marit Fjellvang"
added = "-25d"                           when it was put into the calendar
title, language, text, tags, category    of its topic; without a category it stands in the one of events
day = "saturday +4"                      the first day: a weekday, so many weeks from this one; or 2019-08-16
days = 2                                 how many days; one where nothing is said
starts = "07:30", ends = "17:00"         without them it is whole days
zone = "Europe/Oslo"
repeat = "week", every = 2, times = 9    as in the form of an event; also weekdays = ["monday", "thursday"]
until = "friday +20"                     in place of times
more = ["sunday +3"]                     single days beside the rule
left_out = ["-5d · 2 · The reason."]     five days ago, of the dates to come the second was left out
moved = ["-5d · 2 · +1 · The reason."]   or moved, by so many days
languages                                that are spoken there; else that of its text
place, country, point = [69.6, 18.9]     facts: real towns; a country alone where it is protected
address                                  where in the town
online = "https://…", for_going = true   a link, shown to who is going
status = "tentative"
cancelled = "-2d · The reading room is closed."
going, interested                        names of people, who say so after it was added
asks = ["Which day? · Friday · Sunday"]  questions to who comes, with options or without
said = [{ by, at = "-3d 4h", text }]     what is said below it, with `language` where it is another than the event's
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from pathlib import Path

from space.events.models import Status
from space.events.plan import Plan
from space.events.when import Rule, Unit, dates
from space.pages.demo.cast import HERE, rows_of
from space.pages.demo.texts import Said, Version
from space.pages.demo.times import WEEKDAYS, ago, day_of


@dataclass(frozen=True)
class Single:
    """One of the dates to come, the first is 1, is changed: it moves by so many days, or is left out."""

    ago: timedelta
    number: int
    days: int | None
    note: str


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
    until: str = ""
    weekdays: list[str] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    category: str = ""
    projects: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    place: str = ""
    address: str = ""
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
    asks: list[str] = field(default_factory=list)
    said: list[dict[str, str]] = field(default_factory=list)

    @cached_property
    def added_ago(self) -> timedelta:
        return ago(self.added)

    @property
    def people(self) -> set[str]:
        speakers = {one["by"] for one in self.said}
        return {self.by, *self.organisers, *self.going, *self.interested, *speakers}

    @property
    def cancelling(self) -> tuple[timedelta, str] | None:
        """How long ago, and why."""
        when, _, reason = self.cancelled.partition(" · ")
        return (ago(when), reason) if when else None

    @property
    def singles(self) -> list[Single]:
        gone = [one.split(" · ") for one in self.left_out]
        moved = [one.split(" · ") for one in self.moved]
        return [
            *(Single(ago(when), int(number), None, note) for when, number, note in gone),
            *(Single(ago(when), int(number), int(days), note) for when, number, days, note in moved),
        ]

    @property
    def questions(self) -> list[tuple[str, ...]]:
        """Each with its options behind it."""
        return [tuple(one.split(" · ")) for one in self.asks]

    @property
    def posts(self) -> tuple[Said, ...]:
        """What is said below the event. Its own text is the first post."""
        return tuple(
            Said(number, one["by"], one.get("language", self.language), (_version(one),), line=0)
            for number, one in enumerate(self.said, start=2)
        )

    def coming(self, today: date) -> list[date]:
        """The days on which its dates begin, from today on, for two years."""
        plan = self.plan(today)
        until = today + timedelta(days=730)
        found = dates(plan.span, plan.rule, plan.more_days, since=today, until=until)
        return [one.of for one in found]

    def first_day(self, today: date) -> date:
        """The fifth of a weekday is no day of each month, so what repeats by it begins a week earlier."""
        day = day_of(self.day, today)
        return day - timedelta(days=7) if self.repeat == Unit.MONTH_WEEKDAY and day.day > 28 else day

    def plan(self, today: date) -> Plan:
        first = self.first_day(today)
        rule = self._rule(today)
        latitude, longitude = self.point or (None, None)
        return Plan(
            first_day=first,
            last_day=first + timedelta(days=self.days - 1),
            first_time=time.fromisoformat(self.starts) if self.starts else None,
            last_time=time.fromisoformat(self.ends) if self.ends else None,
            zone=self.zone,
            rule=rule.text(first) if rule else "",
            more_days=tuple(day_of(one, today) for one in self.more),
            status=self.status,
            types=tuple(self.types),
            projects=tuple(self.projects),
            languages=tuple(self.languages) or (self.language,),
            is_on_site=bool(self.country or self.place_follows),
            is_online=bool(self.online),
            place_follows=self.place_follows,
            place=self.place,
            address=self.address,
            country=self.country,
            latitude=latitude,
            longitude=longitude,
            online_url=self.online,
            online_for_going=self.for_going,
            capacity=self.capacity,
        )

    def _rule(self, today: date) -> Rule | None:
        if not self.repeat:
            return None
        return Rule(
            Unit(self.repeat),
            every=self.every,
            weekdays=tuple(WEEKDAYS.index(one) for one in self.weekdays),
            until=day_of(self.until, today) if self.until else None,
            times=self.times,
        )


def _version(said: dict[str, str]) -> Version:
    return Version(ago(said["at"]), said["text"], said["by"])


def read(folder: Path = HERE) -> list[Planned]:
    return [
        one for path in sorted((folder / "events").glob("*.toml")) for one in rows_of(path, "event", Planned)
    ]
