"""How fast people write in a topic, and when it closes or opens by itself."""

from datetime import datetime, timedelta

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.closing import close_topic, reopen_topic
from space.discuss.actions.counting import touch
from space.discuss.actions.deeds import lock_as_seen, note
from space.discuss.models import Audience, Did, Topic
from space.kit import clock
from space.limits.actions import Limit, take

# So many topics at a time; the next minute brings the rest.
_AT_ONCE = 100


@transaction.atomic
def slow_down(topic: Topic, minutes: int, *, by: User) -> Topic:
    """So many minutes between two posts of one person; with none they write as they like again."""
    topic = lock_as_seen(topic)
    if topic.slow_minutes != minutes:
        topic.slow_minutes = minutes
        topic.save(update_fields=["slow_minutes"])
        if minutes:
            note(topic, Did.SLOWED, by=by, after=str(minutes), minutes=minutes)
        else:
            note(topic, Did.UNSLOWED, by=by)
        touch(topic)
    return topic


@transaction.atomic
def set_clock(topic: Topic, *, by: User, closes_at: datetime | None, reopens_at: datetime | None) -> Topic:
    """Close and open the topic at these moments; with neither it stays as it is."""
    topic = lock_as_seen(topic)
    if (topic.closes_at, topic.reopens_at) != (closes_at, reopens_at):
        topic.closes_at, topic.reopens_at = closes_at, reopens_at
        topic.save(update_fields=["closes_at", "reopens_at"])
        note(topic, Did.TIMED if closes_at or reopens_at else Did.UNTIMED, by=by)
        touch(topic)
    return topic


def wait_your_turn(topic: Topic, by: User) -> None:
    """Refuse who has written in this slow topic a moment ago, with the time at which they may go on.

    One statement, inside the transaction that writes. Expects the topic's row to be locked.
    """
    if topic.slow_minutes:
        between = timedelta(minutes=topic.slow_minutes)
        take(f"person:{by.pk}", Limit(f"slow-{topic.pk}", 1, between))


def follow_clocks() -> int:
    """Called every minute; may be called twice. Says how many topics closed or opened."""
    now = clock.now()
    alive = Topic.objects.for_actions().exclude(audience=Audience.NOBODY)
    closing = alive.filter(closes_at__lte=now).order_by("closes_at").values_list("pk", flat=True)
    opening = alive.filter(reopens_at__lte=now).order_by("reopens_at").values_list("pk", flat=True)
    done = sum(_turn(pk, "closes_at") for pk in list(closing[:_AT_ONCE]))
    return done + sum(_turn(pk, "reopens_at") for pk in list(opening[:_AT_ONCE]))


@transaction.atomic
def _turn(pk: int, moment: str) -> bool:
    topic = Topic.objects.for_actions().select_for_update(no_key=True).get(pk=pk)
    due = getattr(topic, moment)
    if due is None or due > clock.now() or topic.audience == Audience.NOBODY:
        return False
    setattr(topic, moment, None)
    topic.save(update_fields=[moment])
    turn = close_topic if moment == "closes_at" else reopen_topic
    turn(topic, by=User.objects.system())
    return True
