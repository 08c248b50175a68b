"""Polls with their options, as one reader finds them: with the reader's own vote, and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from space.accounts import statements
from space.accounts.readers import Reader
from space.discuss.models import Choice, Option, Poll, Post, Topic

_POLL = [column.attname for column in Poll._meta.concrete_fields]
_POST = ["number", "author_id", "language", "content_note", "note_language"]
_OPTION = ["pk", "text", "votes"]


@dataclass
class Asked:
    """A poll and its options in order. `mine`: the options this reader chose, with their ranks."""

    poll: Poll
    options: list[Option] = field(default_factory=list)
    mine: dict[int, int] = field(default_factory=dict)


def polls_in(topic: Topic, posts: Iterable[int], reader: Reader) -> dict[int, Asked]:
    """The polls of these posts of the topic, which the reader's own query has found, by post; from one query."""
    wanted = list(posts)
    found: dict[int, Asked] = {}

    def compose(reader: Reader, *posts: int) -> QuerySet[Option, Any]:
        options = Option.objects.filter(poll__post__in=posts).order_by("poll", "position")
        columns = [*(f"poll__{name}" for name in _POLL), *(f"poll__post__{name}" for name in _POST), *_OPTION]
        return options.values_list(*columns, *_own(reader))

    for row in statements.rows(("polls", len(wanted)), reader, wanted, compose):
        poll, post = row[: len(_POLL)], row[len(_POLL) : len(_POLL) + len(_POST)]
        _take(found, topic, poll, post, row[len(_POLL) + len(_POST) :])
    return found


def find_poll(reader: Reader, pk: int) -> Asked:
    """One poll that this reader may see, with its topic, category and closing, or 404."""
    polls = Poll.objects.visible_to(reader).filter(pk=pk)
    post = polls.values_list("post", "post__topic").first()
    if post is None:
        raise Http404
    topic = Topic.objects.visible_to(reader).select_related("category", "closure").get(pk=post[1])
    return polls_in(topic, [post[0]], reader)[post[0]]


def _own(reader: Reader) -> list[Any]:
    if not reader.is_authenticated:
        return []
    mine = Choice.objects.filter(
        ballot__poll=OuterRef("poll"), ballot__person=reader.pk, option=OuterRef("pk")
    )
    return [Subquery(mine.order_by().values("rank")[:1])]


def _take(found: dict[int, Asked], topic: Topic, poll: Any, post: Any, option: Any) -> None:
    one = Poll.from_db("default", _POLL, poll)
    if one.post_id not in found:
        one.post = Post(pk=one.post_id, topic=topic, **dict(zip(_POST, post, strict=True)))
        found[one.post_id] = Asked(one)
    asked = found[one.post_id]
    pk, text, votes, *rank = option
    asked.options.append(Option(pk=pk, poll=asked.poll, text=text, votes=votes))
    if rank and rank[0]:
        asked.mine[pk] = rank[0]
