"""Pages of events within pages of others: a calendar, a list and a map for any filter, as nobody sees them."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.events.exports.titles import title_of
from space.events.lists.asked import Asked, View, is_now
from space.events.lists.counted import EVENTS
from space.events.lists.embedded import ON_CALENDAR, ON_MAP, Embedded, EmbeddedMap
from space.events.shown import map_page
from space.events.shown.agenda import agenda
from space.events.shown.clusters import clusters
from space.events.shown.entries import zone_said
from space.events.shown.months import month, week
from space.events.views.nobody import as_to_nobody
from space.languages import mark
from space.places.drawing import sheet
from space.web.look import look
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows
from space.web.policies import may_be_framed

_VIEWS = {View.MONTH: month, View.WEEK: week, View.LIST: agenda}
# So many of those to come stand below a map.
_LISTED = 10


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=ON_CALENDAR)
@as_to_nobody
def embed_calendar(request: Request) -> HttpResponse:
    """A month; `view=week` is a week."""
    return _calendar(Embedded.of(request.GET))


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=ON_CALENDAR)
@as_to_nobody
def embed_list(request: Request) -> HttpResponse:
    return _calendar(Embedded.of(request.GET, is_list=True))


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=ON_MAP)
@as_to_nobody
def embed_map(request: Request) -> HttpResponse:
    asked = EmbeddedMap.of(request.GET)
    beside = map_page.beside(asked, NOBODY)
    return _page(
        "map",
        asked,
        elsewhere=asked.url(),
        world=sheet(clusters(asked), pgettext("map", "Where the events take place")),
        rows=beside["rows"][:_LISTED],
    )


def _calendar(asked: Embedded) -> HttpResponse:
    shown = _VIEWS[View(asked.view)](asked, NOBODY)
    page = "list" if asked.view == View.LIST else "calendar"
    response = _page(page, asked, elsewhere=asked.at_home, is_now=is_now(asked.view, asked.day), **shown)
    shows(response, *(f"topic:{pk}" for pk in shown.get("topics", ())))
    return response


def _page(page: str, asked: Asked, **shown: Any) -> HttpResponse:
    """Without what the shell knows of a reader."""
    code = translation.get_language()
    ui_lang, ui_dir = mark(code)
    context = {
        "ui_lang": ui_lang,
        "ui_dir": ui_dir,
        "site_name": look().name,
        "title": title_of(asked.wanted, with_site=False),
        "zone_said": zone_said(NOBODY),
        **shown,
    }
    return may_be_framed(HttpResponse(render_to_string(f"events/embed/{page}.html", context)))
