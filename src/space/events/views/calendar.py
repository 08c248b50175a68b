"""The calendar: a month, a week, a list or a year of what takes place."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.narrowing import Switch
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.events.lists.asked import CALENDAR, SWITCH, Asked, View, is_now, today
from space.events.lists.counted import EVENTS
from space.events.lists.pills import pills_html
from space.events.permissions import can_add
from space.events.shown.agenda import agenda
from space.events.shown.empty import empty
from space.events.shown.entries import zone_said
from space.events.shown.hours import hours_of
from space.events.shown.kinds import legend
from space.events.shown.months import month, week, year
from space.web.oembed import told_at
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows

_VIEWS = {View.MONTH: month, View.WEEK: week, View.LIST: agenda, View.YEAR: year}


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=CALENDAR)
def calendar(request: Request) -> HttpResponse:
    reader = request.reader
    asked = Asked.of(request.GET)
    shown = _VIEWS[View(asked.view)](asked, reader)
    context = {
        **shown,
        "views": _views(asked),
        "today_url": asked.url(day=today()),
        "is_now": is_now(asked.view, asked.day),
        "zone_said": zone_said(reader),
        "pills": pills_html(asked, reader),
        "hours": hours_of(asked, reader),
        "switch": _switch(asked, reader, request),
        "dropped": asked.wanted.dropped,
        "feeds": _feeds(asked, reader),
        "more_feeds": asked.wanted.on_the_clock_of(reader).at(reverse("events:subscribe")),
        "put_url": asked.elsewhere(reader).at(
            reverse("events:embed"), kind="list" if asked.view in {View.LIST, View.YEAR} else ""
        ),
        "legend": legend(),
        "add_url": reverse("events:add") if can_add(reader) or not reader.is_authenticated else "",
        "empty": empty(asked, reader) if shown["is_empty"] else None,
        "noindex": not asked.is_for_robots,
        "canonical": settings.ORIGIN + asked.url(),
        "oembed": told_at(asked.url()),
    }
    response = render(request, f"events/calendar/{asked.view}.html", context)
    shows(response, *(f"topic:{pk}" for pk in shown.get("topics", ())))
    return response


def _views(asked: Asked) -> list[dict[str, Any]]:
    found = [
        {"label": view.label, "url": asked.url(view=view), "is_here": view == asked.view} for view in View
    ]
    return [*found, {"label": pgettext("menu", "Map"), "url": asked.wanted.at(reverse("events:map"))}]


def _feeds(asked: Asked, reader: Reader) -> list[dict[str, str]]:
    """Of exactly these filters."""
    wanted = asked.elsewhere(reader)
    names = {
        "ics": pgettext("calendar", "For the calendar on your phone (.ics)"),
        "atom": pgettext("calendar", "For a feed reader (Atom)"),
        "json": pgettext("calendar", "For programs (JSON)"),
        "geojson": pgettext("calendar", "For maps (GeoJSON)"),
        "csv": pgettext("calendar", "As a table (CSV)"),
    }
    return [
        {"name": name, "url": wanted.at(reverse("events:feed", args=[shape]))}
        for shape, name in names.items()
    ]


def _switch(asked: Asked, reader: Reader, request: HttpRequest) -> str:
    return Switch(
        where=SWITCH,
        choice=asked.spoken(reader),
        address=lambda said: asked.url(wanted=asked.wanted.speaking(said)),
    ).html(reader, get_token(request) if reader.is_authenticated else "")
