"""Atom for every list. A feed starts from what its reader may see, as a page does."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import pgettext

from space.accounts import names
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.community.look import NAME
from space.discuss.models import Post, Topic
from space.discuss.models.topic_queries import TopicQuerySet
from space.discuss.rooms import room
from space.languages import bcp47
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows

ENTRIES = 30


@page_for_everybody("lists", "rooms")
def latest(request: Request) -> HttpResponse:
    topics = Topic.objects.visible_to(request.reader).in_latest()
    title = pgettext("feed", "Latest conversations")
    return _feed(title, reverse("discuss:latest"), request.path, _entries_of_topics(topics, request.reader))


@page_for_everybody("rooms")
def category(request: Request, slug: str) -> HttpResponse:
    found = room(request.reader, slug)
    if found is None:
        raise Http404
    topics = Topic.objects.visible_to(request.reader).filter(category=found)
    response = _feed(
        found.name,
        found.get_absolute_url(),
        request.path,
        _entries_of_topics(topics, request.reader),
        found.language,
    )
    shows(response, f"category:{found.pk}")
    return response


@page_for_everybody("rooms")
def topic(request: Request, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(Topic.objects.visible_to(request.reader), pk=pk)
    posts = (
        Post.objects.visible_to(request.reader)
        .filter(topic=found)
        .order_by("-number")
        .select_related("author")
    )
    entries = (_entry(post, found) for post in posts[:ENTRIES])
    response = _feed(found.title, found.get_absolute_url(), request.path, entries, found.language)
    shows(response, f"topic:{found.pk}")
    return response


def _entries_of_topics(topics: TopicQuerySet, reader: Reader) -> list[dict[str, Any]]:
    newest = list(topics.latest_first()[:ENTRIES])
    firsts = Post.objects.visible_to(reader).filter(topic__in=newest, number=1).select_related("author")
    first = {post.topic_id: post for post in firsts}
    return [_entry(first[topic.pk], topic, title=topic.title) for topic in newest if topic.pk in first]


def _entry(post: Post, topic: Topic, title: str = "") -> dict[str, Any]:
    address = reverse("discuss:post", args=[topic.slug, topic.pk, post.number])
    return {
        "title": title
        or pgettext("feed", "%(title)s, post %(number)d") % {"title": topic.title, "number": post.number},
        "link": settings.ORIGIN + (topic.get_absolute_url() if title else address),
        "description": post.html,
        "author_name": post.author.name,
        "author_link": settings.ORIGIN
        + reverse("accounts:person", args=[names.in_address(post.author.name)]),
        "unique_id": f"{settings.ORIGIN}/t/{topic.pk}" + ("" if title else f"/{post.number}"),
        "pubdate": post.created_at,
        "updateddate": topic.last_posted_at if title else post.edited_at or post.created_at,
    }


def _feed(
    title: str, link: str, own: str, entries: Iterable[dict[str, Any]], language: str = ""
) -> HttpResponse:
    feed = Atom1Feed(
        title=f"{title} · {NAME()}",
        link=settings.ORIGIN + link,
        description="",
        language=bcp47(language) if language else None,
        feed_url=settings.ORIGIN + own,
        feed_guid=settings.ORIGIN + link,
    )
    for entry in entries:
        feed.add_item(**entry)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response
