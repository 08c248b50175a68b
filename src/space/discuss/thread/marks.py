"""What the query of a page brings of each post; the words come from kept pieces."""

import json
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from space.accounts import statements
from space.accounts.readers import Reader
from space.discuss.models import Bookmark, Post, Reaction, Topic
from space.kit.paging import Page


class Mark(NamedTuple):
    """What the query of a page brings of one post."""

    pk: int
    number: int
    version: int
    created_at: datetime
    author_id: int
    is_wiki: bool = False
    reactions: Mapping[str, int] = MappingProxyType({})
    # The numbers of the posts that answer it.
    answered: tuple[int, ...] = ()
    # What this reader left there.
    mine: tuple[str, ...] = ()
    bookmarked: bool = False


_COLUMNS = ["pk", "number", "version", "created_at", "author_id", "is_wiki", "reactions"]


def marks_on(topic: Topic, page: Page, reader: Reader) -> list[Mark]:
    """The posts of a page, by number, so that page 500 costs what page 1 costs."""

    def compose(reader: Reader, topic: int, first: int, last: int) -> QuerySet[Post, Any]:
        page = Post.objects.visible_to(reader).filter(topic=topic, number__range=(first, last))
        return page.in_order().values_list(*_COLUMNS, _answers(), *_own(reader))

    values = [topic.pk, page.first, page.last]
    return [_mark(row) for row in statements.rows("marks", reader, values, compose)]


def first_posts(topic: Topic, most: int, reader: Reader) -> list[Mark]:
    """The first posts that this reader may see, for pages on which a conversation begins."""

    def compose(reader: Reader, topic: int) -> QuerySet[Post, Any]:
        posts = Post.objects.visible_to(reader).filter(topic=topic)
        return posts.in_order().values_list(*_COLUMNS, _answers(), *_own(reader))[:most]

    return [_mark(row) for row in statements.rows(("first posts", most), reader, [topic.pk], compose)]


def _answers() -> ArraySubquery:
    """Which posts of the topic answer each of them; from an index, because most have none."""
    answers = Post.objects.filter(reply_to=OuterRef("pk"), topic=OuterRef("topic"), hidden_at=None)
    return ArraySubquery(answers.in_order().values("number"))


def _own(reader: Reader) -> list[Any]:
    """What this reader left at each post, by the same query."""
    if not reader.is_authenticated:
        return []
    reacted = Reaction.objects.filter(post=OuterRef("pk"), person=reader.pk).values("kind")
    kept = Bookmark.objects.standing().filter(post=OuterRef("pk"), person=reader.pk)
    return [ArraySubquery(reacted), Exists(kept)]


def _mark(row: tuple[Any, ...]) -> Mark:
    *plain, reactions = row[: len(_COLUMNS)]
    answered, *own = row[len(_COLUMNS) :]
    # The database hands JSON over as text; most posts have none.
    counted = {} if reactions == "{}" else json.loads(reactions)
    values: tuple[Any, ...] = (
        *plain,
        counted,
        tuple(answered),
        *((tuple(own[0]), own[1]) if own else ()),
    )
    return Mark(*values)
