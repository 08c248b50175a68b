"""Posts that lead to a post say what is so of it today: what is told before it is read, and where it stands."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from space.discuss.actions.relating import find_links_anew
from space.discuss.actions.rendering import render_these, render_versions
from space.discuss.models import Link, Moved, Post
from space.discuss.quoted import TO_TOPIC, place_in_link
from space.web import versions

_BATCH = 50


def look_at_quotes(post: int) -> None:
    """Let the worker look at them, after this transaction."""
    from space.discuss import tasks

    tasks.look_at_quotes.defer(post=post)


def render_quotes(pk: int) -> int:
    """Render the posts anew that lead to this one, in batches that each stand for themselves. Says how many."""
    post = Post.objects.for_actions().filter(pk=pk).first()
    if post is None:
        return 0
    stood = Moved.objects.filter(post=pk).values_list("topic", "number")
    found = _leading_to({(post.topic_id, post.number), *stood})
    for begin in range(0, len(found), _BATCH):
        _render(found[begin : begin + _BATCH])
    return len(found)


@transaction.atomic
def _render(pks: list[int]) -> None:
    render_these(pks)
    render_versions(pks)
    find_links_anew(pks)
    # Pages on which such a post stands by itself are kept under other names.
    versions.bump(versions.EVERYTHING)


def _leading_to(places: Iterable[tuple[int, int]]) -> list[int]:
    """From their own topics, which keep no links within, and from others."""
    wanted, topics = Q(), {topic for topic, _ in places}
    for topic, number in places:
        wanted |= Q(pk__in=Link.objects.filter(topic=topic, number=number).values("post"))
    named = "|".join(place_in_link(str(topic), number) for topic, number in places)
    within = Q(topic__in=topics, html__regex=rf'href="{TO_TOPIC}(?:{named})"')
    posts = Post.objects.for_actions().filter(wanted | within)
    return list(posts.order_by("pk").values_list("pk", flat=True))
