"""Rows of a topic list. A row's HTML is kept by the topic's version; the reader's own marks are added beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts import statements
from space.accounts.faces import Face, faces
from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.discuss.models.topics import TopicQuerySet
from space.kit import clock
from space.languages import autonym, bcp47, direction
from space.web import fragments
from space.web.skeletons import filled
from space.web.times import ago, iso

# Places in a kept row for what is not the same for everybody or not in the topic's version.
STATE, VIEWS, AGO = "\x01", "\x02", "\x03"


@dataclass(frozen=True)
class Line:
    """What a list's query brings of one topic; the words come from the kept row."""

    pk: int
    version: int
    last_posted_at: datetime
    views: int
    highest_number: int
    created_at: datetime
    read: int | None = None

    def is_new(self, now: datetime) -> bool:
        """Made lately and not opened yet, or answered since it was read."""
        if self.read is None:
            return now - self.created_at < timedelta(days=settings.NEW_DAYS)
        return self.read < self.highest_number


def lines(topics: TopicQuerySet, reader: Reader, limit: int) -> list[Line]:
    """The topics in their order, with how far this reader has read each: one query."""
    return [Line(*row) for row in _columns(topics, reader)[:limit]]


def lines_of_list(
    reader: Reader, *, categories: Sequence[int] = (), since: tuple[datetime, int] | None = None, limit: int
) -> list[Line]:
    """Latest, or the topics of these categories, after a position: the same, from a query composed once."""
    name = ("lines", len(categories), since is not None, limit)

    def compose(reader: Reader, *values: Any) -> QuerySet[Topic, Any]:
        seen = Topic.objects.visible_to(reader)
        wanted, position = values[: len(categories)], values[len(categories) :]
        topics = seen.filter(category__in=wanted) if wanted else seen.in_latest()
        page = topics.before(*position) if position else topics
        return _columns(page.latest_first(), reader)[:limit]

    return [Line(*row) for row in statements.rows(name, reader, [*categories, *(since or ())], compose)]


def _columns(topics: TopicQuerySet, reader: Reader) -> QuerySet[Topic, Any]:
    """What a Line takes, in its order."""
    columns = ("pk", "version", "last_posted_at", "views", "highest_number", "created_at")
    if not reader.is_authenticated:
        return topics.values_list(*columns)
    mine = FilteredRelation("read_marks", condition=Q(read_marks__person=reader.pk))
    return topics.annotate(mine=mine).values_list(*columns, F("mine__number"))


def rows_html(found: list[Line], reader: Reader) -> SafeString:
    """The rows of a list, ready to stand in it."""
    keys = {line.pk: (line.pk, line.version) for line in found}
    kept = fragments.kept(
        "topic-row", keys.values(), lambda missing: _build(missing, reader), language=get_language() or ""
    )
    now, language = clock.now(), get_language() or ""
    shown = (
        _filled(
            kept[keys[line.pk]],
            line,
            " topic--new" if reader.is_authenticated and line.is_new(now) else "",
            ago(line.last_posted_at, now, language),
        )
        for line in found
        if keys[line.pk] in kept
    )
    return mark_safe("".join(shown))


def _filled(html: str, line: Line, state: str, when: str) -> str:
    return html.replace(STATE, state, 1).replace(VIEWS, short(line.views), 1).replace(AGO, when, 1)


def _build(missing: Iterable[tuple[int, int]], reader: Reader) -> dict[tuple[int, int], str]:
    wanted = {pk: (pk, version) for pk, version in missing}
    topics = list(Topic.objects.visible_to(reader).filter(pk__in=wanted).for_list())
    people = faces(pk for topic in topics for pk in topic.people)
    return {wanted[topic.pk]: _row(topic, people) for topic in topics}


def _row(topic: Topic, people: dict[int, Face]) -> str:
    return filled("discuss/_topic_row.html", "row", row_of(topic, people))


def row_of(topic: Topic, people: dict[int, Face]) -> dict[str, Any]:
    """All that a row shows, ready-made: no lookups and no address making in the template."""
    shown = [vars(people[pk]) for pk in in_row_order(topic.people) if pk in people]
    foreign = topic.language and bcp47(topic.language) != get_language()
    return {
        "state": STATE,
        "views": VIEWS,
        "ago": AGO,
        "url": topic.get_absolute_url(),
        "title": topic.title,
        "lang": bcp47(topic.language) if topic.language else "",
        "dir": direction(topic.language) if topic.language else "auto",
        "autonym": autonym(topic.language) if foreign else "",
        "closed": topic.is_closed,
        "category": {
            "name": topic.category.name,
            "tone": topic.category.tone,
            "group_id": topic.category.group_id,
        }
        if topic.category
        else None,
        "category_url": _address("discuss:category", topic.category.slug) if topic.category else "",
        "tags": [{"name": tag.name, "url": _address("discuss:tag", tag.name)} for tag in topic.tags.all()],
        "first": shown[0] if shown else None,
        "people": shown,
        "names": ", ".join(person["name"] for person in shown),
        "replies": topic.replies_count,
        "many": topic.replies_count >= 40,
        "iso": iso(topic.last_posted_at),
    }


@lru_cache(maxsize=2_000)
def _address(name: str, word: str) -> str:
    """Of a category or tag: making addresses took half the time of a new row."""
    return reverse(name, args=[word])


def in_row_order(people: list[int]) -> list[int]:
    """Kept as first, latest, most frequent; shown with the latest at the end."""
    return people[:1] + people[2:] + people[1:2]


def short(number: int) -> str:
    """1234 as 1.2k: a column of numbers stays narrow."""
    if number < 1000:
        return str(number)
    return f"{number / 1000:.1f}k" if number < 10_000 else f"{number // 1000}k"
