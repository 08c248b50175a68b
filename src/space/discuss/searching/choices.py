"""The words that Discuss gives to `kind:`, `in:`, `order:`, and all of `status:`."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Answer, Bookmark, Closure, Kind, Pin, ReadMark, Topic
from space.discuss.models.topic_queries import STATUS
from space.kit import clock
from space.search.grammar.choices import Choice, Choices, operator_of
from space.search.grammar.generic import KINDS, ORDERS, PLACES
from space.search.grammar.operators import LISTS, SEARCH, register

STATUSES = Choices()
_IN_A_TOPIC = ~Q(topic=0)


def register_choices() -> None:
    for choices, known in ((KINDS, _KINDS), (STATUSES, _STATUSES), (PLACES, _PLACES), (ORDERS, _ORDERS)):
        for choice in known:
            choices.register(choice)
    register(
        operator_of(
            STATUSES,
            name="status",
            spoken=pgettext_lazy("filter name", "status"),
            label=pgettext_lazy("filter", "How far a topic has come"),
            example="open",
            order=50,
        )
    )


def _kind(name: str, kind: str, spoken: Any, label: Any, order: int) -> Choice:
    return Choice(name, spoken, label, topics=lambda _: Q(kind=kind), order=order)


_KINDS = (
    _kind(
        "conversation",
        Kind.CONVERSATION,
        pgettext_lazy("filter value", "conversation"),
        pgettext_lazy("filter", "people talk with each other"),
        10,
    ),
    _kind(
        "question",
        Kind.QUESTION,
        pgettext_lazy("filter value", "question"),
        pgettext_lazy("filter", "somebody asks, others answer"),
        11,
    ),
    _kind(
        "archive",
        Kind.ARCHIVED,
        pgettext_lazy("filter value", "archive"),
        pgettext_lazy("filter", "held elsewhere, as on a mailing list"),
        12,
    ),
    Choice(
        "category",
        pgettext_lazy("filter value", "category"),
        pgettext_lazy("filter", "categories by name and description"),
        where=frozenset({SEARCH}),
        order=21,
    ),
    Choice(
        "tag",
        pgettext_lazy("filter value", "tag"),
        pgettext_lazy("filter", "tags by name and description"),
        where=frozenset({SEARCH}),
        order=22,
    ),
)


def _holds(pin: str = "") -> Q:
    """A pin that has no end, or has not come to it."""
    return Q(**{f"{pin}until": None}) | Q(**{f"{pin}until__gt": clock.now()})


def _pinned(reader: Reader) -> Q:
    return Q(pin__isnull=False) & _holds("pin__")


def _in_topics(decisions: Any) -> Q:
    """Few topics have such a decision, so it is these that are looked up."""
    return Q(topic__in=decisions.values("topic"))


def _status(
    name: str, spoken: Any, label: Any, entries: Callable[[Reader], Q], order: int, topics: Any = None
) -> Choice:
    return Choice(
        name, spoken, label, topics=topics or (lambda _: STATUS[name]), entries=entries, order=order
    )


_STATUSES = (
    _status(
        "open",
        pgettext_lazy("filter value", "open"),
        pgettext_lazy("filter", "one can still reply"),
        lambda _: _IN_A_TOPIC & ~_in_topics(Closure.objects),
        10,
    ),
    _status(
        "closed",
        pgettext_lazy("filter value", "closed"),
        pgettext_lazy("filter", "has ended"),
        lambda _: _in_topics(Closure.objects),
        11,
    ),
    _status(
        "solved",
        pgettext_lazy("filter value", "solved"),
        pgettext_lazy("filter", "a reply was chosen as the answer"),
        lambda _: _in_topics(Answer.objects),
        12,
    ),
    _status(
        "unsolved",
        pgettext_lazy("filter value", "unsolved"),
        pgettext_lazy("filter", "a question without an answer yet"),
        lambda _: Q(species="question") & ~_in_topics(Answer.objects),
        13,
    ),
    _status(
        "unanswered",
        pgettext_lazy("filter value", "unanswered"),
        pgettext_lazy("filter", "nobody has replied yet"),
        lambda reader: Q(topic__in=Topic.objects.visible_to(reader).filter(posts_count=1).values("pk")),
        14,
    ),
    _status(
        "pinned",
        pgettext_lazy("filter value", "pinned"),
        pgettext_lazy("filter", "stands on top"),
        lambda _: _in_topics(Pin.objects.filter(_holds())),
        15,
        topics=_pinned,
    ),
)


def _marked(reader: Reader) -> Any:
    return Bookmark.objects.of(reader).order_by()


def _unread(reader: Reader) -> Any:
    return ReadMark.objects.filter(person=reader.pk, unread_at__isnull=False).values("topic")


_PLACES = (
    Choice(
        "mine",
        pgettext_lazy("filter value", "mine"),
        pgettext_lazy("filter", "what you wrote; in lists, what you began"),
        topics=lambda reader: Q(author=reader.pk),
        entries=lambda reader: Q(author=reader.pk),
        for_members=True,
        order=20,
    ),
    Choice(
        "bookmarked",
        pgettext_lazy("filter value", "bookmarked"),
        pgettext_lazy("filter", "what you put a bookmark at"),
        topics=lambda reader: Q(pk__in=_marked(reader).values("post__topic")),
        entries=lambda reader: Q(kind__in=["topic", "post"], thing__in=_marked(reader).values("post")),
        also=("bookmarks",),
        for_members=True,
        order=21,
    ),
    Choice(
        "unread",
        pgettext_lazy("filter value", "unread"),
        pgettext_lazy("filter", "topics you follow, with posts you have not read"),
        topics=lambda reader: Q(pk__in=_unread(reader)),
        entries=lambda reader: Q(topic__in=_unread(reader)),
        for_members=True,
        order=22,
    ),
)
_ORDERS = (
    Choice(
        "top",
        pgettext_lazy("filter value", "top"),
        pgettext_lazy("filter", "the liveliest of a week first"),
        where=frozenset({LISTS}),
        turns=False,
        order=20,
    ),
    Choice(
        "hot",
        pgettext_lazy("filter value", "hot"),
        pgettext_lazy("filter", "what is lively now first"),
        where=frozenset({LISTS}),
        turns=False,
        order=21,
    ),
)
