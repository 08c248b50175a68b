"""What somebody did to a topic as a whole: written down for its pages and for the log."""

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.finding import lock_topic
from space.discuss.models import Audience, Deed, Did, Topic
from space.kit import clock
from space.moderation.actions import record

_LONGEST = 600


def lock_as_seen(seen: Topic) -> Topic:
    """The topic as it is now, for us alone. Refuses where it was deleted, or moved since it was looked at.

    Rules were asked about the category that it stood in then.
    """
    topic = lock_topic(seen.pk)
    if topic.audience == Audience.NOBODY:
        raise gone()
    if topic.category_id != seen.category_id:
        raise ValidationError(
            pgettext_lazy("topic", "Somebody has just moved this topic. Look at it again."), code="moved"
        )
    return topic


def gone() -> ValidationError:
    return ValidationError(pgettext_lazy("topic", "This topic is no longer here."), code="gone")


def note(
    topic: Topic,
    did: Did,
    *,
    by: User,
    before: str = "",
    after: str = "",
    reason: str = "",
    **codes: str | int,
) -> Deed:
    """Tell it after the post that is the last one now, and in the log. Expects the topic's row to be locked."""
    deed = tell_line(topic, did, topic.highest_number, by=by, before=before, after=after)
    record(by, f"topic-{did}", topic, reason, **codes)
    return deed


def tell_line(topic: Topic, did: Did, number: int, *, by: User, before: str = "", after: str = "") -> Deed:
    """Tell it on the topic's page after the post of this number, or where it stood. Expects the row to be locked."""
    deed = Deed.objects.create(
        topic=topic,
        number=max(number, 1),
        by=by,
        at=clock.now(),
        what=did,
        before=before[:_LONGEST],
        after=after[:_LONGEST],
    )
    Topic.objects.for_actions().filter(pk=topic.pk).update(deeds_count=F("deeds_count") + 1)
    return deed


def forget_title(topic: Topic, title: str) -> None:
    """A version that is hidden takes the title along that it had: no line tells it any more."""
    told = Deed.objects.filter(topic=topic, what=Did.RETITLED)
    if title and title != topic.title:
        told.filter(before=title).update(before="")
        told.filter(after=title).update(after="")
        touch(topic)
