"""The quiet lines about posts that went to another topic, or came from one, in the words of who reads them."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.discuss.models import Did, Merger, Topic
from space.languages import bcp47

MOVES = frozenset({Did.PARTED, Did.JOINED, Did.MERGED, Did.CONTINUED})
# The other topic by its id, as a link for who sees it. Without one, nothing says which it is.
Others = dict[int, SafeString]


def others_named(lines: Iterable[tuple[str, str, str]], topic: Topic, reader: Reader) -> Others:
    """`lines` say what was done, before and after. Asks for nothing where no line is about a move.

    A topic that went into this one is named for who reads this one: all that it said stands here.
    """
    wanted = {_other(*line) for line in lines if line[0] in MOVES} - {0}
    if not wanted:
        return {}
    seen = Topic.objects.visible_to(reader).filter(pk__in=wanted)
    named = {one.pk: _link(one) for one in seen}
    merged = Merger.objects.filter(into=topic, topic__in=wanted - named.keys()).select_related("topic")
    return named | {merger.topic_id: _title(merger.topic) for merger in merged}


def told(what: str, before: str, after: str, others: Others) -> tuple[str, dict[str, Any]]:
    """The sentence with gaps for who did it and the other topic, and what stands in the second."""
    other = others.get(_other(what, before, after))
    count = _number(before if what == Did.PARTED else after)
    text = _with_other(what, count) if other else _alone(what, count)
    return text.replace("%(n)d", str(count)), {"topic": other or ""}


def _other(what: str, before: str, after: str) -> int:
    return _number(after if what == Did.PARTED else before)


def _number(text: str) -> int:
    """What was emptied says nothing."""
    return int(text) if text.isdecimal() else 0


def _with_other(what: str, n: int) -> str:
    if what == Did.PARTED:
        return npgettext(
            "deed",
            "{who} moved %(n)d post from here to {topic}.",
            "{who} moved %(n)d posts from here to {topic}.",
            n,
        )
    if what == Did.CONTINUED:
        return pgettext("deed", "{who} closed {topic}, which goes on here.")
    if what == Did.MERGED:
        return npgettext(
            "deed",
            "{who} let {topic} go on here: %(n)d post.",
            "{who} let {topic} go on here: %(n)d posts.",
            n,
        )
    return npgettext(
        "deed",
        "{who} moved %(n)d post here from {topic}.",
        "{who} moved %(n)d posts here from {topic}.",
        n,
    )


def _alone(what: str, n: int) -> str:
    """For who does not see the other topic."""
    if what == Did.CONTINUED:
        return pgettext("deed", "{who} closed another topic, which goes on here.")
    if not n:
        return pgettext("deed", "{who} moved posts between this topic and another one.")
    if what == Did.PARTED:
        return npgettext(
            "deed",
            "{who} moved %(n)d post from here to another topic.",
            "{who} moved %(n)d posts from here to another topic.",
            n,
        )
    return npgettext("deed", "{who} moved %(n)d post here.", "{who} moved %(n)d posts here.", n)


def _link(topic: Topic) -> SafeString:
    return format_html('<a href="{}">{}</a>', topic.get_absolute_url(), _title(topic))


def _title(topic: Topic) -> SafeString:
    if topic.language:
        return format_html('<bdi lang="{}">{}</bdi>', bcp47(topic.language), topic.title)
    return format_html("<bdi>{}</bdi>", topic.title)
