"""A page of a topic on which no post stands any more: where they went, and the nearest that are still there."""

from typing import Any, NamedTuple

from django.db.models import Count, Max, Min, Q
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from space.accounts.readers import Reader
from space.discuss.addresses import place_of
from space.discuss.models import Post, Topic
from space.kit.paging import Page
from space.languages import mark

# So many topics are named; they went to more only where somebody sorted a page post by post.
_NAMED = 5


class Away(NamedTuple):
    """The HTML in place of posts. `tags` name other topics that it tells of, for who keeps the page."""

    html: SafeString = mark_safe("")
    tags: tuple[str, ...] = ()


def away_from(topic: Topic, page: Page, reader: Reader) -> Away:
    """Asked only of a page without posts: two questions."""
    there = _there(topic, page, reader)
    context = {"there": there, **_nearest(topic, page, reader)}
    html = render_to_string("discuss/_away.html", context)
    return Away(html, tuple(f"topic:{one['pk']}" for one in there))


def _there(topic: Topic, page: Page, reader: Reader) -> list[dict[str, Any]]:
    """The topics in which posts of this page stand now, as far as this reader sees them."""
    stood = {"stood__topic": topic, "stood__number__range": (page.first, page.last)}
    moved = Post.objects.visible_to(reader).filter(**stood).exclude(topic=topic)
    rows = (
        moved.values("topic")
        .annotate(n=Count("pk", distinct=True), first=Min("number"))
        .order_by("-n", "topic")
    )
    found = {row["topic"]: row for row in rows[:_NAMED]}
    topics = Topic.objects.visible_to(reader).in_bulk(found)
    return [
        {
            "pk": pk,
            "posts": row["n"],
            "title": topics[pk].title,
            "url": place_of(topics[pk], row["first"]),
            **mark(topics[pk].language)._asdict(),
        }
        for pk, row in found.items()
        if pk in topics
    ]


def _nearest(topic: Topic, page: Page, reader: Reader) -> dict[str, str]:
    """The last post before this page, and the first after it."""
    seen = Post.objects.visible_to(reader).filter(topic=topic)
    ends = seen.aggregate(
        before=Max("number", filter=Q(number__lt=page.first)),
        after=Min("number", filter=Q(number__gt=page.last)),
    )
    return {name: place_of(topic, number) if number else "" for name, number in ends.items()}
