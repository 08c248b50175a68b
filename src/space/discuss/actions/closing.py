from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.models import Closure, Topic
from space.kit import clock
from space.moderation.actions import record


@transaction.atomic
def close_topic(topic: Topic, *, by: User, reason: str = "") -> Topic:
    """End a topic. Closing it again changes nothing, so a double click does no harm."""
    _, is_new = Closure.objects.get_or_create(
        topic=topic, defaults={"by": by, "reason": reason, "at": clock.now()}
    )
    if is_new:
        record(by, "topic-closed", topic, reason)
        touch(topic)
    return _fresh(topic)


@transaction.atomic
def reopen_topic(topic: Topic, *, by: User) -> Topic:
    deleted, _ = Closure.objects.filter(topic=topic).delete()
    if deleted:
        record(by, "topic-reopened", topic)
        touch(topic)
    return _fresh(topic)


def _fresh(topic: Topic) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure__by", "author").get(pk=topic.pk)
