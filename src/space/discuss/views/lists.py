"""Lists of topics. Each is one queryset that starts from what the reader may see."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render

from space.accounts.former import old_names_lead_on
from space.accounts.requests import Request
from space.discuss.lists.box import moved
from space.discuss.lists.counts import counts
from space.discuss.lists.page import page_of
from space.discuss.lists.pins import TAG as PINS
from space.discuss.lists.places import Place, as_called_today, by_person, everything, in_category, under_tag
from space.discuss.lists.tabs import tabs_html
from space.discuss.lists.wanted import PARAMETERS, PERSONAL, Filters, Order, Wanted
from space.discuss.lists.written import understood
from space.discuss.models import Dismissal
from space.discuss.permissions import moderates_something
from space.discuss.reading import remember_visit
from space.discuss.rooms import rooms
from space.discuss.topic_forms import ManyForm
from space.discuss.views.choosing import act_on_list, chosen_in
from space.web import panels
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows, stands_alone

# What most lists show; those of one category name it themselves.
_TAGS = ("rooms", PINS, "scores")


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def latest(request: Request, order: str = Order.LATEST) -> HttpResponse:
    return _list(request, "discuss/latest.html", everything(), order)


@page_for_everybody(*_TAGS, parameters=PARAMETERS)
def category(request: Request, slug: str, order: str = "") -> HttpResponse:
    place = in_category(slug, request.reader)
    response = _list(request, "discuss/category.html", place, order)
    shows(response, *(f"category:{one.pk}" for one in place.rooms), *panels.tags_of("category"))
    return response


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def tag(request: Request, name: str, order: str = "") -> HttpResponse:
    response = _list(request, "discuss/tag.html", under_tag(name, request.reader), order)
    shows(response, *panels.tags_of("tag"))
    return response


@old_names_lead_on
@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def by(request: Request, name: str, order: str = "") -> HttpResponse:
    """The topics that a person began."""
    return _list(request, "discuss/by.html", by_person(name), order)


@page_for_everybody("rooms", "lists")
def all_categories(request: Request) -> HttpResponse:
    numbers = counts(Wanted(), request.reader)
    tabs = tabs_html(everything(), "categories", Filters(), numbers, request.reader)
    return render(request, "discuss/categories.html", {"rooms": rooms(request.reader), "tabs": tabs})


def _list(request: Request, template: str, place: Place, order: str) -> HttpResponse:
    order = order or place.first
    if order in PERSONAL and not request.reader.is_authenticated:
        return redirect_to_login(request.get_full_path())
    asked = understood(place, order, as_called_today(Filters.asked(request.GET)), request.reader)
    if request.method != "POST" and (address := moved(asked, place, order, request.GET)):
        return redirect(address)
    refused: ManyForm | None = None
    if request.method == "POST":
        done = act_on_list(request, asked.wanted(request.reader), asked.place.of(order, asked.filters))
        if isinstance(done, HttpResponse):
            return done
        refused = done
    token = get_token(request) if request.reader.is_member else ""
    chosen = frozenset(chosen_in(request)) if refused else None
    context = page_of(asked, request.GET, request.reader, token, chosen)
    own = {"dismissed": _dismissed(request)} | ({"csrf_token": token} if token else {})
    if place.thing and not context["noindex"]:
        context["panels"] = panels.show(_panels_of(place), place.thing, request.reader, request)
    response = render(
        request, template, context | own | _many(request, refused), status=422 if refused else 200
    )
    remember_visit(response, request.reader)
    if asked.filters.speaks != request.GET.get("languages", ""):
        stands_alone(response)
    return response


def _panels_of(place: Place) -> str:
    return "category" if place.category else "tag"


def _many(request: Request, asked: ManyForm | None) -> dict[str, Any]:
    """For moderators who choose: what they can do with many topics, and what they asked a moment ago."""
    if not moderates_something(request.reader) or not ("choose" in request.GET or asked):
        return {}
    return {"many": asked or ManyForm(reader=request.reader)}


def _dismissed(request: Request) -> Dismissal | None:
    """What was just taken as read, so that the page can offer to undo it."""
    pk = request.GET.get("dismissed", "")
    if not request.reader.is_member or not pk.isdecimal() or len(pk) > 18:
        return None
    return Dismissal.objects.filter(pk=int(pk), person=request.user).first()
