from datetime import datetime

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.deeds import lock_as_seen, note, tell_line
from space.discuss.actions.gating import passed_at_once
from space.discuss.actions.indexing import settle_topic
from space.discuss.actions.moving_choice import lock_both
from space.discuss.models import Closure, Did, Topic
from space.discuss.topic_rules import opens_wider
from space.kit import clock


@transaction.atomic
def close_topic(
    topic: Topic,
    *,
    by: User,
    reason: str = "",
    goes_on: Topic | None = None,
    reopens_at: datetime | None = None,
) -> Topic:
    """End a topic, or until a moment. Closing it again changes nothing, so a double click does no harm."""
    there = lock_both(topic, goes_on)[1] if goes_on else None
    topic = lock_as_seen(topic)
    if Closure.objects.filter(topic=topic).exists():
        return _fresh(topic)
    reason = passed_at_once(topic, by=by, reason=reason)["reason"]
    Closure.objects.create(topic=topic, by=by, reason=reason, at=clock.now(), goes_on=goes_on)
    if reopens_at:
        topic.reopens_at = reopens_at
        topic.save(update_fields=["reopens_at"])
    settle_topic(topic)
    note(topic, Did.CLOSED, by=by, reason=reason)
    touch(topic)
    _tell_there(topic, there, by=by)
    return _fresh(topic)


def _tell_there(topic: Topic, there: Topic | None, *, by: User) -> None:
    """A quiet line where it goes on, if all who read that may know of this one."""
    if there and not opens_wider(topic, there):
        tell_line(there, Did.CONTINUED, there.highest_number, by=by, before=str(topic.pk))
        touch(there)


@transaction.atomic
def reopen_topic(topic: Topic, *, by: User) -> Topic:
    """Before its time as well: what the clock was to open is not opened once more."""
    topic = lock_as_seen(topic)
    deleted, _ = Closure.objects.filter(topic=topic).delete()
    if deleted:
        if topic.reopens_at and not topic.closes_at:
            topic.reopens_at = None
            topic.save(update_fields=["reopens_at"])
        settle_topic(topic)
        note(topic, Did.REOPENED, by=by)
        touch(topic)
    return _fresh(topic)


def _fresh(topic: Topic) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure__by", "author").get(pk=topic.pk)
