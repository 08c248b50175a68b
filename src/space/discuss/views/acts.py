"""What one may do with a post, and the plainest of it: its address to hand on, and how it was typed."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.finding import find_post, find_topic
from space.discuss.models import Response
from space.discuss.notes import noting_of
from space.discuss.permissions import can_react
from space.discuss.thread.acts import acts_for
from space.discuss.thread.responses import bar_of
from space.discuss.topic_page import who_reads
from space.kit.htmx import is_htmx


@require_safe
def more(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """Everything that this reader may do with this post: an open menu for htmx, else a page."""
    post = find_post(request.reader, pk, number)
    acts = acts_for(request.reader, post, post.topic)
    if is_htmx(request):
        inside = [act for act in acts if not act["beside"]]
        return render(request, "discuss/_more.html", {"post": post, "acts": inside})
    context = {"topic": post.topic, "post": post, "acts": acts}
    if can_react(request.reader, post):
        context["bar"] = bar_of(post, request.reader, Response.values)
    return render(request, "discuss/more.html", context)


@require_safe
def share(request: Request, slug: str, pk: int, number: int = 0) -> HttpResponse:
    """The address in a field, for where no script can hand it on."""
    if number:
        post = find_post(request.reader, pk, number)
        topic, address = post.topic, post.get_absolute_url()
    else:
        post, (topic, _) = None, find_topic(request.reader, pk)
        address = reverse("discuss:short", args=[pk])
    context = {"topic": topic, "post": post, "address": settings.ORIGIN + address}
    return render(request, "discuss/share.html", {**context, "who_reads": who_reads(topic)})


@require_safe
def source(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """A post as it was typed, folded if it is elsewhere. Not for search engines: they have the page."""
    post = find_post(request.reader, pk, number)
    response = HttpResponse(post.source, content_type="text/plain; charset=utf-8")
    if (noting := noting_of(post))["note"]:
        response = render(
            request, "discuss/source.html", {"topic": post.topic, "post": post, "noting": noting}
        )
    response.headers["X-Robots-Tag"] = "noindex"
    return response
