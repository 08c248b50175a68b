"""What is said here is found: categories, tags, topics and posts are handed over to search as they change.

Whoever changes what one of them says, or who may see it, calls one of these in the same transaction.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from space.accounts.readers import NOBODY
from space.discuss.circles import circle_found, circle_of
from space.discuss.models import Category, Closure, Kind, Option, Post, Tag, Topic
from space.discuss.openings import opening_of
from space.groups.circles import Circle
from space.markup.reading import text_of
from space.search.documents import Document, locked_batch
from space.search.indexing import forget, index, rehome, settle

# What topics are called where they are found.
_SPECIES = {Kind.ARCHIVED: "archive"}
# Categories and tags have no date.
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)

_AROUND = """
SELECT ARRAY(SELECT tag_id FROM discuss_topic_tags WHERE topic_id = %s ORDER BY 1),
  EXISTS (SELECT FROM discuss_closure WHERE topic_id = %s),
  coalesce((SELECT question FROM discuss_poll WHERE post_id = %s), ''),
  ARRAY(SELECT text FROM discuss_option JOIN discuss_poll AS poll ON poll.id = poll_id WHERE post_id = %s
    ORDER BY position)
"""


def index_post(post: Post, topic: Topic) -> None:
    """A post that is new, or says something else now."""
    if post.hidden_at is None:
        tags, closed, question, options = _around(topic, post.pk)
        index([_document(post, topic, tags, is_closed=closed, poll=[question, *options])])


def words_of(text: str, poll: Iterable[str]) -> str:
    """A post says what it asks in a poll, too."""
    return "\n".join(filter(None, (text, *poll)))


def index_posts(pks: Iterable[int]) -> None:
    """The same of many, as they stand in the database."""
    index(_documents_of(Post.objects.for_actions().filter(pk__in=list(pks))))


def forget_post(post: Post) -> None:
    forget("topic" if post.number == 1 else "post", [post.pk])


def settle_topic(topic: Topic) -> None:
    """A topic stands elsewhere, has other tags or other readers, or was closed: so do all its posts."""
    tags, closed, *_ = _around(topic)
    settle(
        topic.pk,
        circle=circle_found(topic),
        place=topic.category_id,
        tags=tags,
        species=_species(topic),
        lowered=_is_lowered(topic, closed),
    )


def index_moved(posts: Iterable[int], into: Topic, turned: Iterable[int]) -> None:
    """Posts are of another topic now. Those that `turned` open one now, or do so no more."""
    changed = list(turned)
    for kind in ("topic", "post"):
        forget(kind, changed)
    rehome("post", posts, into.pk)
    settle_topic(into)
    index_posts(changed)


def settle_topics(pks: Iterable[int]) -> None:
    for topic in Topic.objects.for_actions().filter(pk__in=list(pks)).order_by("pk"):
        settle_topic(topic)


def index_title(topic: Topic) -> None:
    """A topic has another title, or is found by other words."""
    index_posts(topic.posts.for_actions().filter(number=1, hidden_at=None).values_list("pk", flat=True))


def index_category(category: Category) -> None:
    index([_of_category(category)])


def index_tags(pks: Iterable[int]) -> None:
    """Tags that everybody may know of are found; others are not."""
    asked = set(pks)
    if asked:
        found = list(_tags().filter(pk__in=asked))
        index(map(_of_tag, found))
        forget("tag", asked - {tag.pk for tag in found})


def index_tags_of(topic: Topic) -> None:
    """Who may see a topic changes who may know of its tags."""
    index_tags(topic.tags.values_list("pk", flat=True))


def documents_of_topics(after: int, most: int) -> tuple[list[Document], int | None]:
    return _batch(Post.objects.for_actions().filter(number=1), after, most)


def documents_of_posts(after: int, most: int) -> tuple[list[Document], int | None]:
    return _batch(Post.objects.for_actions().filter(number__gt=1), after, most)


def documents_of_categories(after: int, most: int) -> tuple[list[Document], int | None]:
    return locked_batch(Category.objects.for_actions(), _of_category, after, most)


def documents_of_tags(after: int, most: int) -> tuple[list[Document], int | None]:
    return locked_batch(_tags(), _of_tag, after, most)


def _batch(posts: QuerySet[Post], after: int, most: int) -> tuple[list[Document], int | None]:
    """Hidden ones are passed over, but so that the next batch goes on behind them.

    Topics are locked first and in one order, as whoever changes something does it: nothing old is told as new.
    """
    found = dict(posts.filter(pk__gt=after).order_by("pk").values_list("pk", "topic_id")[:most])
    locked = Topic.objects.for_actions().select_for_update(no_key=True).filter(pk__in=set(found.values()))
    list(locked.order_by("pk").values_list("pk"))
    return _documents_of(posts.filter(pk__in=found)), max(found, default=None)


def _documents_of(posts: QuerySet[Post]) -> list[Document]:
    carried = Topic.tags.through.objects.filter(topic=OuterRef("topic")).order_by("tag").values("tag")
    closed = Exists(Closure.objects.filter(topic=OuterRef("topic")))
    seen = posts.filter(hidden_at=None).select_related("topic").defer("source").order_by("pk")
    options = Option.objects.filter(poll__post=OuterRef("pk")).order_by("position").values("text")
    rows: Any = seen.annotate(
        carries=ArraySubquery(carried),
        is_over=closed,
        asks=Coalesce("poll__question", Value("")),
        options=ArraySubquery(options),
    )
    return [
        _document(post, post.topic, post.carries, is_closed=post.is_over, poll=[post.asks, *post.options])
        for post in rows
    ]


def _document(
    post: Post, topic: Topic, tags: Iterable[int], *, is_closed: bool, poll: Iterable[str]
) -> Document:
    is_first = post.number == 1
    opening = opening_of(topic.kind) if is_first else None
    also = opening.found_by(topic) if opening else ()
    return Document(
        kind="topic" if is_first else "post",
        pk=post.pk,
        title=topic.title if is_first else "",
        text=words_of(text_of(post.html), [*poll, *also]),
        lang=post.language,
        circle=circle_found(topic),
        written_at=post.created_at,
        author=post.author_id,
        topic=topic.pk,
        place=topic.category_id,
        tags=tuple(tags),
        species=_species(topic),
        lowered=_is_lowered(topic, is_closed),
    )


def _around(topic: Topic, post: int = 0) -> tuple[list[int], bool, str, list[str]]:
    """Tags of the topic and whether it is closed; what a poll of the post asks, and its options."""
    with connection.cursor() as cursor:
        cursor.execute(_AROUND, [topic.pk, topic.pk, post, post])
        tags, closed, question, options = cursor.fetchone()
        return tags, closed, question, options


def _species(topic: Topic) -> str:
    return _SPECIES.get(Kind(topic.kind), topic.kind)


def _is_lowered(topic: Topic, is_closed: bool) -> bool:
    return is_closed or topic.kind == Kind.ARCHIVED


def _of_category(category: Category) -> Document:
    return Document(
        kind="category",
        pk=category.pk,
        title=category.name,
        text=category.description,
        lang=category.language,
        circle=circle_of(category),
        written_at=_ALWAYS,
        species="category",
        lowered=category.is_archive,
    )


def _tags() -> Any:
    also = Tag.objects.filter(stands_for=OuterRef("pk")).order_by("name").values("name")
    known = Tag.objects.visible_to(NOBODY).filter(stands_for=None)
    return known.annotate(also=ArraySubquery(also))


def _of_tag(tag: Any) -> Document:
    text = "\n".join([tag.description, *tag.also])
    return Document("tag", tag.pk, tag.name, text, "", Circle.PUBLIC, _ALWAYS, species="tag")
