"""The map of events, and what it asks for while it moves."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.events.finding import find_event
from space.events.lists.counted import EVENTS
from space.events.lists.mapped import MAP, MapAsked, box_of, columns
from space.events.lists.pills import pills_html
from space.events.permissions import can_add
from space.events.shown import map_page
from space.events.shown.card import card_of
from space.events.shown.entries import zone_said
from space.events.shown.hours import hours_of
from space.events.shown.where import is_protected
from space.events.tiles import tiles
from space.limits.actions import Limit
from space.limits.here import take_here
from space.places.drawing import SHAPES
from space.places.views import FINDS, asker
from space.web.oembed import told_at
from space.web.pagecache import page_for_everybody
from space.web.policies import HEADER, policy

# A list each time that a map rests: more than a hand moves it.
LISTS = Limit("map-lists", 120, timedelta(minutes=1))


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=MAP)
def world_map(request: Request) -> HttpResponse:
    asked, chosen = MapAsked.of(request.GET), tiles()
    if request.GET.get("place"):
        take_here(asker(request), FINDS)
    place = map_page.place_asked(request.GET.get("place", ""))
    beside = map_page.beside(asked, request.reader, map_page.around(place))
    context = {
        **beside,
        "world": map_page.still(beside["rows"], beside["found"]),
        "years": map_page.years(asked),
        "place": place,
        "kept": asked.wanted.said() | ({"year": str(asked.year)} if asked.year else {}),
        "pills": pills_html(asked, request.reader),
        "hours": hours_of(asked, request.reader),
        "zone_said": zone_said(request.reader),
        "shapes": static(SHAPES),
        "tiles": chosen,
        "points_url": asked.at(reverse("events:map_points")),
        "list_url": asked.at(reverse("events:map_list")),
        "card_url": reverse("events:map_card", args=[0]),
        "put_url": asked.elsewhere(request.reader).at(
            reverse("events:embed"), kind="map", year=str(asked.year or "")
        ),
        "calendar_url": asked.wanted.at(reverse("events:calendar")),
        "add_url": reverse("events:add")
        if can_add(request.reader) or not request.reader.is_authenticated
        else "",
        "noindex": bool(asked.wanted or asked.year or request.GET.get("place")),
        "canonical": settings.ORIGIN + asked.url(),
        "oembed": told_at(asked.url()),
    }
    response = render(request, "events/map/map.html", context)
    if chosen:
        response.headers[HEADER] = policy(img_src=f"'self' data: {chosen.origin}")
    return response


@require_safe
@page_for_everybody(EVENTS, "settings", parameters=MAP)
def points(request: Request) -> HttpResponse:
    """All points of a filter, for a map that moves without asking again."""
    return JsonResponse(
        columns(MapAsked.of(request.GET), request.reader), json_dumps_params={"separators": (",", ":")}
    )


@require_safe
def listed(request: Request) -> HttpResponse:
    """The list beside the map for what is in view."""
    take_here(asker(request), LISTS)
    shown = map_page.beside(MapAsked.of(request.GET), request.reader, box_of(request.GET.get("box", "")))
    return HttpResponse(render_to_string("events/map/_list.html", shown))


@require_safe
def card(request: Request, pk: int) -> HttpResponse:
    """What stands over a point that was chosen."""
    event = find_event(request.reader, pk)
    if is_protected(event.country):
        raise Http404
    return HttpResponse(render_to_string("events/map/_card.html", {"card": card_of(event, request.reader)}))
