"""A feed for every list. It starts from what its reader may see, as a page does."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import pgettext

from space.accounts import names
from space.accounts.former import old_names_lead_on
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.lists.lines import Line, lines_of
from space.discuss.lists.places import (
    Place,
    as_called_today,
    by_person,
    everything,
    in_category,
    periods_of,
    under_tag,
)
from space.discuss.lists.wanted import PARAMETERS, PERSONAL, Filters, Order
from space.discuss.lists.written import understood
from space.discuss.models import Period, Post, Topic
from space.discuss.moved import leads_on
from space.discuss.polls.feeds import polls_told
from space.languages import ALL, bcp47
from space.markup import veiled
from space.web.feeds import ENTRIES, feed
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows

# As the pages of lists, which show the same.
_TAGS = ("rooms", "scores")


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def latest(request: Request, shape: str, order: str = Order.LATEST) -> HttpResponse:
    return _of_list(request, shape, everything(), order, pgettext("feed", "Latest conversations"))


@page_for_everybody(*_TAGS, parameters=PARAMETERS)
def category(request: Request, shape: str, slug: str, order: str = "") -> HttpResponse:
    place = in_category(slug, request.reader)
    found = place.rooms[0]
    response = _of_list(request, shape, place, order, found.name, found.language)
    shows(response, *(f"category:{one.pk}" for one in place.rooms))
    return response


@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def tag(request: Request, shape: str, name: str, order: str = "") -> HttpResponse:
    place = under_tag(name, request.reader)
    return _of_list(request, shape, place, order, f"#{place.tag}")


@old_names_lead_on
@page_for_everybody("lists", *_TAGS, parameters=PARAMETERS)
def by(request: Request, shape: str, name: str, order: str = "") -> HttpResponse:
    place = by_person(name)
    title = pgettext("feed", "Topics by %(name)s") % {"name": place.author}
    return _of_list(request, shape, place, order, title)


@page_for_everybody("rooms")
@leads_on
def topic(request: Request, shape: str, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(Topic.objects.visible_to(request.reader), pk=pk)
    posts = (
        Post.objects.visible_to(request.reader)
        .filter(topic=found)
        .order_by("-number")
        .select_related("author")
    )
    newest = list(posts[:ENTRIES])
    polls = polls_told(newest)
    entries = (_entry(post, found, poll=polls.get(post.pk, "")) for post in newest)
    response = feed(
        shape,
        title=found.title,
        page=found.get_absolute_url(),
        own=request.path,
        entries=entries,
        language=bcp47(found.language) if found.language else "",
    )
    shows(response, f"topic:{found.pk}")
    return response


def _of_list(
    request: Request, shape: str, place: Place, order: str, title: str, language: str = ""
) -> HttpResponse:
    """The first page of a list, without what is pinned. Lists of somebody have none: it would need their session."""
    filters = as_called_today(Filters.asked(request.GET))
    asked = understood(place, order or place.first, filters, request.reader)
    order, filters, place = asked.order, asked.filters, asked.place
    if order in PERSONAL:
        raise Http404
    # What was switched to on the page is nothing to a feed: its address says all.
    wanted = asked.but(filters if filters.speaks else filters.speaking(ALL)).wanted(request.reader)
    period = periods_of(order, request.GET.get("period", "")) or Period.WEEK
    lines = lines_of(replace(wanted, period=period), request.reader, ENTRIES)
    if order != place.first:
        title = pgettext("feed", "%(list)s · %(place)s") % {"list": Order(order).label, "place": title}
    return feed(
        shape,
        title=title,
        page=place.of(order, filters),
        own=request.get_full_path(),
        entries=_entries(lines, request.reader),
        language=bcp47(language) if language else "",
    )


def _entries(lines: list[Line], reader: Reader) -> list[dict[str, Any]]:
    topics = Topic.objects.visible_to(reader).in_bulk([line.pk for line in lines])
    firsts = Post.objects.visible_to(reader).filter(topic__in=topics, number=1).select_related("author")
    first = {post.topic_id: post for post in firsts}
    polls = polls_told(firsts)
    shown = ((topics[line.pk], first[line.pk]) for line in lines if line.pk in first and line.pk in topics)
    return [_entry(post, topic, title=topic.title, poll=polls.get(post.pk, "")) for topic, post in shown]


def _described(post: Post, poll: str) -> str:
    """The words of a post, or its content note in their place; so with what it quotes. Many readers cannot fold."""
    return format_html("<p>{}</p>", post.brief(0)) if post.content_note else veiled(post.html) + poll


def _entry(post: Post, topic: Topic, title: str = "", poll: str = "") -> dict[str, Any]:
    address = reverse("discuss:post", args=[topic.slug, topic.pk, post.number])
    return {
        "title": title
        or pgettext("feed", "%(title)s, post %(number)d") % {"title": topic.title, "number": post.number},
        "link": settings.ORIGIN + (topic.get_absolute_url() if title else address),
        "description": _described(post, poll),
        "author_name": post.author.name,
        "author_link": settings.ORIGIN
        + reverse("accounts:person", args=[names.in_address(post.author.name)]),
        "unique_id": f"{settings.ORIGIN}/t/{topic.pk}" + ("" if title else f"/{post.number}"),
        "pubdate": post.created_at,
        "updateddate": topic.last_posted_at if title else post.edited_at or post.created_at,
        "language": bcp47(post.brief_language) if post.brief_language else None,
    }
