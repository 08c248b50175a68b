"""What the lines of a page link to, as far as this reader may see it: one query for each kind of thing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from space.accounts.faces import face_of
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.models import Category, Post, Tag, Topic
from space.groups.models import Group
from space.languages import bcp47
from space.review.models import Decision, Line


@dataclass(frozen=True)
class Link:
    label: str
    url: str = ""
    lang: str = ""
    is_person: bool = False


Key = tuple[str, int]


def links(lines: Iterable[Line], reader: Reader) -> dict[Key, Link]:
    """By kind and id. Expects `entry`, and asks only for lines that are open to the reader."""
    wanted = defaultdict(set)
    for line in lines:
        if line.is_open:  # type: ignore[attr-defined]
            wanted[line.entry.thing_kind].add(line.entry.thing_id)
    decided = _decided(wanted.get(_DECISION, set()))
    for kind, pk in decided.values():
        wanted[kind].add(pk)
    found: dict[Key, Link] = {}
    for kind, finder in _FINDERS.items():
        if kind in wanted:
            found |= {(kind, pk): link for pk, link in finder(wanted[kind], reader).items()}
    return found | {(_DECISION, pk): found[about] for pk, about in decided.items() if about in found}


def _posts(pks: set[int], reader: Reader) -> dict[int, Link]:
    posts = Post.objects.visible_to(reader).filter(pk__in=pks).select_related("topic")
    return {post.pk: _to_topic(post.topic, post.get_absolute_url()) for post in posts}


def _topics(pks: set[int], reader: Reader) -> dict[int, Link]:
    topics = Topic.objects.visible_to(reader).filter(pk__in=pks)
    return {topic.pk: _to_topic(topic, topic.get_absolute_url()) for topic in topics}


def _to_topic(topic: Topic, url: str) -> Link:
    return Link(topic.title, url, bcp47(topic.language) if topic.language else "")


def _categories(pks: set[int], reader: Reader) -> dict[int, Link]:
    found = Category.objects.visible_to(reader).filter(pk__in=pks)
    return {one.pk: Link(one.name, one.get_absolute_url(), one.language) for one in found}


def _tags(pks: set[int], reader: Reader) -> dict[int, Link]:
    found = Tag.objects.visible_to(reader).filter(pk__in=pks)
    return {tag.pk: Link(f"#{tag.name}", tag.get_absolute_url()) for tag in found}


def _people(pks: set[int], reader: Reader) -> dict[int, Link]:
    faces = [face_of(person) for person in User.objects.filter(pk__in=pks)]
    return {one.pk: Link(one.name, one.url, is_person=True) for one in faces}


def _groups(pks: set[int], reader: Reader) -> dict[int, Link]:
    found = Group.objects.visible_to(reader).filter(pk__in=pks)
    return {group.pk: Link(group.name, group.get_absolute_url()) for group in found}


_FINDERS: dict[str, Any] = {
    "discuss.post": _posts,
    "discuss.topic": _topics,
    "discuss.category": _categories,
    "discuss.tag": _tags,
    "accounts.user": _people,
    "groups.group": _groups,
}
_DECISION = Decision._meta.label_lower


def _decided(decisions: set[int]) -> dict[int, Key]:
    """An appeal is about the thing that was decided about."""
    rows = Decision.objects.filter(pk__in=decisions) if decisions else Decision.objects.none()
    return {pk: (kind, of) for pk, kind, of in rows.values_list("pk", "case__thing_kind", "case__thing_id")}
