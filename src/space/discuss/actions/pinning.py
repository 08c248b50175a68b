"""Where a topic stands in lists: on top of them, or in none."""

from datetime import datetime

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.deeds import lock_as_seen, note
from space.discuss.actions.finding import lock_topic
from space.discuss.actions.indexing import settle_topic
from space.discuss.actions.reading import set_unread_right
from space.discuss.models import Category, Did, Pin, Topic
from space.kit import clock
from space.web import versions

# Names all pins, for what is kept of them (lists/pins.py).
PINS = "pins"
# What an everywhere-pin says in its deed.
EVERYWHERE = "everywhere"


@transaction.atomic
def pin_topic(topic: Topic, *, by: User, everywhere: bool = False, until: datetime | None = None) -> Topic:
    """Keep a topic on top of its category's list, or of every list. Pinning it as it is pinned changes nothing."""
    topic = lock_as_seen(topic)
    before = Pin.objects.filter(topic=topic).first()
    if before is None or (before.everywhere, before.until) != (everywhere, until):
        chosen = {"by": by, "at": clock.now(), "everywhere": everywhere, "until": until}
        Pin.objects.update_or_create(topic=topic, defaults=chosen)
        note(topic, Did.PINNED, by=by, after=EVERYWHERE if everywhere else "", everywhere=int(everywhere))
        touch(topic, PINS)
    return _fresh(topic)


@transaction.atomic
def unpin_topic(topic: Topic, *, by: User) -> Topic:
    topic = lock_as_seen(topic)
    deleted, _ = Pin.objects.filter(topic=topic).delete()
    if deleted:
        note(topic, Did.UNPINNED, by=by)
        touch(topic, PINS)
    return _fresh(topic)


@transaction.atomic
def unlist_topic(topic: Topic, *, by: User) -> Topic:
    """Keep a topic out of every list. Who has its address reads it as before."""
    topic = lock_as_seen(topic)
    if not topic.unlisted:
        Topic.objects.for_actions().filter(pk=topic.pk).update(unlisted=True, listed=False)
        topic.unlisted = True
        settle_topic(topic)
        set_unread_right(topic)
        note(topic, Did.UNLISTED, by=by)
        touch(topic, PINS, versions.EVERYTHING)
    return _fresh(topic)


@transaction.atomic
def list_topic(topic: Topic, *, by: User) -> Topic:
    """Let a topic stand in lists again: in the common one as its category has it."""
    topic = lock_as_seen(topic)
    if topic.unlisted:
        # Locked, so that nobody takes it out of the common list in this moment.
        locked = Category.objects.for_actions().select_for_update(of=("self",), no_key=True)
        room = locked.filter(topics=topic).first()
        in_latest = room is not None and room.in_latest
        Topic.objects.for_actions().filter(pk=topic.pk).update(unlisted=False, listed=in_latest)
        topic.unlisted = False
        settle_topic(topic)
        set_unread_right(topic)
        note(topic, Did.LISTED, by=by)
        touch(topic, PINS, versions.EVERYTHING)
    return _fresh(topic)


def let_go_of_old_pins() -> int:
    """Topics whose time on top is over. Nobody does it, so nothing is told; says how many there were."""
    over = list(Pin.objects.filter(until__lte=clock.now()).values_list("topic", flat=True).order_by("topic"))
    for pk in over:
        _let_go(pk)
    return len(over)


@transaction.atomic
def _let_go(pk: int) -> None:
    topic = lock_topic(pk)
    Pin.objects.filter(topic=topic, until__lte=clock.now()).delete()
    touch(topic, PINS)


def _fresh(topic: Topic) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure", "pin").get(pk=topic.pk)
