"""A topic's pages, its posts' permalinks, and the short ways there."""

from datetime import UTC, datetime, time

from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from space.accounts.requests import Request
from space.discuss.composer import composer_under
from space.discuss.finding import find_topic
from space.discuss.forms import CloseForm, DateForm
from space.discuss.models import Post, Topic
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.permissions import can_close, can_reply, takes_replies
from space.discuss.polls.filling import with_polls
from space.discuss.reading import remember_reading
from space.discuss.thread import between_posts, marks_on, posts_html
from space.discuss.topic_menu import items_for
from space.discuss.topic_page import frame
from space.kit.paging import Page
from space.web import panels
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import counts, shows


@page_for_everybody("rooms", parameters=("page",))
def topic(request: Request, slug: str, pk: int) -> HttpResponse:
    found, tags = find_topic(request.reader, pk)
    if found.slug != slug:
        return HttpResponsePermanentRedirect(_with_query(found.get_absolute_url(), request))
    if "date" in request.GET:
        return _to_date(request, found)
    page = Page.asked(request.GET.get("page"), size=POSTS_PER_PAGE(), total=found.highest_number)
    marks = marks_on(found, page, request.reader)
    context = {
        "topic": found,
        "page": page,
        "noindex": found.unlisted or bool(found.category and found.category.noindex),
        "frame": frame(found, page, marks, tags),
        "menu": items_for(found, request.reader),
        "posts": with_polls(
            posts_html(found, marks, request.reader, between_posts(found, page, request.reader)),
            found,
            request,
        ),
        "composer": _composer(request, found, page),
        "can_reply": (can_reply if request.reader.is_authenticated else takes_replies)(request.reader, found),
        "close_form": CloseForm() if can_close(request.reader, found) else None,
        "notices": panels.show("topic", found, request.reader, request),
    }
    response = render(request, "discuss/topic.html", context)
    remember_reading(response, request.reader, found, marks)
    shows(response, f"topic:{found.pk}")
    counts(response, f"topic:{found.pk}")
    return response


def post(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """The permalink of a post: leads to the page that it stands on today."""
    found = get_object_or_404(
        Post.objects.visible_to(request.reader).select_related("topic"), topic=pk, number=number
    )
    return redirect(place_of(found.topic, found.number))


def short(request: Request, pk: int) -> HttpResponse:
    found, _ = find_topic(request.reader, pk)
    return HttpResponsePermanentRedirect(found.get_absolute_url())


def place_of(topic: Topic, number: int) -> str:
    page = (number - 1) // POSTS_PER_PAGE() + 1
    query = f"?page={page}" if page > 1 else ""
    return f"{topic.get_absolute_url()}{query}#p{number}"


def _to_date(request: Request, topic: Topic) -> HttpResponse:
    """The first post on that day or later; the last one where there is none."""
    form = DateForm(request.GET)
    if not form.is_valid():
        return redirect(topic)
    since = datetime.combine(form.cleaned_data["date"], time(), tzinfo=UTC)
    posts = Post.objects.visible_to(request.reader).filter(topic=topic)
    later = posts.filter(created_at__gte=since).in_order().values_list("number", flat=True).first()
    return redirect(place_of(topic, later or topic.highest_number))


def _composer(request: Request, topic: Topic, page: Page) -> str:
    """Only for who may write, under the last post: a page for everybody holds no form with a token."""
    if page.has_next or not can_reply(request.reader, topic):
        return ""
    action = reverse("discuss:reply", args=[topic.slug, topic.pk])
    return composer_under(topic, request.reader, request, action)


def _with_query(url: str, request: Request) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"{url}?{query}" if query else url
