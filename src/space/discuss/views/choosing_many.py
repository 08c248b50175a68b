"""What moderators do with the topics that they chose in a list: tag, move, close."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.accounts.sayings import REFUSED
from space.discuss.actions import add_tags, close_topic, move_topic
from space.discuss.models import Topic
from space.discuss.permissions import (
    can_close,
    can_moderate,
)
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.discuss.topic_forms import ManyForm
from space.discuss.topic_rules import (
    can_change,
    can_move,
    opens_wider,
)
from space.kit.rules import Refusal, Verdict, first_refusal, require

ACTS = ("tag", "move", "close")


def act_on_many(request: Request, do: str, topics: Sequence[Topic]) -> ManyForm | None:
    """Do it with those topics where this person may, and say how many were done. What was asked wrongly comes back."""
    form = ManyForm(request.POST, reader=request.reader, do=do)
    if not form.is_valid():
        return form
    rule, act = _RULES[do], _DOES[do]
    may = [topic for topic in topics if rule(request.reader, topic, form.cleaned_data)]
    if not may:
        require(rule(request.reader, topics[0], form.cleaned_data))
    try:
        done = sum(_does(act, topic, request, form.cleaned_data) for topic in may)
    except ValidationError as error:
        form.add_error(_WORDS.get(do), error)
        return form
    if done:
        messages.success(request, _told(do, done))
    if left := len(topics) - done:
        messages.warning(request, _left(left))
    return None


def _may_tag(reader: Reader, topic: Topic, _: dict[str, Any]) -> Verdict:
    return first_refusal(can_change(reader, topic), can_moderate(reader, topic.category))


def _may_move(reader: Reader, topic: Topic, data: dict[str, Any]) -> Verdict:
    """Not where more people could read it: that one says expressly, on the topic's own page."""
    room = data["category"]
    expressly = Refusal(
        pgettext(
            "refusal",
            "More people could read it there. Move it on its own page, where you say that you want that.",
        )
    )
    return first_refusal(
        can_moderate(reader, topic.category),
        can_move(reader, topic, room),
        expressly if opens_wider(topic, room) else True,
    )


def _may_close(reader: Reader, topic: Topic, _: dict[str, Any]) -> Verdict:
    return can_close(reader, topic)


_RULES: dict[str, Callable[[Reader, Topic, dict[str, Any]], Verdict]] = {
    "tag": _may_tag,
    "move": _may_move,
    "close": _may_close,
}
# Where the words stand that can be refused.
_WORDS = {"tag": "tags", "close": "reason"}
_DOES: dict[str, Callable[[Topic, Request, dict[str, Any]], Any]] = {
    "tag": lambda topic, request, data: add_tags(
        topic, data["tags"], by=request.user, at_most=TAGS_A_TOPIC()
    ),
    "move": lambda topic, request, data: move_topic(topic, data["category"], by=request.user),
    "close": lambda topic, request, data: close_topic(topic, by=request.user, reason=data["reason"]),
}


def _does(act: Callable[..., Any], topic: Topic, request: Request, data: dict[str, Any]) -> bool:
    """Whether it could be done: somebody else may have moved or deleted it in this moment. Raises where words are
    refused: they are as wrong for the next one."""
    try:
        act(topic, request, data)
    except ValidationError as error:
        if error.code in REFUSED:
            raise
        return False
    return True


def _told(do: str, n: int) -> str:
    told = {
        "tag": npgettext("choosing", "%(n)d topic has its tags.", "%(n)d topics have their tags.", n),
        "move": npgettext("choosing", "%(n)d topic is moved.", "%(n)d topics are moved.", n),
        "close": npgettext("choosing", "%(n)d topic is closed.", "%(n)d topics are closed.", n),
    }
    return told[do] % {"n": n}


def _left(n: int) -> str:
    told = npgettext(
        "choosing",
        "%(n)d topic stays as it is: you may not do that there, or it would be read by more people.",
        "%(n)d topics stay as they are: you may not do that there, or they would be read by more people.",
        n,
    )
    return told % {"n": n}
