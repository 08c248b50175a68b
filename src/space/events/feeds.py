"""Feeds of the calendar, for exactly the filter of their address; and the one event for a calendar outside."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.html import format_html
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.models import Post
from space.events.exports import wikitext
from space.events.exports.found import AT_MOST, Date, coming, dates_within, events_within
from space.events.exports.said import address, place, when
from space.events.exports.tables import CONTENT_TYPE as CSV
from space.events.exports.tables import csv_of
from space.events.exports.titles import title_of
from space.events.ics.calendars import CONTENT_TYPE as ICS
from space.events.ics.calendars import calendar_of
from space.events.ics.kept import as_told_now
from space.events.lists.wanted import PARAMETERS, Wanted
from space.events.models import Event
from space.events.models.events import EventQuerySet
from space.languages import bcp47
from space.web.feeds import ENTRIES, feed
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows


@require_safe
@page_for_everybody("events", "rooms", parameters=PARAMETERS)
def calendar(request: Request, shape: str) -> HttpResponse:
    """Of what its reader may see; in the shape that the address ends with."""
    answer = _SHAPES[shape](request, Wanted.of(request.GET))
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_safe
@page_for_everybody("events", "rooms", parameters=PARAMETERS)
def map_for_wikis(request: Request) -> HttpResponse:
    dates = coming(Wanted.of(request.GET), request.reader, wikitext.AT_MOST, on_a_map=True)
    return HttpResponse(wikitext.map_of(dates), content_type=wikitext.WIKITEXT_TYPE)


@require_safe
@page_for_everybody("rooms")
def event(request: Request, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(Event.objects.visible_to(request.reader).with_topic(), pk=pk)
    response = ics_answer(request, Event.objects.visible_to(request.reader).filter(pk=pk), found.topic.title)
    shows(response, f"event:{pk}", f"topic:{found.topic_id}")
    response["Content-Disposition"] = f'inline; filename="event-{pk}.ics"'
    return response


def ics_answer(
    request: Request, events: EventQuerySet, name: str, *, own: Mapping[int, str] | None = None
) -> HttpResponse:
    """Their kept texts, joined; `own` has others of some of them. A program that has it already is told so."""
    rows = list(events.values_list("vevent", "zone", "country", "changed_at", "pk")[:AT_MOST])
    others = own or {}
    text = calendar_of(
        (as_told_now(others.get(pk, vevent), country) for vevent, _, country, _, pk in rows),
        (zone for _, zone, *_ in rows),
        name=name,
        address=settings.ORIGIN + request.get_full_path(),
    )
    body = text.encode()
    response = HttpResponse(body, content_type=ICS)
    return _unless_known(request, response, max((row[3] for row in rows), default=None))


def _unless_known(request: Request, response: HttpResponse, changed: datetime | None) -> HttpResponse:
    etag = f'"{blake2b(response.content, digest_size=12).hexdigest()}"'
    moment = int(changed.timestamp()) if changed else None
    response["ETag"] = etag
    if moment:
        response["Last-Modified"] = http_date(moment)
    # By its tag alone: what was cancelled, hidden or filtered out makes no row newer.
    known = get_conditional_response(request, etag=etag, response=response)
    return known if isinstance(known, HttpResponse) else response


def _ics(request: Request, wanted: Wanted) -> HttpResponse:
    return ics_answer(request, events_within(wanted, request.reader), title_of(wanted))


def _csv(request: Request, wanted: Wanted) -> HttpResponse:
    response = HttpResponse(csv_of(dates_within(wanted, request.reader)), content_type=CSV)
    response["Content-Disposition"] = 'attachment; filename="calendar.csv"'
    return response


def _geojson(request: Request, wanted: Wanted) -> HttpResponse:
    told = wikitext.geojson_of(coming(wanted, request.reader, AT_MOST, on_a_map=True))
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type=wikitext.GEOJSON_TYPE)


def _table(request: Request, wanted: Wanted) -> HttpResponse:
    text = wikitext.table_of(coming(wanted, request.reader, wikitext.AT_MOST))
    return HttpResponse(text, content_type=wikitext.WIKITEXT_TYPE)


def _news(shape: str) -> Callable[[Request, Wanted], HttpResponse]:
    def answer(request: Request, wanted: Wanted) -> HttpResponse:
        dates = coming(wanted, request.reader, ENTRIES, newest=True)
        topics = [one.event.topic_id for one in dates]
        firsts = (
            Post.objects.visible_to(request.reader)
            .filter(topic__in=topics, number=1)
            .select_related("author")
        )
        first = {post.topic_id: post for post in firsts}
        return feed(
            shape,
            title=title_of(wanted, with_site=False),
            page=wanted.at(reverse("events:calendar")),
            own=request.get_full_path(),
            entries=(_entry(one, first[one.event.topic_id]) for one in dates if one.event.topic_id in first),
        )

    return answer


def _entry(date: Date, post: Post) -> dict[str, Any]:
    event = date.event
    told = (
        format_html("<p>{} · {}</p>", when(date), place(date))
        if place(date)
        else format_html("<p>{}</p>", when(date))
    )
    return {
        "title": event.topic.title,
        "link": address(date),
        "description": told + post.html,
        "author_name": post.author.name,
        "author_link": settings.ORIGIN + post.author.get_absolute_url(),
        "unique_id": address(date),
        "pubdate": event.created_at,
        "updateddate": event.changed_at,
        "language": bcp47(event.topic.language) if event.topic.language else None,
    }


_SHAPES: dict[str, Callable[[Request, Wanted], HttpResponse]] = {
    "ics": _ics,
    "atom": _news("atom"),
    "json": _news("json"),
    "csv": _csv,
    "geojson": _geojson,
    "wikitext": _table,
}
SHAPES = tuple(_SHAPES)
