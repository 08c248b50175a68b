"""What machines are told of an event: previews of links, and schema.org."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from space.accounts.readers import NOBODY
from space.discuss.models import Audience
from space.events.models import Event
from space.events.shown.dates import Dated
from space.events.shown.saying import span_of
from space.events.shown.where import Where, where_of
from space.kit.fields import first_words
from space.languages import bcp47, listed
from space.markup.reading import text_of
from space.web.linked_data import linked_data
from space.web.look import look
from space.web.oembed import told_at

_MODES = {
    (True, True): "MixedEventAttendanceMode",
    (False, True): "OnlineEventAttendanceMode",
}


def about(event: Event, date: Dated, html: str) -> dict[str, Any]:
    """For `events/_about.html`: the same for everybody who may read it, so nothing that only some may know."""
    where = where_of(event, NOBODY, date.occurrence)
    summary, words = listed(filter(None, (date.when, where.line))), text_of(html)
    return {
        "canonical": settings.ORIGIN + event.get_absolute_url(),
        "title": event.topic.title,
        "description": f"{summary}. {first_words(words, 200)}".strip(),
        "locale": bcp47(event.topic.language).replace("-", "_"),
        "short": reverse("events:short", args=[event.pk]),
        "oembed": told_at(event.get_absolute_url()) if event.topic.audience == Audience.PUBLIC else "",
        "site_name": look().name,
        "data": linked_data(_told(event, date, where, first_words(words, 300))),
    }


def _told(event: Event, date: Dated, where: Where, text: str) -> dict[str, Any]:
    span, one = span_of(event, date.occurrence), date.occurrence
    begins, ends = (span.first_day, span.last_day) if one.is_all_day else (one.starts_at, one.ends_at)
    status = "EventCancelled" if event.is_cancelled else "EventScheduled"
    mode = _MODES.get((where.is_on_site, where.is_online), "OfflineEventAttendanceMode")
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.topic.title,
        "description": text or None,
        "startDate": begins.isoformat(),
        "endDate": ends.isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{mode}",
        "location": _locations(where, settings.ORIGIN + event.get_absolute_url()) or None,
        "inLanguage": list(map(bcp47, event.languages)) or None,
        "url": settings.ORIGIN + event.get_absolute_url(),
        "organizer": [_person(one.person) for one in event.organisers.all()] or None,
        "maximumAttendeeCapacity": event.capacity,
    }


def _locations(where: Where, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if where.is_on_site and (where.place or where.country):
        parts = {
            "streetAddress": where.address,
            "addressRegion": where.region,
            "addressCountry": where.country,
        }
        told = {name: value for name, value in parts.items() if value}
        place: dict[str, Any] = {
            "@type": "Place",
            "name": where.place or where.country_name,
            "address": {"@type": "PostalAddress", **told},
        }
        if where.has_point:
            point = {"latitude": where.latitude, "longitude": where.longitude}
            place["geo"] = {"@type": "GeoCoordinates", **point}
        found.append(place)
    if where.is_online:
        found.append({"@type": "VirtualLocation", "url": where.online_url or address})
    return found


def _person(person: Any) -> dict[str, str]:
    return {"@type": "Person", "name": person.name, "url": settings.ORIGIN + person.get_absolute_url()}
