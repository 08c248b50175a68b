"""What every reply asks first, by queries that are composed once a process."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from space.accounts import statements
from space.accounts.models import User
from space.accounts.readers import NOBODY, Reader
from space.discuss.models import Post, Topic

_COLUMNS = [field.attname for field in Topic._meta.concrete_fields]


def lock_topic(pk: int) -> Topic:
    """The topic as it is now, for us alone until the transaction ends."""

    def compose(_: Reader, pk: int) -> QuerySet[Topic, Any]:
        locked = Topic.objects.for_actions().select_for_update(no_key=True)
        return locked.filter(pk=pk).values_list(*_COLUMNS)

    found = statements.rows("topic to write in", NOBODY, [pk], compose)
    if not found:
        raise Topic.DoesNotExist
    return Topic.from_db("default", _COLUMNS, found[0])


def lock_post(post: Post) -> Post:
    """The post as it is now, after its topic, for us alone until the transaction ends."""
    topic = lock_topic(post.topic_id)
    fresh = Post.objects.for_actions().select_for_update(no_key=True).get(pk=post.pk)
    return in_its_topic(fresh, topic)


def in_its_topic(post: Post, topic: Topic) -> Post:
    """The post, with the topic that was locked. Refuses where somebody moved it to another one just now."""
    if post.topic_id != topic.pk:
        raise ValidationError(
            pgettext_lazy("post", "Somebody has just moved this post to another topic. Look at it again."),
            code="moved",
        )
    post.topic = topic
    return post


def made_before(by: User, key: UUID) -> int | None:
    """The id of the post that this person's form with this key has made already."""

    def compose(_: Reader, author: int, key: UUID) -> QuerySet[Post, Any]:
        return Post.objects.for_actions().filter(author=author, key=key).values_list("pk")

    found = statements.rows("post of a form", NOBODY, [by.pk, key], compose)
    return found[0][0] if found else None
