"""Tags as pages show them: all of them for readers, and what those see who look after them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import npgettext

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import Tag, TagGroup
from space.discuss.tagging.known import Known, known_tags

# A page with more would be slow on phones; one finds the others by their words.
MOST = 400


class TagRow(NamedTuple):
    name: str
    url: str
    description: str
    topics: int
    said: str
    also: tuple[str, ...] = ()


class Gathered(NamedTuple):
    """The tags of one group (None: of none): those of which there is something to say, and bare words."""

    group: TagGroup | None
    told: list[TagRow]
    bare: list[TagRow]


class GroupRow(NamedTuple):
    """A group in the list of all; `above` and `below` are those that it can change places with, or 0."""

    name: str
    pk: int
    one_a_topic: bool
    trust: str
    above: int
    below: int


def group_rows() -> list[GroupRow]:
    groups = list(TagGroup.objects.all())
    around = [0, *(group.pk for group in groups), 0]
    return [
        GroupRow(
            group.name,
            group.pk,
            group.one_a_topic,
            str(Trust(group.trust).label) if group.trust else "",
            above=around[at],
            below=around[at + 2],
        )
        for at, group in enumerate(groups)
    ]


def for_readers(words: str) -> tuple[list[Gathered], bool]:
    """By group, as far as public topics carry them and these words are said of them; and whether that is all."""
    found = [
        tag
        for tag in known_tags.get()
        if tag.topics and holds(words, tag.name, tag.description, *tag.synonyms)
    ]
    most = sorted(found, key=lambda tag: -tag.topics)[:MOST]
    shown = ((tag.group, _of_reader(tag)) for tag in sorted(most))
    return _gathered(shown), len(found) <= MOST


def for_arranging(words: str, reader: Reader) -> tuple[list[Gathered], bool]:
    """All that this reader may know of, also where nothing carries it; with the numbers of public topics."""
    numbers = {tag.pk: tag.topics for tag in known_tags.get()}
    seen = (
        Tag.objects.visible_to(reader).filter(stands_for=None).order_by("name").prefetch_related("synonyms")
    )
    rows = []
    for tag in seen:
        n = numbers.get(tag.pk, 0)
        also = tuple(one.name for one in tag.synonyms.all())
        if holds(words, tag.name, tag.description, *also):
            url = reverse("discuss:arrange_tag", args=[tag.pk])
            rows.append((tag.group_id, TagRow(tag.name, url, tag.description, n, topics(n), also)))
    return _gathered(rows[:MOST]), len(rows) <= MOST


def _of_reader(tag: Known) -> TagRow:
    url = reverse("discuss:tag", args=[tag.name])
    return TagRow(tag.name, url, tag.description, tag.topics, topics(tag.topics), tag.synonyms)


def _gathered(rows: Iterable[tuple[int | None, TagRow]]) -> list[Gathered]:
    by_group: dict[int | None, list[TagRow]] = {}
    for group, row in rows:
        by_group.setdefault(group, []).append(row)
    groups: list[TagGroup | None] = [*TagGroup.objects.filter(pk__in=[pk for pk in by_group if pk]), None]
    return [_group(group, tags) for group in groups if (tags := by_group.get(group.pk if group else None))]


def _group(group: TagGroup | None, tags: list[TagRow]) -> Gathered:
    told = [tag for tag in tags if tag.description or tag.also]
    return Gathered(group, told, [tag for tag in tags if not (tag.description or tag.also)])


def topics(n: int) -> str:
    return npgettext("tag", "%(n)d topic", "%(n)d topics", n) % {"n": n}


def holds(words: str, *said: str) -> bool:
    """Whether each word stands somewhere in what is said."""
    text = " ".join(said).casefold()
    return all(word in text for word in words.casefold().split())
