"""Staff open a private conversation for a while."""

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.finding import lock_topic
from space.discuss.models import Audience, Topic
from space.membership.actions.visiting import enter
from space.messages.models import MessageVisit
from space.moderation.actions import record
from space.notifications.actions import tell


def private(pk: int) -> Topic | None:
    """The conversation of this number, for staff who are about to give a reason: nothing of it may be shown to them."""
    return Topic.objects.for_actions().filter(pk=pk, audience=Audience.PEOPLE).first()


@transaction.atomic
def open_message(topic: Topic, *, by: User, reason: str) -> MessageVisit:
    """Read it from the next request on, until the time is over. Everybody in it is told who did, when and why.

    While a visit lasts a second one changes nothing.
    """
    topic = lock_topic(topic.pk)
    made, is_new = enter(MessageVisit.objects.filter(topic=topic), by, reason, topic=topic)
    if is_new:
        record(by, "message-opened", topic, reason)
        tell(f"message-opened {made.pk}")
    return made
