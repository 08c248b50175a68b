"""What a reader sees in a group, row by row: asked in portions, so that a hundred thousand need no memory."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from space.accounts.copies import each, listed
from space.accounts.personal import Row
from space.accounts.readers import Reader
from space.blog.models import Edition, Story
from space.discuss.models import Audience, Post
from space.events.models import Event
from space.groups.models import Group, Membership
from space.uploads.models import Hanging, Upload

_AT_ONCE = 200
_EVENT = (
    "first_day", "last_day", "first_time", "last_time", "zone", "rule", "more_days", "status", "reason", "place",
    "address", "country", "region", "wiki_url", "capacity", "going_count", "created_at", "changed_at",
)  # fmt: skip


def _posts(group: Group, reader: Reader) -> "QuerySet[Post]":
    return Post.objects.visible_to(reader).filter(topic__audience=Audience.GROUP, topic__group=group)


def posts(group: Group, reader: Reader) -> Iterator[Row]:
    """By topic and number, each with what it answers."""
    named: dict[str, Any] = {
        "title": F("topic__title"), "kind": F("topic__kind"), "category": F("topic__category__name"),
        "by": F("author__name"), "at": F("created_at"), "answers": F("reply_to__number"), "text": F("source"),
    }  # fmt: skip
    rows = _posts(group, reader).order_by("topic", "number")
    columns = "topic", "number", "language", "edited_at", "content_note"
    yield from rows.values(*columns, **named).iterator(chunk_size=_AT_ONCE)


def events(group: Group, reader: Reader) -> Iterator[Row]:
    """Their words are in the conversations. Links that are shown to who is going are theirs."""
    seen = Event.objects.visible_to(reader).filter(topic__audience=Audience.GROUP, topic__group=group)
    for event in each(seen.select_related("topic"), "organisers__person"):
        yield {
            "topic": event.topic_id,
            "title": event.topic.title,
            **{name: getattr(event, name) for name in _EVENT},
            "online_url": "" if event.online_for_going else event.online_url,
            "organisers": [one.person.name for one in event.organisers.all()],
        }


def stories(group: Group, reader: Reader) -> Iterator[Row]:
    """Each edition as it reads now, at whatever stage its reader sees it."""
    seen = Story.objects.visible_to(reader).of_group(group)
    rows = Edition.objects.visible_to(reader).filter(Exists(seen.filter(pk=OuterRef("story"))))
    for edition in each(rows.select_related("story", "current", "by"), "story__authors__person"):
        version = edition.current
        yield {
            "story": edition.story_id,
            "stage": edition.story.stage,
            "language": edition.language,
            "is_original": edition.is_original,
            "authors": [str(one) for one in edition.story.authors.all()],
            "published_at": edition.story.published_at,
            "title": version.title if version else "",
            "summary": version.summary if version else "",
            "version": version.number if version else 0,
            "text": version.source if version else "",
        }


def files(group: Group, reader: Reader) -> Iterator[Upload]:
    yield from each(_uploads(group, reader))


def about_files(group: Group, reader: Reader) -> Iterator[Row]:
    return listed(_uploads(group, reader), "id", "name", "alt", "kind", "bytes", "made_at", by="owner__name")


def members(group: Group) -> Iterator[Row]:
    """As owners see them: those whose accounts are open."""
    inside = Membership.objects.filter(group=group, person__is_active=True)
    return listed(inside, "role", "joined_at", name="person__name")


def _uploads(group: Group, reader: Reader) -> "QuerySet[Upload]":
    """Those that hang on a post, or on a story, which this reader sees there."""
    seen = Story.objects.visible_to(reader).of_group(group)
    on_posts = Q(thing_kind=Post._meta.label_lower, thing_id__in=_posts(group, reader).values("pk"))
    on_stories = Q(thing_kind=Story._meta.label_lower, thing_id__in=seen.values("pk"))
    hung = Hanging.objects.filter(on_posts | on_stories)
    return Upload.objects.visible_to(reader).filter(pk__in=hung.values("upload"))
