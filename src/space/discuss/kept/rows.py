"""What a copy has of what somebody wrote and did in Discuss."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.urls import reverse

from space.accounts.copies import each, listed
from space.accounts.models import User
from space.accounts.personal import Row
from space.accounts.readers import reader_of
from space.discuss.models import (
    Block,
    Bookmark,
    Closure,
    Deed,
    Deletion,
    Dismissal,
    Draft,
    Following,
    ListTaste,
    Mention,
    Moderator,
    Participant,
    Post,
    Reaction,
    ReadMark,
    Revision,
    Topic,
    TopicDeletion,
    Visit,
)
from space.moderation.models import LogEntry


def posts(person: User) -> Iterator[Row]:
    """With every version of them. What a topic is called, only where they may know it now."""
    seen = Topic.objects.visible_to(reader_of(person)).filter(pk=OuterRef("topic"))
    mine = Post.objects.filter(author=person).annotate(sees=Exists(seen), title=F("topic__title"))
    mine = mine.annotate(audience=F("topic__audience"))
    before = Prefetch("revisions", Revision.objects.defer("html").order_by("version"))
    for post in each(mine.defer("html"), before):
        yield {
            "title": post.title if post.sees else "",
            "topic": post.topic_id,
            "number": post.number,
            "address": _address(post.topic_id, post.number),
            "read_by": post.audience,
            "written_at": post.created_at,
            "edited_at": post.edited_at,
            "language": post.language,
            "for_a_group_that_was_asked": post.answers_for_id is not None,
            "out_of_sight": post.hidden_at is not None,
            "content_note": post.content_note,
            "text": post.source,
            "versions_before": [
                {"version": one.version, "title": one.title, "replaced_at": one.at, "text": one.source}
                for one in post.revisions.all()
            ],
        }


def edits(person: User) -> Iterator[Row]:
    """Of what others began; the texts are theirs too."""
    made = Revision.objects.filter(by=person).exclude(post__author=person)
    return listed(made, "at", "summary", topic="post__topic", number="post__number")


def topics(person: User) -> Iterator[Row]:
    for row in listed(Topic.objects.filter(author=person), "id", "kind", "title", "language", "created_at"):
        yield {**row, "address": _address(row["id"])}


def drafts(person: User) -> Iterator[Row]:
    return listed(Draft.objects.filter(person=person), "key", "at", "data", "discarded_at")


def reactions(person: User) -> Iterator[Row]:
    return listed(Reaction.objects.filter(person=person), "kind", "at", **_post_of("post__"))


def bookmarks(person: User) -> Iterator[Row]:
    return listed(Bookmark.objects.filter(person=person), "at", "note", "removed_at", **_post_of("post__"))


def follows(person: User) -> Iterator[Row]:
    """Of a category its number: one may not know its name any more."""
    mine = Following.objects.filter(person=person)
    return listed(mine, "level", "at", "category_id", tag_name="tag__name", person_name="other__name")


def reading(person: User) -> Iterator[Row]:
    """How far in which topic, when they came, what lists they took as read."""
    yield from listed(Visit.objects.filter(person=person), "seen_at", "before_at", "days")
    yield from listed(ListTaste.objects.filter(person=person), "hidden_kinds", "new_days", "opens_notes")
    yield from listed(Dismissal.objects.filter(person=person), "what", "at", "topics")
    yield from listed(ReadMark.objects.filter(person=person), "topic_id", "number", "at", "seconds", "level")


def mentions(person: User) -> Iterator[Row]:
    return listed(Mention.objects.filter(person=person), **_post_of("post__"))


def private(person: User) -> Iterator[Row]:
    """Those that they can still read: who has left the group to which one was sent sees no title any more."""
    mine = Participant.objects.still().filter(person=person)
    return listed(mine, "topic_id", "archived", title="topic__title")


def blocks(person: User) -> Iterator[Row]:
    return listed(Block.objects.filter(person=person), "at", name="other__name")


def offices(person: User) -> Iterator[Row]:
    return listed(Moderator.objects.filter(person=person), category_name="category__name")


def decisions(person: User) -> Iterator[Row]:
    """Those they made, with their reasons; and those about what they wrote, without who made them."""
    yield from listed(Deed.objects.filter(by=person), "what", "at", "topic_id")
    for model in (Closure, TopicDeletion):
        for row in listed(model.objects.filter(by=person), "at", "reason", "topic_id"):
            yield {"what": model._meta.model_name, **row}
    for row in listed(Deletion.objects.filter(by=person), "at", "reason", **_post_of("post__")):
        yield {"what": "deletion", **row}
    for kind, mine in _own(person).items():
        about = LogEntry.objects.filter(thing_kind=kind, thing_id__in=mine)
        for row in listed(about.exclude(by=person), "what", "at", "thing_id", because="reason__text"):
            yield {"about": "yours", **row}


def _own(person: User) -> "dict[str, QuerySet[Any, Any]]":
    return {
        Post._meta.label_lower: Post.objects.filter(author=person).values("pk"),
        Topic._meta.label_lower: Topic.objects.filter(author=person).values("pk"),
    }


def _post_of(path: str) -> dict[str, str]:
    return {"topic": f"{path}topic", "number": f"{path}number"}


def _address(topic: int, number: int = 0) -> str:
    whole = reverse("discuss:topic", args=["topic", topic])
    return f"{whole}{number}" if number > 1 else whole
