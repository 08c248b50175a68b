"""An event at its address, and the short way there."""

from urllib.parse import urlsplit

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.conversation import conversation, is_among_first
from space.discuss.finding import find_topic
from space.discuss.reading import remember_reading
from space.discuss.views.writing import reply as reply_to_topic
from space.events.finding import find_event
from space.events.models import Event
from space.events.outside_panels import source_tags
from space.events.shown.event_page import Seen, described
from space.web import panels
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import counts, shows

# Where others add what stands below the head of an event, and beside its text.
PANELS = ("event", "event-side")


@require_safe
@page_for_everybody("rooms", parameters=("dates",))
def event(request: Request, slug: str, pk: int) -> HttpResponse:
    """`dates=all` shows all that are to come, not the next few."""
    found = find_event(request.reader, pk)
    if found.topic.slug != slug:
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    topic, tags = find_topic(request.reader, found.topic_id)
    token = get_token(request) if request.reader.is_authenticated else ""
    told = conversation(request, topic, reverse("events:reply", args=[slug, pk]))
    context = {
        **described(Seen(found, tags, request.reader, request.GET.get("dates") == "all")),
        **told,
        "read": topic.my_number or 0,
        "noindex": topic.unlisted or bool(topic.category and topic.category.noindex),
        "panels": {
            place.replace("-", "_"): panels.show(place, found, request.reader, request) for place in PANELS
        },
        **({"csrf_token": token} if token else {}),
    }
    response = render(request, "events/event.html", context)
    neighbours = [f"event:{one['pk']}" for one in context["beside"]]
    remember_reading(response, request.reader, topic, told["marks"])
    counts(response, f"topic:{topic.pk}")
    shows(
        response,
        f"topic:{topic.pk}",
        f"event:{pk}",
        *neighbours,
        *source_tags(found),
        *(tag for place in PANELS for tag in panels.tags_of(place)),
        *told["cards"],
    )
    return response


def reply(request: Request, slug: str, pk: int) -> HttpResponse:
    """The form of its topic, on the event's own page: whoever wrote is led back there, if it shows what they wrote."""
    found = find_event(request.reader, pk)
    response = reply_to_topic(request, found.topic.slug, found.topic_id)
    place = urlsplit(response.headers.get("Location", "")).fragment
    if is_among_first(place, found.topic, request.reader):
        return redirect(f"{found.get_absolute_url()}#{place}")
    return response


@require_safe
def short(request: Request, pk: int) -> HttpResponse:
    """The address that never changes."""
    found = Event.objects.visible_to(request.reader).select_related("topic")
    return HttpResponsePermanentRedirect(get_object_or_404(found, pk=pk).get_absolute_url())
