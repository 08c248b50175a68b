"""Where a conversation begins below a story: its first replies, as they stand in its topic, and the way in."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import npgettext

from space.accounts.requests import Request
from space.blog.numbers import REPLIES_SHOWN
from space.discuss.composer import composer_under
from space.discuss.models import Topic
from space.discuss.permissions import can_reply, takes_replies
from space.discuss.polls.filling import with_polls
from space.discuss.thread import Mark, first_posts, posts_html
from space.discuss.thread.addresses import Addresses
from space.discuss.thread.own import own
from space.discuss.thread.responses import bars


def conversation(request: Request, topic: Topic, reply_to: str) -> dict[str, Any]:
    """Of this topic. Its first post is the story itself: what readers left there stands below the story.

    `reply_to` is where the form goes.
    """
    reader = request.reader
    marks = first_posts(topic, REPLIES_SHOWN() + 1, reader)
    replies = [mark for mark in marks if mark.number > 1]
    shown = with_polls(posts_html(topic, replies, reader), topic, request) if replies else mark_safe("")
    return {
        "topic": topic,
        "replies": shown,
        "marks": replies,
        "all": _all(topic.replies_count),
        "others": _others(topic.replies_count - len(replies)),
        "can_reply": (can_reply if reader.is_authenticated else takes_replies)(reader, topic),
        "composer": _composer(request, topic, reply_to),
        **_of_the_story(request, topic, [mark for mark in marks if mark.number == 1]),
    }


def _of_the_story(request: Request, topic: Topic, first: list[Mark]) -> dict[str, SafeString]:
    """Its reactions and its bookmark."""
    if not first:
        return {"reactions": mark_safe(""), "bookmark": mark_safe("")}
    (mark,), addresses = first, Addresses(topic)
    mine = own(topic, first, request.reader, addresses)
    return {
        "reactions": mark_safe(bars(topic, first, request.reader, addresses)[mark.pk]),
        "bookmark": mark_safe(mine.get(mark.pk, "")),
    }


def _composer(request: Request, topic: Topic, reply_to: str) -> SafeString:
    if not can_reply(request.reader, topic):
        return mark_safe("")
    return composer_under(topic, request.reader, request, reply_to)


def _all(number: int) -> str:
    return npgettext("story", "%(n)d reply in Discuss", "All %(n)d replies in Discuss", number) % {
        "n": number
    }


def _others(number: int) -> str:
    said = npgettext("story", "Read the other reply", "Read the other %(n)d", max(number, 1))
    return said % {"n": number} if number > 0 else ""
