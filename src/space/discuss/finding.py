"""One topic with all that its pages say of it, in one query that is composed once a process."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, QuerySet, Subquery, Value, When
from django.http import Http404
from django.shortcuts import get_object_or_404

from space.accounts import statements
from space.accounts.models import Nature, User
from space.accounts.readers import NOBODY, Reader
from space.discuss.drafts.filling import of_topic, read
from space.discuss.models import Answer, Closure, Pin, Post, Poster, Tag, Topic
from space.discuss.rooms import categories

# So many of the last posts say whose they are.
LAST_WRITERS = 20
_OWN = [field.attname for field in Topic._meta.concrete_fields]
_CLOSING = [
    "closure__pk",
    "closure__by_id",
    "closure__by__name",
    "closure__reason",
    "closure__at",
    "closure__goes_on",
]
_PIN = ["pin__pk", "pin__everywhere", "pin__until"]
_ANSWER = ["answer__pk", "answer__post_id", "answer__post__number", "answer__by_id"]
_MARK = ["mine__number", "mine__level", "mine__hint_read"]


def find_topic(reader: Reader, pk: int) -> tuple[Topic, list[Tag]]:
    """The topic and its tags, or 404. Its category, group and closing are there without another query."""
    found = statements.rows("topic", reader, [pk], _compose)
    if not found:
        raise Http404
    row = list(found[0])

    def take(names: list[str]) -> list[Any]:
        taken, row[:] = row[: len(names)], row[len(names) :]
        return taken

    topic = Topic.from_db("default", _OWN, take(_OWN))
    _decide(topic, take(_CLOSING), take(_PIN), take(_ANSWER))
    tags = [Tag(name=name) for name in row.pop(0)]
    if reader.is_authenticated:
        topic.my_number, topic.my_level, hint_read, written, draft, writers = row
        topic.my_posts, topic.my_hint_read, topic.my_draft = written or 0, bool(hint_read), read(draft)
        topic.last_writers = tuple(writers)
    category = next((one for one in categories(reader) if one.pk == topic.category_id), None)
    if category:
        topic.category = category
        if topic.group_id == category.group_id:
            topic.group = category.group
    return topic, tags


def find_post(reader: Reader, topic: int, number: int) -> Post:
    """A post by its place in a topic, with all that rules ask of it, or 404."""
    beside = ("author", "topic__category", "topic__closure", "topic__group", "topic__answer")
    posts = Post.objects.visible_to(reader).select_related(*beside)
    return get_object_or_404(posts, topic=topic, number=number)


def _compose(reader: Reader, pk: int) -> QuerySet[Topic, Any]:
    tags = Tag.objects.filter(topics=OuterRef("pk")).order_by("name").values("name")
    topics = Topic.objects.visible_to(reader).filter(pk=pk)
    columns: list[Any] = [*_OWN, *_CLOSING, *_PIN, *_ANSWER, ArraySubquery(tags)]
    if not reader.is_authenticated:
        return topics.values_list(*columns)
    mine = [*map(F, _MARK), _written(reader), of_topic(reader), _last_writers()]
    return topics.with_mine(reader).values_list(*columns, *mine)


def _last_writers() -> ArraySubquery:
    there = When(author__is_active=True, author__nature=Nature.PERSON, then=F("author__name"))
    public = Post.objects.visible_to(NOBODY).filter(topic=OuterRef("pk"))
    return ArraySubquery(
        public.order_by("-number").values(said=Case(there, default=Value("")))[:LAST_WRITERS]
    )


def _written(reader: Reader) -> Subquery:
    """How many of its posts this reader wrote."""
    return Subquery(Poster.objects.filter(topic=OuterRef("pk"), person=reader.pk).values("posts")[:1])


def _decide(topic: Topic, closing: list[Any], pin: list[Any], answer: list[Any]) -> None:
    """Give the topic what was decided about it, or the knowledge that nothing was."""
    pk, by, name, reason, at, goes_on = closing
    told: dict[str, Any] = {"by": User(pk=by, name=name), "reason": reason, "at": at, "goes_on_id": goes_on}
    closure = Closure(pk=pk, topic=topic, **told) if pk else None
    pk, everywhere, until = pin
    pinned = Pin(pk=pk, topic=topic, everywhere=everywhere, until=until) if pk else None
    pk, post, number, by = answer
    solved = (
        Answer(pk=pk, topic=topic, post=Post(pk=post, topic=topic, number=number), by_id=by) if pk else None
    )
    for name, decision in (("closure", closure), ("pin", pinned), ("answer", solved)):
        relation: Any = Topic._meta.get_field(name)
        relation.set_cached_value(topic, decision)
