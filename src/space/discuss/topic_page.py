"""What a topic's page says around its posts."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext

from space.accounts.readers import Reader
from space.community.look import NAME
from space.discuss.asking.known import asked_group
from space.discuss.mine import LEVEL
from space.discuss.models import Audience, Tag, Topic
from space.discuss.spoken import spoken
from space.discuss.these_alone import these_alone, those_in
from space.discuss.thread import Mark
from space.discuss.timeline import stops
from space.groups.audience import members_alone, members_of
from space.kit import clock
from space.kit.paging import Page
from space.languages import mark
from space.search.within import within
from space.web import fragments
from space.web.oembed import told_at
from space.web.pager import pager

# Parts of a page that are the same for all who may read it.
_PARTS = {
    "about": "discuss/_topic_about.html",
    "head": "discuss/_topic_head.html",
    "timeline": "discuss/_timeline.html",
    "earlier": "discuss/_earlier.html",
    "pager": "discuss/_pages.html",
    "further": "discuss/_way_on.html",
}


def frame(
    topic: Topic, page: Page, marks: list[Mark], tags: list[Tag], reader: Reader
) -> dict[str, SafeString]:
    """What stands around the posts, kept by the topic's version, and by how many read a closed group."""
    readers = members_of(topic.group_id)
    same: tuple[int, ...] = (topic.pk, topic.version, page.number, page.size, clock.now().year, readers)
    same += those_in(topic)

    def build(missing: list[tuple[str, tuple[int, ...]]]) -> dict[tuple[str, tuple[int, ...]], str]:
        context = described(topic, page, marks, tags, reader)
        return {key: render_to_string(_PARTS[key[0]], context) for key in missing}

    made = fragments.kept("topic", [(part, same) for part in _PARTS], build, language=get_language() or "")
    return {part: mark_safe(made[part, same]) for part in _PARTS}


def described(topic: Topic, page: Page, marks: list[Mark], tags: list[Tag], reader: Reader) -> dict[str, Any]:
    return {
        "topic": topic,
        "tags": tags,
        **mark(topic.language)._asdict(),
        "spoken": spoken(topic),
        "count": npgettext("topic", "%(n)d post", "%(n)d posts", topic.posts_count)
        % {"n": topic.posts_count},
        "who_reads": who_reads(topic),
        "asked": asked.shown if (asked := asked_group(topic.asked_id)) else None,
        "within": within("topic", topic.pk),
        "stops": stops(topic, page, marks, reader),
        "level": LEVEL,
        "says": pgettext("time line", "post {number} of {last}"),
        "page": page,
        "pager": (
            shown := pager(
                topic.get_absolute_url(), page, pgettext("pager", "Posts %(first)d–%(last)d of %(total)d")
            )
        ),
        "what": shown["what"],
        "canonical": settings.ORIGIN + topic.get_absolute_url(),
        "further": reverse("discuss:further", args=[topic.slug, topic.pk]),
        "site_name": NAME(),
        "oembed": _oembed(topic),
    }


def _oembed(topic: Topic) -> str:
    """Where other places ask how to show a link to it, if somebody answers that."""
    return told_at(topic.get_absolute_url()) if topic.audience == Audience.PUBLIC else ""


def who_reads(topic: Topic) -> str:
    """The sentence that stands on every topic: who can read what is written here."""
    sentences = {
        Audience.PUBLIC: pgettext("audience", "Public: anyone can read."),
        Audience.MEMBERS: pgettext("audience", "Everyone who has signed in can read."),
        Audience.DRAFT: pgettext("audience", "Only its writers can read."),
    }
    if topic.audience == Audience.PEOPLE:
        return these_alone(topic)
    if topic.audience == Audience.GROUP and topic.group:
        return members_alone(topic.group)
    return sentences[Audience(topic.audience)]
