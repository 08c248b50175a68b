"""From the bytes of a file to what belongs together: an event, with those of its dates that are changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import icalendar

from space.events.importing.reasons import UNREADABLE, Problem

# What reading of strange data can raise; any of it means that the item is left out.
STRANGE = (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError, RecursionError)
_BLOCK = r"^BEGIN:{0}\r?\n.*?^END:{0}[ \t]*(?:\r?\n|\Z)"
_EVENT = re.compile(_BLOCK.format("VEVENT"), re.MULTILINE | re.DOTALL | re.IGNORECASE)
_ZONE = re.compile(_BLOCK.format("VTIMEZONE"), re.MULTILINE | re.DOTALL | re.IGNORECASE)
_UID = re.compile(r"^UID[^:\n]*:(.{1,255})", re.MULTILINE | re.IGNORECASE)
_SUMMARY = re.compile(r"^SUMMARY[^:\n]*:(.{1,100})", re.MULTILINE | re.IGNORECASE)


@dataclass
class Group:
    """All that one UID says. `zone` is the one that the whole file is meant for, where it says so."""

    uid: str
    zone: str = ""
    components: list[icalendar.Event] = field(default_factory=list)
    cancels: bool = False


def groups_in(data: bytes) -> tuple[list[Group], list[Problem]]:
    """In the order of the file; and what of it cannot be read at all."""
    calendars, problems = _calendars(_decoded(data))
    groups: dict[str, Group] = {}
    for calendar in calendars:
        zone = str(calendar.get("X-WR-TIMEZONE", ""))
        cancels = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for component in calendar.events:
            uid = str(component.get("UID", "")).strip()[:255] or _made_up(component)
            group = groups.setdefault(uid, Group(uid, zone, cancels=cancels))
            group.components.append(component)
    return list(groups.values()), problems


def _calendars(text: str) -> tuple[list[icalendar.Calendar], list[Problem]]:
    """Where the file as a whole is wrong, each of its events is tried alone."""
    try:
        found = icalendar.Calendar.from_ical(text, multiple=True)
        return [one for one in found if isinstance(one, icalendar.Calendar)], []
    except STRANGE:
        return _one_by_one(text)


def _one_by_one(text: str) -> tuple[list[icalendar.Calendar], list[Problem]]:
    zones = "".join(_ZONE.findall(text))
    calendars, problems = [], []
    for block in _EVENT.findall(text):
        try:
            calendars.append(_alone(zones, block))
        except STRANGE:
            named = _SUMMARY.search(block)
            uid = _UID.search(block)
            problems.append(
                Problem(named[1].strip() if named else "", str(UNREADABLE), uid[1].strip() if uid else "")
            )
    return calendars, problems


def _alone(zones: str, block: str) -> icalendar.Calendar:
    try:
        return icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{zones}{block}\r\nEND:VCALENDAR\r\n")
    except STRANGE:
        # What is wrong may be a zone.
        return icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{block}\r\nEND:VCALENDAR\r\n")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _made_up(component: icalendar.Event) -> str:
    """The same for the same item, so that it is known again when it is brought a second time."""
    said = "\n".join(str(component.get(name, "")) for name in ("DTSTART", "SUMMARY", "LOCATION"))
    return f"nameless-{blake2b(said.encode(), digest_size=12).hexdigest()}"


def several(value: Any) -> Iterable[Any]:
    """A property that can stand once or often, as a list."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def first(component: icalendar.Event, name: str) -> Any:
    """The property, or the first of several; None where there is none."""
    return next(iter(several(component.get(name))), None)
