"""Kinds of topics that apps above make: how they begin, how rows mark them, where they are read and changed.

Such an app registers an Opening for its kind from its `ready()`; Discuss learns no more of it than that.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Kind, Post, Topic
from space.kit.rules import Refusal, Verdict


@dataclass(frozen=True)
class Opening:
    """What a topic of one kind is to Discuss."""

    # The sign in rows, and its word.
    icon: str
    label: str | Promise
    # What stands in the place of the first post's text. It must itself start from what the reader may see.
    shown: Callable[[Topic, Reader], SafeString]
    # Where topics, by their ids, are read: the address to which their title leads where they are found.
    addresses: Callable[[Iterable[int], Reader], Mapping[int, str]]
    # Why title, text and tags are not changed in Discuss, and where they are.
    stays: Refusal
    # By which words such topics are found beside what they say: only what everybody may know who sees them.
    found_by: Callable[[Topic], Iterable[str]] = lambda _: ()


ARCHIVED = Refusal(pgettext_lazy("refusal", "What comes from an archive stays as it was written."))
MESSAGE = Refusal(
    pgettext_lazy("refusal", "This is a private conversation: it stays as it is, and people leave it.")
)
_openings: dict[str, Opening] = {}
# Topics that are more than a conversation, whatever their kind.
_bound: list[Q] = [Q(about_of__isnull=False)]


def register(kind: str, opening: Opening) -> None:
    _openings[kind] = opening


def bind(topics: Q) -> None:
    """Topics of this kind, and with what they open, stay where they are. Called from `ready()`."""
    _bound.append(topics)


def bound() -> Q:
    """The condition for topics whose first post is more than the beginning of a conversation."""
    wanted = ~Q(kind__in=[Kind.CONVERSATION, Kind.QUESTION])
    for kind in _bound:
        wanted |= kind
    return wanted


def opening_of(kind: str) -> Opening | None:
    return _openings.get(kind)


def stays(topic: Topic) -> Verdict:
    """Whether title, tags and category of this topic are changed in Discuss."""
    if topic.kind == Kind.ARCHIVED:
        return ARCHIVED
    if topic.kind == Kind.MESSAGE:
        return MESSAGE
    opening = opening_of(topic.kind)
    return opening.stays if opening else True


def words_stay(post: Post) -> Verdict:
    """The same of a post and its words. Expects `post.topic`."""
    return ARCHIVED if post.topic.kind == Kind.ARCHIVED else first_stays(post)


def first_stays(post: Post) -> Verdict:
    """Of the post with which a topic opens, where it opens with something of its own."""
    opening = opening_of(post.topic.kind) if post.number == 1 else None
    return opening.stays if opening else True


def addresses_of(topics: Iterable[tuple[int, str]], reader: Reader) -> dict[int, str]:
    """Of these (their ids and kinds) those that are read elsewhere. One question a kind."""
    of_kind: dict[str, list[int]] = {}
    for pk, kind in topics:
        if opening_of(kind):
            of_kind.setdefault(kind, []).append(pk)
    found: dict[int, str] = {}
    for kind, pks in of_kind.items():
        found.update(_openings[kind].addresses(pks, reader))
    return found
