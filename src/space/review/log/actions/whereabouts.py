"""Who may know of the thing that an entry is about. What no line here names is known to nobody."""

from dataclasses import dataclass

from django.db.models import Model

from space.accounts.models import User
from space.community.models import Setting
from space.discuss.circles import circle_of
from space.discuss.models import Audience, Category, Poll, Post, Tag, TagGroup, Topic
from space.groups.circles import Circle
from space.groups.models import Group
from space.moderation.models import LogEntry
from space.review.models import STAFF, Case, Decision
from space.review.models.behind import stands_in
from space.review.things import PICTURE, POST
from space.uploads.models import Upload

# What was done to a group that its page shows to everybody who may know of it.
_SHOWN_OF_GROUPS = frozenset({"group-closed", "group-reopened", "group-deleted", "group-kept"})


@dataclass(frozen=True)
class Whereabouts:
    circle: int = Circle.NOBODY
    category: int | None = None
    # The person it is about; and who wrote it.
    about: int | None = None
    author: int | None = None


def whereabouts(entry: LogEntry, thing: Model) -> Whereabouts:
    """Of what is there. Asks for what did not come along with the thing."""
    if isinstance(thing, Group):
        return _of_group(entry, thing)
    if isinstance(thing, LogEntry):
        found = LogEntry.objects.select_related("line").filter(pk=thing.pk, line__isnull=False).first()
        return (
            Whereabouts(found.line.circle, found.line.category_id, found.line.about_id)
            if found
            else Whereabouts()
        )
    return _of(thing)


def _of(thing: Model | None) -> Whereabouts:
    match thing:
        case Post() | Topic():
            return _of_topic(thing.topic if isinstance(thing, Post) else thing, thing.author_id)
        case Upload():
            post = stands_in(thing)
            return _of_topic(post.topic, thing.owner_id) if post else Whereabouts(author=thing.owner_id)
        case Poll():
            return _of(thing.post)
        case Case() | Decision():
            return _of_case(thing.case if isinstance(thing, Decision) else thing)
        case User():
            return Whereabouts(STAFF, about=thing.pk)
    return _of_the_place(thing)


def _of_the_place(thing: Model | None) -> Whereabouts:
    if isinstance(thing, Category):
        return Whereabouts(circle_of(thing), thing.pk)
    if isinstance(thing, Tag | TagGroup | Setting):
        return Whereabouts(Circle.PUBLIC)
    return Whereabouts()


def _of_topic(topic: Topic, author: int) -> Whereabouts:
    """A deleted topic is told to those who could see it before."""
    deletion = getattr(topic, "deletion", None) if topic.audience == Audience.NOBODY else None
    audience = deletion.audience if deletion else topic.audience
    circle = circle_of(Topic(audience=audience, group_id=topic.group_id))
    return Whereabouts(circle, topic.category_id, author=author)


def _of_case(case: Case) -> Whereabouts:
    if case.thing_kind == PICTURE:
        return _of(Upload.objects.for_actions().filter(pk=case.thing_id).first())
    if case.thing_kind != POST:
        return Whereabouts(STAFF, about=case.author_id)
    found = Post.objects.for_actions().select_related("topic").filter(pk=case.thing_id).first()
    return _of(found)


def _of_group(entry: LogEntry, group: Group) -> Whereabouts:
    """That a closed group was opened, and who left it, is for its members."""
    is_shown = group.is_listed and entry.what in _SHOWN_OF_GROUPS
    return Whereabouts(Circle.PUBLIC if is_shown else group.pk)
