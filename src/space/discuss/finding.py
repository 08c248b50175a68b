"""One topic with all that its pages say of it, in one query that is composed once a process."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.http import Http404

from space.accounts import statements
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.models import Closure, Tag, Topic
from space.discuss.rooms import categories

_OWN = [field.attname for field in Topic._meta.concrete_fields]
_CLOSING = ["closure__pk", "closure__by_id", "closure__by__name", "closure__reason", "closure__at"]


def find_topic(reader: Reader, pk: int) -> tuple[Topic, list[Tag]]:
    """The topic and its tags, or 404. Its category, group and closing are there without another query."""
    found = statements.rows("topic", reader, [pk], _compose)
    if not found:
        raise Http404
    row = found[0]
    topic = Topic.from_db("default", _OWN, row[: len(_OWN)])
    _close(topic, *row[len(_OWN) : -1])
    category = next((one for one in categories(reader) if one.pk == topic.category_id), None)
    if category:
        topic.category = category
        if topic.group_id == category.group_id:
            topic.group = category.group
    return topic, [Tag(name=name) for name in row[-1]]


def _compose(reader: Reader, pk: int) -> QuerySet[Topic, Any]:
    tags = Tag.objects.filter(topics=OuterRef("pk")).order_by("name").values("name")
    topics = Topic.objects.visible_to(reader).filter(pk=pk)
    return topics.values_list(*_OWN, *_CLOSING, ArraySubquery(tags))


def _close(topic: Topic, pk: int | None, by: int | None, name: str, reason: str, at: Any) -> None:
    """Give the topic its closure, or the knowledge that there is none."""
    closure = Closure(pk=pk, topic=topic, by=User(pk=by, name=name), reason=reason, at=at) if pk else None
    Topic._meta.get_field("closure").set_cached_value(topic, closure)
