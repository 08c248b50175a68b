"""What was deleted and can be brought back, for the moderators who look after it."""

from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.discuss.numbers import TOPICS_PER_PAGE
from space.discuss.permissions import can_moderate
from space.discuss.rooms import categories
from space.kit import clock
from space.kit.paging import Page
from space.languages import mark
from space.web.pager import pager
from space.web.times import day, iso

# Nobody looks further back, and each page reads all that is newer.
_AT_MOST = 3_000
_EXCERPT = 200


class Thing(NamedTuple):
    """A deleted topic or post, by when it was deleted."""

    at: datetime
    kind: str
    pk: int


def look_after(reader: Reader) -> list[int]:
    """The categories that this reader moderates, of those that they may see."""
    return [room.pk for room in categories(reader) if can_moderate(reader, room)]


def deleted_things(reader: Reader, wanted: str | None) -> dict[str, Any]:
    """One page of them, newest first, and the way to the others. Costs four queries, however many there are."""
    rooms = look_after(reader)
    topics, posts = Topic.objects.deleted_for(reader, rooms), Post.objects.deleted_for(reader, rooms)
    theirs = posts.filter(topic__category__in=rooms)
    found = [
        Thing(at, kind, pk)
        for kind, rows in (("topic", topics), ("post", theirs))
        for at, pk in _newest(rows)
    ]
    found.sort(reverse=True)
    page = Page.asked(wanted, size=TOPICS_PER_PAGE(), total=len(found))
    shown = found[page.first - 1 : page.last]
    rows = _topics(topics, shown) | _posts(theirs, shown)
    what = pgettext("pager", "%(first)d–%(last)d of %(total)d")
    return {
        "things": [rows[thing] for thing in shown if thing in rows],
        "pager": pager(reverse("discuss:deleted"), page, what),
    }


def _newest(rows: Any) -> Any:
    return rows.order_by("-deletion__at").values_list("deletion__at", "pk")[:_AT_MOST]


def _topics(topics: Any, shown: list[Thing]) -> dict[Thing, dict[str, Any]]:
    wanted = [thing.pk for thing in shown if thing.kind == "topic"]
    found = topics.filter(pk__in=wanted).select_related("category", "author", "deletion__by")
    return {
        Thing(one.deletion.at, "topic", one.pk): _row(
            one,
            one,
            excerpt=one.excerpt,
            restore_url=reverse("discuss:restore_topic", args=[one.pk]),
            posts=one.posts_count,
        )
        for one in (found if wanted else [])
    }


def _posts(posts: Any, shown: list[Thing]) -> dict[Thing, dict[str, Any]]:
    wanted = [thing.pk for thing in shown if thing.kind == "post"]
    found = posts.filter(pk__in=wanted).select_related("topic__category", "author", "deletion__by")
    return {
        Thing(one.deletion.at, "post", one.pk): _row(
            one.topic,
            one,
            excerpt=one.brief(_EXCERPT),
            restore_url=reverse("discuss:restore_post", args=[one.topic_id, one.number]),
            number=one.number,
            url=reverse("discuss:deleted_post", args=[one.topic.slug, one.topic_id, one.number]),
        )
        for one in (found if wanted else [])
    }


def _row(topic: Topic, thing: Any, **more: Any) -> dict[str, Any]:
    return {
        "title": topic.title,
        "category": topic.category,
        "lang": mark(getattr(thing, "brief_language", thing.language)).lang,
        "author": thing.author,
        "by": thing.deletion.by,
        "own": thing.deletion.by_id == thing.author_id,
        "reason": thing.deletion.reason,
        "day": day(thing.deletion.at, clock.now()),
        "iso": iso(thing.deletion.at),
        **more,
    }
