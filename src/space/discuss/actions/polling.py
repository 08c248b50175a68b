"""Polls come to be, change while nobody has voted, end, and are opened again."""

from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import tell
from space.discuss.actions.finding import in_its_topic, lock_topic
from space.discuss.actions.gating import ask_about_poll, passed_poll
from space.discuss.actions.indexing import index_posts
from space.discuss.models import Option, Poll, Post, Topic
from space.discuss.permissions import POLL_BEGUN, POLL_CLOSED
from space.discuss.polls.plan import PollPlan
from space.kit import clock
from space.kit.rules import Refusal
from space.moderation.actions import record

# Everything that changes a poll holds its topic's row: votes, closing and replies wait for each other.
Locked: TypeAlias = tuple[Topic, Poll]


def make_poll(post: Post, plan: PollPlan) -> Poll:
    """Let a new post ask something. Expects to be called by the action that writes the post."""
    poll = Poll.objects.create(post=post, made_at=clock.now(), **plan.stored())
    _set_options(poll, plan)
    index_posts([post.pk])
    _close_on_time(poll)
    return poll


@transaction.atomic
def change_poll(poll: Poll, plan: PollPlan, *, by: User) -> Poll:
    """Another question, other options or rules. Refused as soon as somebody has voted."""
    topic, poll = lock_poll(poll)
    refuse_if_closed(poll)
    if poll.voters:
        raise refused(POLL_BEGUN, "begun")
    passed = ask_about_poll(poll.post, plan, by=by)
    plan = passed_poll(plan, passed)
    for name, value in plan.stored().items():
        setattr(poll, name, value)
    poll.version += 1
    poll.save()
    # All anew: a vote for an option as it was, from a page that was opened before, finds none.
    poll.options.all().delete()
    _set_options(poll, plan)
    index_posts([poll.post_id])
    _close_on_time(poll)
    record(by, "poll-changed", poll, post=poll.post_id)
    tell(topic)
    if passed.thens:
        passed.stands(poll.post)
        poll.post.refresh_from_db(fields=["hidden_at", "version"])
    return poll


@transaction.atomic
def close_poll(poll: Poll, *, by: User) -> Poll:
    """End a poll before its time. Closing it again changes nothing."""
    topic, poll = lock_poll(poll)
    if not poll.has_ended:
        _end(poll, topic)
        record(by, "poll-closed", poll, post=poll.post_id)
    return poll


@transaction.atomic
def reopen_poll(poll: Poll, *, by: User) -> Poll:
    """Let people vote again. A time to close that is over no longer holds."""
    topic, poll = lock_poll(poll)
    if poll.has_ended:
        poll.closed_at = None
        if poll.closes_at and poll.closes_at <= clock.now():
            poll.closes_at = None
        poll.version += 1
        poll.save(update_fields=["closed_at", "closes_at", "version"])
        record(by, "poll-reopened", poll, post=poll.post_id)
        tell(topic)
    return poll


@transaction.atomic
def close_if_due(pk: int) -> None:
    """By the clock, which nobody has to log. Pages said so already; kept ones are thrown away now."""
    poll = Poll.objects.for_actions().filter(pk=pk).select_related("post").first()
    if poll is None:
        return
    topic, poll = lock_poll(poll)
    if poll.has_ended and poll.closed_at is None:
        _end(poll, topic)


def lock_poll(poll: Poll) -> Locked:
    """Topic and poll as they are now, for us alone until the transaction ends."""
    topic = lock_topic(poll.post.topic_id)
    poll = Poll.objects.for_actions().select_related("post").get(pk=poll.pk)
    in_its_topic(poll.post, topic)
    return topic, poll


def refuse_if_closed(poll: Poll) -> None:
    if poll.is_closed:
        raise refused(POLL_CLOSED, "closed")


def refused(why: Refusal, code: str) -> ValidationError:
    return ValidationError(str(why.reason), code=code)


def _set_options(poll: Poll, plan: PollPlan) -> None:
    Option.objects.bulk_create(
        Option(poll=poll, position=position, text=text) for position, text in enumerate(plan.options, start=1)
    )


def _close_on_time(poll: Poll) -> None:
    from space.discuss import tasks

    if poll.closes_at:
        tasks.close_poll.configure(schedule_at=poll.closes_at).defer(poll=poll.pk)


def _end(poll: Poll, topic: Topic) -> None:
    poll.closed_at = min(clock.now(), poll.closes_at or clock.now())
    poll.version += 1
    poll.save(update_fields=["closed_at", "version"])
    tell(topic)
