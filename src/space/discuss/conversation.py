"""Where a conversation begins below a story or an event: its first replies, and the way in."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import npgettext

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.composer import composer_under
from space.discuss.embedding import Embedded, with_cards
from space.discuss.models import Topic
from space.discuss.permissions import can_reply, takes_replies
from space.discuss.polls.filling import with_polls
from space.discuss.thread import Mark, first_posts, posts_html
from space.discuss.thread.addresses import Addresses
from space.discuss.thread.own import own
from space.discuss.thread.responses import bars
from space.discuss.topic_numbers import REPLIES_BELOW
from space.web import panels


def conversation(request: Request, topic: Topic, reply_to: str) -> dict[str, Any]:
    """Of this topic. Its first post is what it is about: what readers left there stands below that.

    `reply_to` is where the form goes; `cards` are tags of what is shown, for who keeps the page.
    """
    reader = request.reader
    marks = first_posts(topic, REPLIES_BELOW() + 1, reader)
    replies = [mark for mark in marks if mark.number > 1]
    posts, cards = _with_cards(topic, replies, reader)
    return {
        "topic": topic,
        "replies": with_polls(posts, topic, request) if replies else posts,
        "cards": cards,
        "marks": replies,
        "all": _all(topic.replies_count),
        "others": _others(topic.replies_count - len(replies)),
        "can_reply": (can_reply if reader.is_authenticated else takes_replies)(reader, topic),
        # What others offer beside what it is about, such as to flag it.
        "opening": panels.show("opening", topic, reader, request),
        "composer": _composer(request, topic, reply_to),
        **_of_the_first(request, topic, [mark for mark in marks if mark.number == 1]),
    }


def _with_cards(topic: Topic, replies: list[Mark], reader: Reader) -> Embedded:
    if not replies:
        return Embedded(mark_safe(""))
    return with_cards(posts_html(topic, replies, reader), reader, in_posts=True)


def is_among_first(place: str, topic: Topic, reader: Reader) -> bool:
    """Whether the post at this place of a page, `p3`, stands among the first replies that are shown."""
    return any(place == f"p{mark.number}" for mark in first_posts(topic, REPLIES_BELOW() + 1, reader))


def _of_the_first(request: Request, topic: Topic, first: list[Mark]) -> dict[str, SafeString]:
    """Reactions and the bookmark."""
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
