"""The queries of lists. One for each shape of list, composed once a process."""

from datetime import datetime
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import F, QuerySet

from space.accounts.readers import Reader
from space.discuss.lists.shapes import meant, rows, shape, values_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import SCORED, Order, Wanted, hides_kinds, place_of, reads_only
from space.discuss.models import Following, Level, Period, Post, Topic
from space.discuss.models.topic_queries import NOT_MUTED, TopicQuerySet
from space.kit import clock

# In how many of their newest posts one looks for the topics of people whom one follows.
_NEWEST = 500


class Line(NamedTuple):
    """What a list's query brings of one topic; the words come from the kept row."""

    pk: int
    version: int
    last_posted_at: datetime
    views: int
    posts_count: int
    highest_number: int
    last_number: int
    created_at: datetime
    author_id: int
    read: int | None = None
    unread_at: datetime | None = None
    score: float | None = None

    def is_new(self, reader: int, since: datetime) -> bool:
        """Made since then by somebody else, and not opened yet."""
        return self.read is None and self.created_at > since and self.author_id != reader

    def has_holes(self) -> bool:
        """Some of its posts cannot be seen, so numbers do not tell how many are unread."""
        return self.posts_count < self.highest_number

    def place(self, order: str) -> str:
        """Where a list in this order goes on that ends here."""
        if order == Order.UNREAD and self.unread_at:
            return place_of(self.unread_at, self.pk)
        return place_of(self.last_posted_at if self.score is None else self.score, self.pk)


_COLUMNS = [
    "pk", "version", "last_posted_at", "views", "posts_count", "highest_number", "last_number",
    "created_at", "author_id",
]  # fmt: skip

_PLAIN = len(_COLUMNS)


def lines(topics: TopicQuerySet, reader: Reader, limit: int) -> list[Line]:
    """The topics in their order, with how far this reader has read each: one query."""
    found = _columns(topics.with_mine(reader), reader)[:limit]
    return list(starmap(Line, found)) if reader.is_authenticated else [_of_nobody(row) for row in found]


def lines_of(wanted: Wanted, reader: Reader, limit: int) -> list[Line]:
    """A page of a list. Costs one query, whatever is wanted."""
    taste = Taste.of(reader)
    since = taste.new_since(clock.now())
    has_score = wanted.order in SCORED

    def compose(reader: Reader, *values: Any) -> QuerySet[Topic, Any]:
        alike, liked, moment = meant(wanted, taste, values)
        topics = topics_of(alike, reader, liked, moment)
        return _columns(in_order(topics, alike), reader, score=has_score)[:limit]

    name = ("lines", limit, *shape(wanted, taste))
    found = rows(name, wanted, reader, values_of(wanted, taste, since), compose)
    return list(starmap(Line, found)) if reader.is_authenticated else [_of_nobody(row) for row in found]


def topics_of(wanted: Wanted, reader: Reader, taste: Taste, since: datetime) -> TopicQuerySet:
    """The topics of a list in no order: what its page shows and what its counter counts are this."""
    topics = _filtered(Topic.objects.visible_to(reader).in_lists().with_mine(reader), wanted)
    if wanted.order == Order.UNREAD:
        return topics.unread_before(*wanted.after) if wanted.after else topics.unread()  # type: ignore[arg-type]
    if wanted.order == Order.NEW:
        topics = topics.new_for(reader, since)
    elif reader.is_authenticated:
        topics = topics.filter(NOT_MUTED)
    if wanted.is_everything:
        topics = topics.in_latest()
    if wanted.order == Order.FOLLOWING:
        return topics.filter(pk__in=_of_followed(reader))
    if wanted.order == Order.UNANSWERED:
        topics = topics.with_status("unanswered").with_status("open")
    if taste.hidden_kinds and hides_kinds(wanted):
        topics = topics.exclude(kind__in=taste.hidden_kinds)
    return topics.without_mutes_of(reader) if taste.has_mutes and wanted.is_everything else topics


def _filtered(topics: TopicQuerySet, wanted: Wanted) -> TopicQuerySet:
    filters = wanted.filters
    if wanted.categories:
        topics = topics.filter(category__in=wanted.categories)
    if wanted.author:
        topics = topics.filter(author=wanted.author)
    if wanted.without:
        topics = topics.exclude(pk__in=wanted.without)
    if wanted.condition:
        topics = topics.filter(wanted.condition)
    if filters.kinds:
        topics = topics.filter(kind__in=filters.kinds)
    topics = topics.in_languages(filters.languages).in_languages(reads_only(wanted))
    return topics.tagged(filters.tags).with_status(filters.status)


def _of_followed(reader: Reader) -> QuerySet[Post, Any]:
    followed = Following.objects.filter(person=reader.pk, level__gt=Level.NORMAL, other__isnull=False)
    theirs = Post.objects.visible_to(reader).filter(author__in=followed.values("other"))
    return theirs.order_by("-created_at").values("topic")[:_NEWEST]


def in_order(topics: TopicQuerySet, wanted: Wanted) -> TopicQuerySet:
    """The topics of a list as it shows them, from where it goes on."""
    if wanted.order == Order.UNREAD:
        return topics
    if wanted.order in SCORED:
        scored = topics.by_score(Period.HOT if wanted.order == Order.HOT else wanted.period)
        return scored.below(*wanted.after) if wanted.after else scored  # type: ignore[arg-type]
    return (topics.before(*wanted.after) if wanted.after else topics).latest_first()  # type: ignore[arg-type]


def _columns(topics: TopicQuerySet, reader: Reader, *, score: bool = False) -> QuerySet[Topic, Any]:
    own = [F("mine__number"), F("mine__unread_at")] if reader.is_authenticated else []
    return topics.values_list(*_COLUMNS, *own, *([F("scores__score")] if score else []))


def _of_nobody(row: tuple[Any, ...]) -> Line:
    """Without marks; a score, where there is one, stands behind them."""
    values: tuple[Any, ...] = (*row[:_PLAIN], None, None, *row[_PLAIN:])
    return Line(*values)
