"""Where a topic or post is that stood elsewhere: old addresses lead there, for who sees it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.addresses import place_of
from space.discuss.models import Merger, Moved, Post, Topic

View = TypeVar("View", bound=Callable[..., HttpResponse])


def topic_now(reader: Reader, pk: int) -> Topic | None:
    """The topic into which this one went."""
    into = Merger.objects.filter(topic=pk).values("into")
    return Topic.objects.visible_to(reader).filter(pk__in=into).first()


def post_now(reader: Reader, topic: int, number: int) -> Post | None:
    """The post that stood there, wherever it stands now."""
    stood = Moved.objects.filter(topic=topic, number=number).values("post")
    posts = Post.objects.visible_to(reader).select_related("topic__category", "author")
    return posts.filter(pk__in=stood).first()


def place_of_moved(source: Topic, into: Topic) -> int:
    """The number of the first post in this topic that stood in that one."""
    found = Moved.objects.filter(topic=source, post__topic=into).order_by("-deed", "post__number")
    return found.values_list("post__number", flat=True).first() or 1


def same_readers(merged: int, into: Topic) -> bool:
    """Whether the topic that went into this one was read by the same people."""
    before = Merger.objects.filter(topic=merged).values_list("audience", "topic__group").first()
    return before == (into.audience, into.group_id)


def _place_now(reader: Reader, topic: int, number: int) -> str:
    post = post_now(reader, topic, number) if number else None
    return place_of(post.topic, post.number) if post else topic_place_now(reader, topic)


def topic_place_now(reader: Reader, pk: int) -> str:
    """Where the first post of a topic stands that went into another one; empty where it did not."""
    into = topic_now(reader, pk)
    if into is None:
        return ""
    post = post_now(reader, pk, 1)
    return place_of(post.topic, post.number) if post else into.get_absolute_url()


def leads_on(view: View) -> View:
    """A view of a topic or post that leads to where it is now, when nothing stands at its address any more."""

    @wraps(view)
    def found(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            there = _place_now(request.reader, kwargs["pk"], kwargs.get("number", 0))
            if request.method not in ("GET", "HEAD") or not there:
                raise
            return redirect(there)

    return cast(View, found)
