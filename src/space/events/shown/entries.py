"""One occurrence as a bar of the calendar: ready-made, without a question to the database."""

from datetime import tzinfo
from functools import lru_cache
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.events.lists.found import of_page, zone_of
from space.events.lists.wanted import Wanted
from space.events.models import Status
from space.events.shown.kinds import look_of
from space.events.shown.times import clock_time, zone_named
from space.languages import mark
from space.web.times import iso

_COLUMNS = (
    "pk", "starts_at", "is_all_day", "event_id", "event__zone", "event__status", "event__types",
    "event__topic_id", "event__topic__slug", "event__topic__title", "event__topic__language",
)  # fmt: skip


class Entry(NamedTuple):
    title: str
    url: str
    lang: str
    dir: str
    # Nothing for whole days.
    at: str
    iso: str
    # For who does not see colour and shape: the type, and that it is tentative.
    words: str
    tone: int
    icon: SafeString
    is_tentative: bool
    is_cancelled: bool
    topic: int


def entries(pks: set[int], wanted: Wanted, reader: Reader) -> dict[int, Entry]:
    """One query."""
    if not pks:
        return {}
    zone = zone_of(reader)
    return {row[0]: _entry(row, zone) for row in of_page(wanted, reader, pks, _COLUMNS)}


def _entry(row: tuple[Any, ...], zone: tzinfo | None) -> Entry:
    _, starts, all_day, event, own_zone, status, types, topic, slug, title, language = row
    look, text = look_of(types), mark(language)
    return Entry(
        title=title,
        url=event_url(slug, event),
        lang=text.lang,
        dir=text.dir,
        at="" if all_day else clock_time(starts, zone or zone_named(own_zone)),
        iso=iso(starts),
        words=_words(look.name, status),
        tone=look.tone,
        icon=look.icon,
        is_tentative=status == Status.TENTATIVE,
        is_cancelled=status == Status.CANCELLED,
        topic=topic,
    )


def _words(kind: str, status: str) -> str:
    if status == Status.TENTATIVE:
        return pgettext("calendar", "%(type)s, tentative:") % {"type": kind}
    return pgettext("calendar", "%(type)s:") % {"type": kind}


@lru_cache(maxsize=20_000)
def event_url(slug: str, pk: int) -> str:
    return reverse("events:event", args=[slug, pk])


def zone_said(reader: Reader) -> str:
    """In which zone the times of a page are."""
    if zone := zone_of(reader):
        return pgettext("calendar", "Events around the world, in your time: %(zone)s.") % {"zone": zone}
    return pgettext(
        "calendar", "Events around the world. Times are those of the clock where each event takes place."
    )
