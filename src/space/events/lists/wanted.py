"""Which events somebody asks for, as addresses of the calendar, the map and feeds say it."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q

from space import languages
from space.accounts.readers import Reader
from space.discuss.models import Category
from space.discuss.tagging.known import meant
from space.events.lists.hours import Hours, clock_of
from space.events.models import Answer, Attendance, Event, Occurrence, Organiser, Status, Type
from space.events.models.events import EventQuerySet
from space.events.models.occurrences import OccurrenceQuerySet
from space.events.when import is_zone
from space.kit.fields import one_line
from space.languages.regions import WORLD, region_name
from space.mediawiki.projects import PROJECTS
from space.places.countries import PARTS, countries

ONLINE, ON_SITE = "online", "on-site"
# Names that filters have in addresses; a page for everybody is kept with these.
PARAMETERS = (
    "languages", "country", "region", "type", "project", "where", "hours", "zone", "group", "tag", "category", "mine",
    "tentative",
)  # fmt: skip
# More than anybody combines; what comes after is left out.
_AT_MOST = 8
_LONGEST = 100


@dataclass(frozen=True)
class Wanted:
    """All of it holds at once; of several values of one filter any will do."""

    languages: tuple[str, ...] = ()
    # Or `mine`, or `all` where one sees one's own otherwise.
    switched: str = ""
    countries: tuple[str, ...] = ()
    # Parts of the world, by the keys of places.countries.PARTS.
    parts: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    # Or `online`, or `on-site`; what is both is found by each.
    online: str = ""
    # Online ones within hours, as lists.hours says them; `zone` is whose, where it is not the reader's own.
    hours: str = ""
    zone: str = ""
    group: str = ""
    tag: str = ""
    category: str = ""
    # What one organises, goes to or is interested in.
    mine: bool = False
    tentative: bool = True
    # What the address said that means nothing, for who would wonder why it has no effect.
    dropped: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """From an address; every one gives a filter."""
        dropped: list[str] = []

        def values(name: str, known: Container[str]) -> tuple[str, ...]:
            found, unknown = _sorted_out(query.get(name, ""), known)
            dropped.extend(f"{name}={value}" for value in unknown)
            return found

        def one(name: str, *known: str) -> str:
            return next(iter(values(name, known)), "")

        hours, zone = _hours_of(query, dropped)
        return cls(
            countries=values("country", _Countries()),
            parts=values("region", PARTS),
            hours=hours,
            zone=zone,
            types=values("type", Type.values),
            projects=values("project", PROJECTS),
            online=one("where", ONLINE, ON_SITE),
            group=_text(query, "group"),
            tag=_text(query, "tag").lower(),
            category=_text(query, "category"),
            mine=bool(one("mine", "yes")),
            tentative=not one("tentative", "no"),
        ).speaking(query.get("languages", ""), dropped)

    def speaking(self, asked: str, dropped: list[str] | None = None) -> Self:
        """With the languages that an address asks for instead of these."""
        spelled = languages.spelled(asked)
        unknown = [f"languages={asked[:_LONGEST]}"] if asked and not spelled else []
        switched = spelled if spelled in {languages.MINE, languages.ALL} else ""
        codes = tuple(spelled.split(",")) if spelled and not switched else ()
        return replace(self, languages=codes, switched=switched, dropped=(*(dropped or ()), *unknown))

    def but(self, **changes: Any) -> Self:
        return replace(self, **changes)

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return self != Wanted()

    @property
    def speaks(self) -> str:
        """Its languages as an address has them."""
        return self.switched or ",".join(self.languages)

    def said(self) -> dict[str, str]:
        """As an address has it, in one order always."""
        said = {
            "languages": self.speaks,
            "country": ",".join(self.countries),
            "region": ",".join(self.parts),
            "type": ",".join(self.types),
            "project": ",".join(self.projects),
            "where": self.online,
            "hours": self.hours,
            "zone": self.zone,
            "group": self.group,
            "tag": self.tag,
            "category": self.category,
            "mine": "yes" if self.mine else "",
            "tentative": "" if self.tentative else "no",
        }
        return {name: value for name, value in said.items() if value}

    def on_the_clock_of(self, reader: Reader) -> Self:
        """For addresses that others read, who have another clock: hours with their zone."""
        return replace(self, zone=clock_of(self.zone, reader)) if self.hours else self

    def query(self, **more: str) -> str:
        """The query string of it, without the question mark; `more` stands behind it."""
        return urlencode({**self.said(), **{name: value for name, value in more.items() if value}}, safe=",")

    def at(self, address: str, **more: str) -> str:
        """A page at this address, for what is asked for."""
        query = self.query(**more)
        return f"{address}?{query}" if query else address

    def occurrences(self, reader: Reader, *, narrowed: bool = False) -> OccurrenceQuerySet:
        """In no order yet. `narrowed`: this reader has switched this list to their own languages."""
        seen = Occurrence.objects.visible_to(reader).in_lists()
        return seen.filter(*self._conditions(reader, "event__", narrowed))

    def events(self, reader: Reader, *, narrowed: bool = False) -> EventQuerySet:
        seen = Event.objects.visible_to(reader).in_lists()
        return seen.filter(*self._conditions(reader, "", narrowed))

    def _conditions(self, reader: Reader, path: str, narrowed: bool) -> list[Q]:
        """`path` leads to the event, as `event__`."""
        choice = languages.choice(self.speaks, reader.languages, remembered=narrowed)
        conditions = (
            _in_languages(choice.also, path) if choice.codes else None,
            Q(**{f"{path}country__in": self.countries}) if self.countries else None,
            Q(**{f"{path}country__in": _in_parts(self.parts)}) if self.parts else None,
            Q(**{f"{path}types__overlap": list(self.types)}) if self.types else None,
            Q(**{f"{path}projects__overlap": list(self.projects)}) if self.projects else None,
            Q(**{f"{path}is_online": True}) if self.online == ONLINE else None,
            Q(**{f"{path}is_on_site": True}) if self.online == ON_SITE else None,
            self._in_hours(reader, of_events=not path),
            Q(**{f"{path}topic__tags__name__in": meant((self.tag,))}) if self.tag else None,
            _in_category(self.category, reader, path) if self.category else None,
            _of_group(self.group, path) if self.group else None,
            _of(reader, path) if self.mine else None,
            None if self.tentative else ~Q(**{f"{path}status": Status.TENTATIVE}),
        )
        return [one for one in conditions if one is not None]

    def _in_hours(self, reader: Reader, *, of_events: bool) -> Q | None:
        """Without a clock nothing is left out: pages ask for a zone then."""
        hours, zone = Hours.of(self.hours), clock_of(self.zone, reader)
        return hours.condition(zone, of_events=of_events) if hours and zone else None


class _Countries(Container[str]):
    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and len(code) == 2 and code != WORLD and region_name(code) != code


def _sorted_out(text: str, known: Container[str]) -> tuple[tuple[str, ...], list[str]]:
    """The values that are known, each once, in the order of the alphabet; and those that are not."""
    asked = {value[:_LONGEST] for one in text[:1000].split(",") if (value := one_line(one))}
    spelled = {_spelling(one, known) for one in asked}
    found = tuple(sorted(one for one in spelled if one in known)[:_AT_MOST])
    return found, sorted(one for one in spelled if one not in known)[:_AT_MOST]


def _spelling(value: str, known: Container[str]) -> str:
    return next((one for one in (value.lower(), value.upper()) if one in known), value)


def _hours_of(query: Mapping[str, str], dropped: list[str]) -> tuple[str, str]:
    """Hours and their zone; a zone alone narrows nothing."""
    typed = {name: query.get(name, "")[:_LONGEST] for name in ("hours", "zone")}
    found = Hours.of(typed["hours"])
    zone = typed["zone"] if found and is_zone(typed["zone"]) else ""
    kept = {"hours": found, "zone": zone}
    dropped.extend(f"{name}={value}" for name, value in typed.items() if value and not kept[name])
    return str(found or ""), zone


def _in_parts(parts: tuple[str, ...]) -> list[str]:
    return [one.code for part in parts for one in countries(part)]


def _text(query: Mapping[str, str], name: str) -> str:
    return one_line(query.get(name, "")[:_LONGEST])


def _in_languages(codes: tuple[str, ...], path: str) -> Q:
    """Where one of these is spoken; where nobody said what is spoken, the language of its text counts."""
    by_text = Q(**{f"{path}languages": [], f"{path}topic__language__in": ("", *codes)})
    return Q(**{f"{path}languages__overlap": list(codes)}) | by_text


def _in_category(slug: str, reader: Reader, path: str) -> Q:
    """With what stands in the categories below it."""
    rooms = Category.objects.visible_to(reader).filter(Q(slug=slug) | Q(parent__slug=slug))
    return Q(**{f"{path}topic__category__in": rooms.values("pk")})


def _of_group(slug: str, path: str) -> Q:
    """What is in its rooms, for this group alone or for everybody."""
    return Q(**{f"{path}topic__category__group__slug": slug})


def _of(reader: Reader, path: str) -> Q:
    """What this reader organises, goes to or is interested in."""
    event = OuterRef(f"{path}pk")
    coming = (Answer.GOING, Answer.INTERESTED)
    organises = Organiser.objects.filter(event=event, person=reader.pk)
    attends = Attendance.objects.filter(event=event, person=reader.pk, answer__in=coming)
    return Q(Exists(organises)) | Q(Exists(attends))
