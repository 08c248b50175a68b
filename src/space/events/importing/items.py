"""What an item says, as an event of ours says it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from html import unescape
from typing import Any

import icalendar
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from space.events.importing.files import STRANGE, Group, first, several
from space.events.importing.reasons import NO_TITLE, UNREADABLE, LeftOut, Problem
from space.events.importing.repeating import repetition_of
from space.events.importing.times import start_of, zone_of
from space.events.models import Status, Type
from space.events.plan import Plan
from space.events.when import Departure
from space.kit.fields import first_words, one_line, tidy
from space.languages import canonical, find_region
from space.markup.reading import text_of
from space.mediawiki.projects import PROJECTS

_LONGEST_TITLE, _LONGEST_TEXT = 150, 10_000
_WEB = re.compile(r"https?://[^\s<>\"]+")
_MARKUP = re.compile(r"<(?:p|br|a|b|i|u|ul|ol|li|div|span|html)\b[^>]*>", re.IGNORECASE)
# What means something in Markdown, a mention or an emoji.
_MEANS = re.compile(r"([\\`*_\[\]{}<>#|~@$^=!&])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_is_web = URLValidator(["http", "https"])


@dataclass(frozen=True)
class Item:
    uid: str
    title: str
    text: str
    plan: Plan
    departures: tuple[Departure, ...] = ()
    language: str = ""
    # Which single date it is, where it came without its event.
    recurrence: str = ""

    @property
    def digest(self) -> str:
        changes = [(str(one.of), str(one.span), one.place, one.note) for one in self.departures]
        said = json.dumps([self.title, self.text, self.language, self.plan.said(), changes], sort_keys=True)
        return blake2b(said.encode(), digest_size=16).hexdigest()


def items_of(group: Group, otherwise: str) -> Iterator[Item | Problem]:
    """One for the event with all its dates; one for each changed date that came without it.

    `otherwise` is the zone of times that say none.
    """
    masters = [one for one in group.components if "RECURRENCE-ID" not in one]
    changed = [one for one in group.components if "RECURRENCE-ID" in one]
    if masters:
        newest = max(masters, key=_sequence)
        yield _item(Group(group.uid, group.zone, [newest, *changed], group.cancels), newest, otherwise)
        return
    for one in changed:
        yield _item(Group(group.uid, group.zone, [one], group.cancels), one, otherwise)


def name_of(component: icalendar.Event) -> str:
    return first_words(one_line(_text(component, "SUMMARY")), _LONGEST_TITLE)


def _item(group: Group, component: icalendar.Event, otherwise: str) -> Item | Problem:
    try:
        return _read(group, component, otherwise)
    except LeftOut as left_out:
        return Problem(name_of(component), left_out.reason)
    except STRANGE:
        return Problem(name_of(component), str(UNREADABLE))


def _read(group: Group, component: icalendar.Event, otherwise: str) -> Item:
    title = name_of(component)
    zone = zone_of(start_of(component), group.zone, otherwise)
    if not title:
        raise LeftOut(str(NO_TITLE))
    found = repetition_of(group, component, zone)
    cancelled = group.cancels or _text(component, "STATUS").upper() == "CANCELLED"
    tentative = _text(component, "STATUS").upper() == "TENTATIVE"
    plan = Plan(
        **{name: getattr(found.span, name) for name in ("first_day", "last_day", "first_time", "last_time")},
        zone=zone,
        rule=found.rule,
        more_days=found.more_days,
        status=Status.CANCELLED if cancelled else Status.TENTATIVE if tentative else Status.CONFIRMED,
        **_kinds(component),
        **_where(component),
    )
    return Item(
        uid=group.uid,
        title=title,
        text=_words(component) or _plain(title),
        plan=plan,
        departures=found.departures,
        language=_language(component),
        recurrence=str(first(component, "RECURRENCE-ID").dt)[:40] if "RECURRENCE-ID" in component else "",
    )


def _sequence(component: icalendar.Event) -> int:
    text = _text(component, "SEQUENCE")
    return int(text) if text.isdecimal() else 0


def _text(component: icalendar.Event, name: str) -> str:
    return tidy(str(first(component, name) or ""))


def _language(component: icalendar.Event) -> str:
    summary = first(component, "SUMMARY")
    return canonical(str(getattr(summary, "params", {}).get("LANGUAGE", ""))) or ""


def _words(component: icalendar.Event) -> str:
    text = _text(component, "DESCRIPTION")
    if _MARKUP.search(text):
        text = text_of(unescape(text))
    page = _text(component, "URL")
    if _WEB.fullmatch(page) and page not in text:
        text = f"{text}\n\n{page}"
    return _plain(text[:_LONGEST_TEXT].strip())


def _plain(text: str) -> str:
    """Words of elsewhere mean nothing in our markup, and name nobody here; addresses stay links."""
    return "\n".join(_plain_line(line.strip()) for line in text.split("\n"))


def _plain_line(line: str) -> str:
    parts, after = [], 0
    for address in _WEB.finditer(line):
        parts += [_MEANS.sub(r"\\\1", line[after : address.start()]), f"<{address[0]}>"]
        after = address.end()
    escaped = "".join([*parts, _MEANS.sub(r"\\\1", line[after:])])
    return _LIST.sub(lambda mark: f"{mark[1]}{mark[2][:-1]}\\{mark[2][-1]}", escaped)


def _kinds(component: icalendar.Event) -> dict[str, Any]:
    """Categories that are types or projects with us."""
    said = [
        str(one).strip().lower() for list_ in several(component.get("CATEGORIES")) for one in _each(list_)
    ]
    types = [kind for one in said if (kind := one.replace(" ", "-")) in Type.values]
    return {
        "types": tuple(dict.fromkeys(types))[:2],
        "projects": tuple(dict.fromkeys(one for one in said if one in PROJECTS)),
    }


def _each(categories: Any) -> Any:
    return getattr(categories, "cats", [categories])


def _where(component: icalendar.Event) -> dict[str, Any]:
    place = one_line(_text(component, "LOCATION"))
    links = (_text(component, "CONFERENCE"), _text(component, "X-GOOGLE-CONFERENCE"), place)
    online = next(filter(_is_link, links), "")
    place = "" if place == online else place
    before, _, last = (part.strip() for part in place.rpartition(","))
    # Two letters at the end are a state as often as a country.
    found = find_region(last) if len(last) > 2 else ""
    country = found if len(found) == 2 else ""
    place = before if country else place
    point = _point(component)
    on_site = bool(place or country or point)
    return {
        "is_on_site": on_site or not online,
        "is_online": bool(online),
        "place_follows": not on_site and not online,
        "place": place[:200],
        "country": country,
        "online_url": online,
        **point,
    }


def _is_link(text: str) -> bool:
    try:
        _is_web(text)
    except ValidationError:
        return False
    return len(text) <= 500


def _point(component: icalendar.Event) -> dict[str, float]:
    found = first(component, "GEO")
    latitude, longitude = getattr(found, "latitude", None), getattr(found, "longitude", None)
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return {}
    return {"latitude": float(latitude), "longitude": float(longitude)}
