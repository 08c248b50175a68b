"""What the lines of a page link to, as far as this reader may see it: one query for each kind of thing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from space.accounts import statements
from space.accounts.faces import faces
from space.accounts.readers import Reader
from space.discuss.models import Post, Tag, Topic
from space.discuss.rooms import categories as rooms
from space.groups.models import Group
from space.languages import bcp47
from space.review.log.lines import Told
from space.review.models import Decision


@dataclass(frozen=True)
class Link:
    label: str
    url: str = ""
    lang: str = ""
    is_person: bool = False


Key = tuple[str, int]


def links(lines: Iterable[Told], reader: Reader) -> dict[Key, Link]:
    """By kind and id. Asks only for lines that are open to the reader."""
    wanted = defaultdict(set)
    for line in lines:
        if line.is_open:
            wanted[line.thing_kind].add(line.thing_id)
    decided = _decided(wanted.get(_DECISION, set()))
    for kind, pk in decided.values():
        wanted[kind].add(pk)
    found: dict[Key, Link] = {}
    for kind, finder in _FINDERS.items():
        if kind in wanted:
            found |= {(kind, pk): link for pk, link in finder(wanted[kind], reader).items()}
    return found | {(_DECISION, pk): found[about] for pk, about in decided.items() if about in found}


def _posts(pks: set[int], reader: Reader) -> dict[int, Link]:
    def compose(reader: Reader, *pks: int) -> QuerySet[Post, Any]:
        posts = Post.objects.visible_to(reader).filter(pk__in=pks)
        return posts.values_list("pk", "topic__title", "topic__language", "topic__slug", "topic", "number")

    found = statements.rows(("posts of the log", len(pks)), reader, sorted(pks), compose)
    return {pk: _link(title, language, "discuss:post", *place) for pk, title, language, *place in found}


def _topics(pks: set[int], reader: Reader) -> dict[int, Link]:
    def compose(reader: Reader, *pks: int) -> QuerySet[Topic, Any]:
        topics = Topic.objects.visible_to(reader).filter(pk__in=pks)
        return topics.values_list("pk", "title", "language", "slug")

    found = statements.rows(("topics of the log", len(pks)), reader, sorted(pks), compose)
    return {pk: _link(title, language, "discuss:topic", slug, pk) for pk, title, language, slug in found}


def _link(title: str, language: str, name: str, *place: Any) -> Link:
    return Link(title, _address(name, *place), bcp47(language) if language else "")


@lru_cache(maxsize=5_000)
def _address(name: str, *place: Any) -> str:
    """Follows from these alone, and making it takes longer than all the rest of a line."""
    return reverse(name, args=place)


def _categories(pks: set[int], reader: Reader) -> dict[int, Link]:
    return {one.pk: category_link(one.name, one.slug, one.language) for one in rooms(reader) if one.pk in pks}


def category_link(name: str, slug: str, language: str) -> Link:
    return Link(name, _address("discuss:category", slug), language)


def _tags(pks: set[int], reader: Reader) -> dict[int, Link]:
    found = Tag.objects.visible_to(reader).filter(pk__in=pks)
    return {tag.pk: Link(f"#{tag.name}", tag.get_absolute_url()) for tag in found}


def _people(pks: set[int], reader: Reader) -> dict[int, Link]:
    return {pk: Link(one.name, one.url, is_person=True) for pk, one in faces(pks).items()}


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
