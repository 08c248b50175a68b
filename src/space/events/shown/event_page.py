"""What the page of an event says beside its conversation."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext

from space.accounts.faces import face_of
from space.accounts.readers import Reader
from space.discuss.models import Post, Tag
from space.discuss.topic_page import who_reads
from space.events.history import newest_move
from space.events.models import Event, Status
from space.events.permissions import can_add, can_change
from space.events.series import beside
from space.events.shown.calendars import ways_to_add
from space.events.shown.dates import FEW, Dated, dates_of
from space.events.shown.kinds import looks_of
from space.events.shown.machines import about
from space.events.shown.saying import place_of, said_day, said_places, said_rule, zone_here
from space.events.shown.times import offset_of, zone_named
from space.events.shown.where import Where, where_of
from space.languages import autonym, mark
from space.mediawiki.projects import project_name
from space.uploads.pages import with_pages

_MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=15/{0}/{1}"


@dataclass(frozen=True)
class Seen:
    """An event as somebody reads it."""

    event: Event
    tags: list[Tag]
    reader: Reader
    all_dates: bool = False


def described(seen: Seen) -> dict[str, Any]:
    event, reader = seen.event, seen.reader
    first, *more = dates_of(event, reader, all_of_them=seen.all_dates)
    where = where_of(event, reader, first.occurrence)
    html = text_of_event(event, reader)
    return {
        "event": event,
        "topic": event.topic,
        **mark(event.topic.language)._asdict(),
        "tags": seen.tags,
        "who_reads": who_reads(event.topic),
        "types": marks_of(event),
        "spoken": [{**mark(code)._asdict(), "name": autonym(code)} for code in event.languages],
        "projects": [project_name(key) for key in event.projects],
        "status": status_of(event),
        "date": first,
        "dates": more if seen.all_dates else more[: FEW - 1],
        "has_more": not seen.all_dates and len(more) >= FEW,
        "rule": said_rule(event),
        "beside": series_of(event, reader),
        "zone": zones(event, first),
        "where": where,
        "map_url": map_url(where),
        "our_map_url": our_map_url(event, where),
        "wiki": {"url": event.wiki_url, "name": said_link(event.wiki_url)} if event.wiki_url else None,
        "organisers": [vars(face_of(one.person)) for one in event.organisers.all()],
        "places": said_places(event.capacity),
        "text": mark_safe(with_pages(html)),
        "add_to": ways_to_add(event, first, where),
        "about": about(event, first, html),
        "may_change": bool(can_change(reader, event)),
        "may_add": bool(can_add(reader)),
    }


def marks_of(event: Event) -> list[dict[str, Any]]:
    return [{"name": look.name, "tone": look.tone} for look in looks_of(event.types)]


def status_of(event: Event) -> dict[str, str] | None:
    """What one has to know before one goes: nothing of an event that is sure and stays where it was."""
    if event.status == Status.CANCELLED:
        text = pgettext("event", "This event is cancelled.")
        return {"level": "error", "icon": "error", "text": text, "why": event.reason}
    if moved := newest_move(event):
        return {"level": "notice", "icon": "info", "text": moved, "why": event.reason}
    if event.status == Status.TENTATIVE:
        text = pgettext("event", "This is a plan: time and place can still change.")
        return {"level": "notice", "icon": "info", "text": text, "why": ""}
    return None


def series_of(event: Event, reader: Reader) -> list[dict[str, Any]]:
    """The events that have its earlier and its later dates, where what repeats was cut in two."""
    return [
        {
            "pk": one.pk,
            "is_later": one.continues_id == event.pk,
            "day": said_day(one.first_day),
            "url": one.get_absolute_url(),
            "title": one.topic.title,
            **mark(one.topic.language)._asdict(),
        }
        for one in beside(event, reader)
    ]


def zones(event: Event, date: Dated) -> dict[str, str]:
    """In which zone the times are, where there are any; and what the reader's own is called."""
    if date.occurrence.is_all_day:
        return {"name": "", "offset": "", "own": ""}
    offset = offset_of(date.occurrence.starts_at, zone_named(event.zone))
    own = zone_here()
    return {"name": "UTC" if event.zone == "UTC" else place_of(event.zone), "offset": offset, "own": own}


def map_url(where: Where) -> str:
    return _MAP.format(where.latitude, where.longitude) if where.has_point else ""


def our_map_url(event: Event, where: Where) -> str:
    """Our map around it: without a script by the name of its town, where that is one we know."""
    if not where.has_point:
        return ""
    query = urlencode({"place": f"{where.place}, {where.country_name}"}) if event.geoname else ""
    point = f"#9/{where.latitude:.2f}/{where.longitude:.2f}"
    return f"{reverse('events:map')}{'?' if query else ''}{query}{point}"


def text_of_event(event: Event, reader: Reader) -> SafeString:
    """Its words as they are kept: the first post of its topic."""
    posts = Post.objects.visible_to(reader).filter(topic=event.topic_id, number=1)
    return mark_safe(posts.values_list("html", flat=True).first() or "")


def said_link(url: str) -> str:
    """An address as one reads it: without what all have, and what is percent-encoded."""
    parts = urlsplit(url)
    path = unquote(parts.path).removeprefix("/wiki/").replace("_", " ").strip("/")
    return f"{(parts.hostname or '').removeprefix('www.')} · {path}" if path else parts.hostname or url
