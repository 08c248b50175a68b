"""Lists of topics. Each is one queryset that starts from what the reader may see."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.lists.counts import counts
from space.discuss.lists.empty import empty_list
from space.discuss.lists.levels import OF_ROOM, level_of, levels
from space.discuss.lists.lines import Line, lines_of
from space.discuss.lists.pills import pills_html
from space.discuss.lists.pins import TAG as PINS
from space.discuss.lists.pins import pinned_lines
from space.discuss.lists.places import Place, by_person, everything, in_category, periods_of, under_tag
from space.discuss.lists.tabs import tabs_html
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import PARAMETERS, PERSONAL, Filters, Order, Wanted, position
from space.discuss.models import Category, Dismissal, Period
from space.discuss.permissions import can_start
from space.discuss.reading import remember_visit
from space.discuss.rooms import rooms, side
from space.discuss.rows import rows_html
from space.discuss.views.choosing import act_on_list
from space.kit import clock
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows

# What most lists show; those of one category name it themselves.
_TAGS = ("rooms", PINS, "scores")


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def latest(request: Request, order: str = Order.LATEST) -> HttpResponse:
    return _list(request, "discuss/latest.html", everything(), order)


@page_for_everybody(*_TAGS, parameters=PARAMETERS)
def category(request: Request, slug: str, order: str = "") -> HttpResponse:
    place = in_category(slug, request.reader)
    response = _list(request, "discuss/category.html", place, order)
    shows(response, *(f"category:{one.pk}" for one in (place.category, *place.below) if one))
    return response


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def tag(request: Request, name: str, order: str = "") -> HttpResponse:
    return _list(request, "discuss/tag.html", under_tag(name, request.reader), order)


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def by(request: Request, name: str, order: str = "") -> HttpResponse:
    """The topics that a person began."""
    return _list(request, "discuss/by.html", by_person(name), order)


@page_for_everybody("rooms", "lists")
def all_categories(request: Request) -> HttpResponse:
    numbers = counts(Wanted(), request.reader)
    tabs = tabs_html(everything(), "categories", Filters(), numbers, request.reader)
    return render(request, "discuss/categories.html", {"rooms": rooms(request.reader), "tabs": tabs})


@dataclass(frozen=True)
class Found:
    """One page of a list: what is pinned on top of it, and the rest."""

    pinned: list[Line]
    lines: list[Line]
    more: bool

    @property
    def all(self) -> list[Line]:
        return [*self.pinned, *self.lines]


def _list(request: Request, template: str, place: Place, order: str, **context: Any) -> HttpResponse:
    order = order or place.first
    if order in PERSONAL and not request.reader.is_authenticated:
        return redirect_to_login(request.get_full_path())
    filters = Filters.asked(request.GET)
    wanted = place.wanted(order, filters, request.reader)
    if request.method == "POST":
        return act_on_list(request, wanted, place.of(order, filters))
    after = position(request.GET.get("before", ""), order)
    period = periods_of(order, request.GET.get("period", ""))
    found, period = _found(replace(wanted, after=after), request, period)
    here = place.of(order, filters, period=period)
    context |= {
        "place": place,
        "title": Order(order).label if order != Order.LATEST else pgettext("page title", "Conversations"),
        "tabs": tabs_html(place, order, filters, counts(wanted, request.reader), request.reader),
        "pills": pills_html(place, order, filters, request.reader),
        "periods": _periods(place, filters, period) if order == Order.TOP else [],
        "side": side(request.reader),
        "empty": empty_list(place, order, filters),
        "older": place.of(order, filters, period=period, before=found.lines[-1].place(order))
        if found.more
        else "",
        "newest": "" if after is None else here,
        "list_url": here,
        "choose_url": place.of(order, filters, period=period, choose="yes"),
        "noindex": after is not None or bool(filters),
        **_starting(place, request),
        **_rows(request, wanted, found, after is None),
        **_level(place, request.reader),
    }
    response = render(request, template, context)
    remember_visit(response, request.reader)
    return response


def _starting(place: Place, request: Request) -> dict[str, Any]:
    start = reverse("discuss:start")
    if not place.category:
        return {"can_start": True, "start_url": start}
    may = bool(can_start(request.reader, place.category)) or not request.reader.is_authenticated
    return {
        "can_start": may,
        "start_url": f"{start}?{urlencode({'category': place.category.slug})}" if may else "",
    }


def _level(place: Place, reader: Reader) -> dict[str, Any]:
    """The menu of a category or tag, for members."""
    name, thing = ("category", place.category) if place.category else ("tag", place.tag)
    if not reader.is_member or thing is None:
        return {}
    value = thing.slug if isinstance(thing, Category) else thing.name
    menu = levels(OF_ROOM, level_of(reader, **{name: thing}))
    return {"level": {"action": reverse("discuss:follow"), "levels": menu, "name": name, "value": value}}


def _periods(place: Place, filters: Filters, period: str) -> list[dict[str, Any]]:
    return [
        {"label": one.label, "url": place.of(Order.TOP, filters, period=one), "current": one == period}
        for one in Period
        if one != Period.HOT
    ]


def _found(wanted: Wanted, request: Request, period: str) -> tuple[Found, str]:
    """A page of the list. Top looks over a longer time where the week has little to show."""
    limit = settings.TOPICS_PER_PAGE
    tried = (
        [period]
        if period or wanted.order != Order.TOP
        else [Period.WEEK, Period.MONTH, Period.YEAR, Period.ALL]
    )
    pinned = pinned_lines(wanted, request.reader)
    wanted = replace(wanted, without=tuple(line.pk for line in pinned))
    for period in tried:
        found = lines_of(replace(wanted, period=period or Period.WEEK), request.reader, limit + 1)
        if len(found) >= settings.TOP_AT_LEAST or wanted.after:
            break
    return Found(pinned, found[:limit], len(found) > limit), period


def _rows(request: Request, wanted: Wanted, found: Found, is_first: bool) -> dict[str, Any]:
    """The rows and what stands around them."""
    reader, now = request.reader, clock.now()
    choose = reader.is_member and "choose" in request.GET
    taste = Taste.of(reader)
    visit = taste.last_visit(now) if is_first and wanted.order == Order.LATEST else None
    return {
        "rows": rows_html(found.pinned, reader, choose=choose)
        + rows_html(found.lines, reader, choose=choose, visit=visit),
        "choose": choose,
        "member": reader.is_member,
        "tells_visit": reader.is_member and not taste.is_here(now),
        "dismissed": _dismissed(request),
    }


def _dismissed(request: Request) -> Dismissal | None:
    """What was just taken as read, so that the page can offer to undo it."""
    pk = request.GET.get("dismissed", "")
    if not request.reader.is_member or not pk.isdecimal() or len(pk) > 18:
        return None
    return Dismissal.objects.filter(pk=int(pk), person=request.user).first()
