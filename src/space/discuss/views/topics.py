"""A topic's pages, its posts' permalinks, and the short ways there."""

from datetime import UTC, datetime, time
from typing import Any

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString

from space.accounts.requests import Request
from space.discuss.addresses import place_of
from space.discuss.closings import ending_of
from space.discuss.composer import composer_under
from space.discuss.embedding import with_cards
from space.discuss.finding import find_topic
from space.discuss.forms import CloseForm, DateForm
from space.discuss.mine import jump_to_new, timeline_of
from space.discuss.models import Post, Topic
from space.discuss.moved import leads_on
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.permissions import can_close, can_reply, takes_replies
from space.discuss.polls.filling import with_polls
from space.discuss.reading import remember_reading
from space.discuss.thread import Away, Mark, away_from, between_posts, marks_on, posts_html, told_of
from space.discuss.topic_menu import items_for
from space.discuss.topic_page import frame
from space.kit.htmx import answer
from space.kit.paging import Page
from space.web import panels
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import counts, shows


@page_for_everybody("rooms", parameters=("page", "part"))
@leads_on
def topic(request: Request, slug: str, pk: int) -> HttpResponse:
    """A page of a topic. `part=posts` is its posts with what stands after them, for who reads on from another page."""
    found, tags = find_topic(request.reader, pk)
    if found.slug != slug:
        return HttpResponsePermanentRedirect(_with_query(found.get_absolute_url(), request))
    if "date" in request.GET:
        return _to_date(request, found)
    page = Page.asked(request.GET.get("page"), size=POSTS_PER_PAGE(), total=found.highest_number)
    marks = marks_on(found, page, request.reader)
    around = frame(found, page, marks, tags, request.reader)
    is_part = request.GET.get("part") == "posts"
    if is_part:
        _read_so_far(request, found)
    told = _posts(request, found, page, marks, around)
    response = _part(request, told) if is_part else _whole(request, told, marks)
    if not is_part:
        remember_reading(response, request.reader, found, marks)
        counts(response, f"topic:{found.pk}")
    shows(response, f"topic:{found.pk}", *told["cards"])
    return response


def _whole(request: Request, told: dict[str, Any], marks: list[Mark]) -> HttpResponse:
    topic, page, frame = told["topic"], told["page"], told["frame"]
    token = get_token(request) if request.reader.is_authenticated else ""
    context = {
        **told,
        "noindex": topic.unlisted or bool(topic.category and topic.category.noindex),
        "menu": items_for(topic, request.reader),
        "timeline": timeline_of(frame["timeline"], topic, request.reader, token, request.get_full_path()),
        "jump": jump_to_new(topic, page, marks),
        "notices": panels.show("topic", topic, request.reader, request),
        "read": topic.my_number or 0,
        # One for all forms of the page: making one takes longer than most of its pieces.
        **({"csrf_token": token} if token else {}),
    }
    return render(request, "discuss/topic.html", context)


def _read_so_far(request: Request, topic: Topic) -> None:
    """What was read since the first page came is still new to who reads on: the page says where its line stood."""
    read = request.GET.get("read", "")
    topic.my_number = int(read) if read.isdecimal() and len(read) < 10 else None


def _part(request: Request, told: dict[str, Any]) -> HttpResponse:
    response = render(request, "discuss/_posts.html", told)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _posts(
    request: Request, topic: Topic, page: Page, marks: list[Mark], frame: dict[str, SafeString]
) -> dict[str, Any]:
    """The posts of a page and what stands after them."""
    reader = request.reader
    between = between_posts(topic, page, reader)
    html = posts_html(topic, marks, reader, between.pieces)
    away = Away() if marks else away_from(topic, page, reader)
    posts, cards = with_cards(html + away.html, reader, in_posts=True)
    ending = ending_of(topic, reader)
    return {
        "topic": topic,
        "page": page,
        "frame": frame,
        "posts": with_polls(posts, topic, request),
        # Tags of what cards show, for who keeps the page.
        "cards": [
            *cards,
            *between.tags,
            *away.tags,
            *([f"topic:{ending.goes_on.pk}"] if ending.goes_on else []),
        ],
        "ending": ending,
        "composer": _composer(request, topic, page),
        "can_reply": (can_reply if reader.is_authenticated else takes_replies)(reader, topic),
        "close_form": CloseForm() if can_close(reader, topic) else None,
    }


@leads_on
def post(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """The permalink of a post: leads to the page that it stands on today."""
    found = get_object_or_404(
        Post.objects.visible_to(request.reader).select_related("topic"), topic=pk, number=number
    )
    return redirect(place_of(found.topic, found.number))


@leads_on
def inside(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """A post as it unfolds inside one that answers it; who opens the address by itself is led to its place."""
    found, _ = find_topic(request.reader, pk)
    told = told_of(found, number, request.reader)
    if told is None:
        raise Http404
    return answer(request, "discuss/_inside.html", {"post": told}, back_to=place_of(found, number))


@leads_on
def short(request: Request, pk: int) -> HttpResponse:
    found, _ = find_topic(request.reader, pk)
    return HttpResponsePermanentRedirect(found.get_absolute_url())


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
