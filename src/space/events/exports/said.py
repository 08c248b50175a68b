"""Times and words as exports say them: plain, and the same in every language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from space.events.exports.found import Date
from space.events.ics.vevents import address_of
from space.events.models import Type
from space.languages import listed
from space.mediawiki.projects import project_name


def address(date: Date) -> str:
    return address_of(date.event.pk)


def begins(date: Date) -> date | datetime:
    """By the clock where it takes place, with its offset; of whole days the day."""
    one = date.occurrence
    return one.first_day if one.is_all_day else one.starts_at.astimezone(ZoneInfo(date.event.zone))


def ends(date: Date) -> date | datetime:
    """The last of whole days belongs to it."""
    one = date.occurrence
    return one.last_day if one.is_all_day else one.ends_at.astimezone(ZoneInfo(date.event.zone))


def when(date: Date) -> str:
    """As `2026-03-12 18:00–20:30`, and the zone."""
    first, last = begins(date), ends(date)
    if not isinstance(first, datetime):
        return str(first) if first == last else f"{first} – {last}"
    one = date.occurrence
    until = f"–{last:%H:%M}" if one.first_day == one.last_day else f" – {last:%Y-%m-%d %H:%M}"
    return f"{first:%Y-%m-%d %H:%M}{until} ({date.event.zone})"


def place(date: Date) -> str:
    where = date.where
    return listed(filter(None, (where.place, where.country_name)))


def kinds(date: Date) -> str:
    return listed(str(Type(one).label) for one in date.event.types if one in Type.values)


def projects(date: Date) -> str:
    return listed(map(project_name, date.event.projects))
