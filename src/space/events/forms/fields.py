"""What forms of events ask that no other form does: zones, points, days, people."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, npgettext, pgettext, pgettext_lazy

from space import languages
from space.accounts.forms.preferences import zones
from space.accounts.models import User
from space.accounts.names import typed_names
from space.events.shown.times import offset_of, zone_named
from space.events.when import is_zone
from space.kit import clock
from space.kit.fields import one_line, tidy
from space.web.moments import moment_of

# Days on which an event can be.
FIRST, LAST = date(2001, 1, 15), date(2099, 12, 31)
MOST_ORGANISERS, MOST_DAYS, MOST_LANGUAGES = 10, 50, 12
_COMMAS = re.compile("[,،、，；;\n]")
_NUMBER = r"([-+−]?\d{1,3}(?:[.]\d+)?)"
_PAIR = re.compile(rf"^{_NUMBER}\s*[,;/\s]\s*{_NUMBER}$")
_GEO = re.compile(rf"^geo:{_NUMBER},{_NUMBER}(?:[,;].*)?$", re.IGNORECASE)
_IN_FRAGMENT = re.compile(rf"map=\d+(?:\.\d+)?/{_NUMBER}/{_NUMBER}")


def in_our_time(day: date) -> date:
    if not FIRST <= day <= LAST:
        text = pgettext("event form", "Give a day between %(first)s and %(last)s.")
        raise ValidationError(text, code="far", params={"first": FIRST.isoformat(), "last": LAST.isoformat()})
    return day


def day_field(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "short"})
    return forms.DateField(label=label, widget=widget, **more)


def time_field(label: Any, **more: Any) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "class": "short"})
    return forms.TimeField(label=label, widget=widget, **more)


def refused_jump(day: date, at: time | None, zone: str) -> ValidationError | None:
    """Why this cannot be a time of a clock there: on that day clocks are put forward over it."""
    try:
        if at:
            moment_of(day, at, zone)
    except ValidationError as error:
        return error
    return None


def zone_choices(kept: str = "") -> list[Any]:
    """All zones of places with how far they are from universal time today; also the one that is kept."""
    place = ("", pgettext_lazy("time zone", "That of the place; mine, if it is online"))
    return [
        place,
        *_zone_choices(clock.now().date(), get_language() or ""),
        *([(kept, kept)] if _is_old(kept) else []),
    ]


@lru_cache(maxsize=1)
def _listed_zones() -> frozenset[str]:
    return frozenset(name for _, group in zones()[1:] for name, _ in group) | {"UTC"}


def _is_old(kept: str) -> bool:
    return is_zone(kept) and kept not in _listed_zones()


@lru_cache(maxsize=8)
def _zone_choices(day: date, language: str) -> list[Any]:
    noon = datetime(day.year, day.month, day.day, 12).astimezone()
    grouped = [
        (area, [(name, f"{shown} ({offset_of(noon, zone_named(name))})") for name, shown in group])
        for area, group in zones()[1:]
    ]
    return [("UTC", pgettext_lazy("time zone", "Universal time (UTC)")), *grouped]


class PointField(forms.CharField):
    """Latitude and longitude, as maps and phones hand them out. Gives a pair of numbers, or None."""

    widget = forms.TextInput(attrs={"dir": "ltr", "inputmode": "text", "autocomplete": "off"})

    def clean(self, value: object) -> tuple[float, float] | None:
        typed = str(super().clean(value)).strip()
        if not typed:
            return None
        point = point_in(typed)
        if point is None:
            text = pgettext(
                "event form",
                "We find no point in this. Give latitude and longitude, as 5.556, -0.197, or the address of a map.",
            )
            raise ValidationError(text, code="no_point")
        if abs(point[0]) > 90 or abs(point[1]) > 180:
            text = pgettext(
                "event form", "Latitude goes from -90 to 90, longitude from -180 to 180. Are they swapped?"
            )
            raise ValidationError(text, code="off_the_map")
        return point


def point_in(typed: str) -> tuple[float, float] | None:
    """Of two numbers, a geo: address (RFC 5870), or a link to a place on OpenStreetMap."""
    found = _PAIR.match(typed) or _GEO.match(typed)
    if found is None and "openstreetmap.org" in typed:
        return _in_link(typed)
    return (_number(found[1]), _number(found[2])) if found else None


def _in_link(typed: str) -> tuple[float, float] | None:
    parts = urlsplit(typed)
    asked = parse_qs(parts.query)
    pair = (asked.get("mlat", [""])[0], asked.get("mlon", [""])[0])
    if all(re.fullmatch(_NUMBER, one) for one in pair):
        return _number(pair[0]), _number(pair[1])
    found = _IN_FRAGMENT.search(parts.fragment)
    return (_number(found[1]), _number(found[2])) if found else None


def _number(typed: str) -> float:
    return float(typed.replace("−", "-"))


def point_typed(latitude: float | None, longitude: float | None) -> str:
    return "" if latitude is None or longitude is None else f"{latitude:.6g}, {longitude:.6g}"


def _pieces(typed: str) -> list[str]:
    """What stands between commas of any script, and on lines of its own."""
    return [piece for one in _COMMAS.split(tidy(typed)) if (piece := one_line(one))]


class DaysField(forms.CharField):
    """Single days, one a line or with commas between them."""

    def clean(self, value: object) -> tuple[date, ...]:
        days = sorted({_day(one) for one in _pieces(str(super().clean(value)))})
        if len(days) > MOST_DAYS:
            text = npgettext(
                "event form",
                "At most %(n)d single day.",
                "At most %(n)d single days. A rule says more.",
                MOST_DAYS,
            )
            raise ValidationError(text, code="too_many", params={"n": MOST_DAYS})
        return tuple(days)


def _day(typed: str) -> date:
    try:
        found: date | None = forms.DateField().clean(typed)
    except ValidationError as error:
        text = pgettext("event form", "“%(typed)s” is no day that we understand. Write it as 2027-03-28.")
        raise ValidationError(text, code="no_day", params={"typed": typed[:40]}) from error
    return in_our_time(found or date.min)


class PeopleField(forms.CharField):
    """Names of people who have an account here, one a line."""

    def clean(self, value: object) -> list[User]:
        names = typed_names(tidy(str(super().clean(value))).splitlines())
        people = User.objects.named(names)
        text = pgettext("event form", "Nobody here has the name “%(name)s”. Look for the name on their page.")
        if missing := [name for name in names if name not in people]:
            raise ValidationError(
                [ValidationError(text, code="unknown_person", params={"name": name}) for name in missing]
            )
        if len(names) > MOST_ORGANISERS:
            told = npgettext(
                "event form",
                "An event has at most %(n)d organiser.",
                "An event has at most %(n)d organisers. Others can be thanked in the text.",
                MOST_ORGANISERS,
            )
            raise ValidationError(told, code="too_many", params={"n": MOST_ORGANISERS})
        return list(dict.fromkeys(people[name] for name in names))


def people_typed(people: Iterable[User]) -> str:
    return "\n".join(f"@{person.name}" for person in people)


class SpokenField(forms.CharField):
    """Languages by their names or codes, with commas between them. Gives their codes."""

    def clean(self, value: object) -> tuple[str, ...]:
        found = {one: _code(one) for one in _pieces(str(super().clean(value)))}
        text = pgettext("event form", "We do not know the language “%(typed)s”. Give its name or its code.")
        if wrong := [one for one, code in found.items() if not code]:
            raise ValidationError(
                [ValidationError(text, code="unknown_language", params={"typed": one[:60]}) for one in wrong]
            )
        return tuple(dict.fromkeys(found.values()))[:MOST_LANGUAGES]


def _code(typed: str) -> str:
    if languages.known(typed):
        return languages.canonical(typed)
    found = languages.find(typed, 1)
    return languages.canonical(found[0].code) if found else ""


def spoken_typed(codes: Iterable[str]) -> str:
    return languages.listed(map(languages.autonym, codes))
