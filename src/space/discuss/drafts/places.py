"""What drafts are for, asked anew each time: a draft outlives what one may see. Apps above register kinds of theirs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.asking.known import Asked, asked_group, room_of
from space.discuss.asking.rules import can_ask_group
from space.discuss.drafts import purposes
from space.discuss.drafts.purposes import Purpose
from space.discuss.models import Draft, Merger, Post, Topic
from space.discuss.permissions import can_edit, can_reply, can_write
from space.kit.rules import Refusal, Verdict

GONE = Refusal(pgettext_lazy("draft", "What this was for is not there any more, or not open to you."))


@dataclass(frozen=True)
class Place:
    """What a draft is; the thing that it belongs to, by its title; whether one may go on with it, and where."""

    what: str
    verdict: Verdict
    go_on: str = ""
    title: str = ""
    language: str = ""


Drafts = Sequence[tuple[Purpose, Draft]]
# The places of drafts of one kind, by their keys.
Finder = Callable[[Drafts, Reader], Mapping[str, Place]]
_finders: dict[str, Finder] = {}


def register(kind: str, finder: Finder, *, of_one: bool) -> None:
    """Called from `ready()`. `of_one` says that each draft of this kind is for one thing."""
    purposes.register(kind, of_one=of_one)
    _finders[kind] = finder


def places_of(drafts: Drafts, reader: Reader) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for kind in dict.fromkeys(purpose.kind for purpose, _ in drafts):
        alike = [one for one in drafts if one[0].kind == kind]
        found.update(_finders[kind](alike, reader))
    return found


def _replies(drafts: Drafts, reader: Reader) -> dict[str, Place]:
    """Also where topics are that went into another one."""
    what, pks = pgettext("draft", "Reply"), [purpose.pk for purpose, _ in drafts]
    came = Merger.objects.filter(topic__in=pks)
    topics: Any = Topic.objects.visible_to(reader).filter(Q(pk__in=pks) | Q(pk__in=came.values("into")))
    topics = topics.annotate(came=ArraySubquery(came.filter(into=OuterRef("pk")).values("topic")))
    seen = {
        pk: topic for topic in topics.select_related("category", "closure") for pk in (topic.pk, *topic.came)
    }
    return {
        draft.key: _reply(what, purpose.pk, seen.get(purpose.pk), draft, reader) for purpose, draft in drafts
    }


def _reply(what: str, pk: int, topic: Topic | None, draft: Draft, reader: Reader) -> Place:
    """A draft for a topic that went into this one is sent by its own form, beside the one that was begun here."""
    if topic is None:
        return Place(what, GONE)
    answered = f"?post={draft.data['post']}" if draft.data.get("post") else ""
    address = reverse("discuss:reply", args=[topic.slug, pk])
    return Place(what, can_reply(reader, topic), address + answered, topic.title, topic.language)


def _edits(drafts: Drafts, reader: Reader) -> dict[str, Place]:
    what, pks = pgettext("draft", "Edit"), [purpose.pk for purpose, _ in drafts]
    posts = Post.objects.visible_to(reader).filter(pk__in=pks)
    seen = {post.pk: post for post in posts.select_related("topic__category", "topic__closure")}
    return {draft.key: _edit(what, seen.get(purpose.pk), reader) for purpose, draft in drafts}


def _edit(what: str, post: Post | None, reader: Reader) -> Place:
    if post is None:
        return Place(what, GONE)
    address = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, post.number])
    return Place(what, can_edit(reader, post), address, post.topic.title, post.topic.language)


def _topics(drafts: Drafts, reader: Reader) -> dict[str, Place]:
    place = Place(pgettext("draft", "New topic"), can_write(reader), reverse("discuss:start"))
    return {draft.key: place for _, draft in drafts}


def _questions(drafts: Drafts, reader: Reader) -> dict[str, Place]:
    place = Place(pgettext("draft", "New question"), can_write(reader), reverse("discuss:ask"))
    return {draft.key: place for _, draft in drafts}


def _asked(drafts: Drafts, reader: Reader) -> dict[str, Place]:
    return {draft.key: _question_to(asked_group(purpose.pk), reader) for purpose, draft in drafts}


def _question_to(asked: Asked | None, reader: Reader) -> Place:
    what = pgettext("draft", "New question")
    if asked is None:
        return Place(what, GONE)
    return Place(what, can_ask_group(reader, room_of(asked)), asked.ask_url, asked.name, asked.language)


register("topic", _topics, of_one=False)
register("question", _questions, of_one=False)
register("asked", _asked, of_one=True)
register("reply", _replies, of_one=True)
register("edit", _edits, of_one=True)
