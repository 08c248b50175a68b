"""Polls that tests ask, and votes by the words of their options."""

from typing import Any

from space.accounts.models import User
from space.discuss.actions import vote
from space.discuss.actions.polling import make_poll
from space.discuss.models import Poll, Post, Topic
from space.discuss.polls.plan import PollPlan

OPTIONS = ("Bread", "Salt", "Tea")


def ask(thing: Topic | Post, question: str = "What shall we bring?", **decided: Any) -> Poll:
    """A poll in this post, or in the first one of this topic."""
    post = thing if isinstance(thing, Post) else Post.objects.for_actions().get(topic=thing, number=1)
    return make_poll(post, PollPlan(question, **{"options": OPTIONS, **decided}))


def option(poll: Poll, text: str) -> int:
    return poll.options.get(text=text).pk


def votes(poll: Poll, *ballots: tuple[User, str]) -> Poll:
    """Each says who, and what: `(kofi, "Salt, Bread")`."""
    for person, said in ballots:
        poll = vote(poll, by=person, options=[option(poll, text) for text in said.split(", ")])
    return poll


def standing(poll: Poll) -> tuple[int, dict[str, int]]:
    """How many voted, and how many chose each option."""
    fresh = Poll.objects.for_actions().get(pk=poll.pk)
    return fresh.voters, dict(fresh.options.values_list("text", "votes"))
