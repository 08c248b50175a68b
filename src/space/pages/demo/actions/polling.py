"""Polls of the demo: what a file tells becomes a plan, and its votes come in between asking and closing."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from space.discuss.actions import vote
from space.discuss.models import Poll, Results, Topic, Way
from space.discuss.polls.plan import PollPlan
from space.pages.demo import texts
from space.pages.demo.actions.settling import People

_RESULTS = {
    "always": Results.ALWAYS,
    "after voting": Results.AFTER_VOTING,
    "after closing": Results.AFTER_CLOSING,
}
# The first votes come when the post has been read; the last ones a little before now, or before it closes.
_READ_AFTER, _LEFT = timedelta(hours=1), timedelta(minutes=2)


def plan_of(poll: texts.Poll | None, now: datetime) -> PollPlan | None:
    if poll is None:
        return None
    return PollPlan(
        question=poll.question,
        options=poll.options,
        way=Way(poll.way),
        secret=poll.is_secret,
        results=_RESULTS[poll.results],
        closes_at=now + poll.closes_in if poll.closes_in else None,
    )


def moments(poll: texts.Poll, asked: timedelta, now: datetime) -> Iterator[tuple[datetime, texts.Vote]]:
    """When each vote came, evenly from soon after the asking to the end."""
    first = now - asked + _READ_AFTER
    last = now + min(poll.closes_in or timedelta(), timedelta()) - _LEFT
    for n, one in enumerate(poll.votes):
        yield first + (last - first) * n / max(len(poll.votes), 1), one


def cast(topic: Topic, one: texts.Vote, people: People) -> None:
    poll = Poll.objects.for_actions().select_related("post").get(post__topic=topic, post__number=1)
    options = list(poll.options.values_list("pk", flat=True))
    vote(poll, by=people[one.by], options=[options[number - 1] for number in one.choices])
