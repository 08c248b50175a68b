"""What a draft is for: the key says it, and with that where one goes on."""

import re
from dataclasses import dataclass

from space.discuss.models import Kind, Post, Topic

# Without a sign for begin and end: addresses hold it too.
PATTERN = r"[a-z]{1,20}(?:-[1-9]\d{0,17})?"
# By kind, whether it is for one thing.
_KINDS: dict[str, bool] = {}


@dataclass(frozen=True)
class Purpose:
    """`kind` is topic, question, reply, edit or another app's; `pk` is of the topic replied to, the post edited …"""

    kind: str
    pk: int = 0

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.pk}" if self.pk else self.kind


def register(kind: str, *, of_one: bool) -> None:
    """There are drafts of this kind. `drafts/places.py` calls it, which knows where one goes on with them."""
    _KINDS[kind] = of_one


def purpose_of(key: str) -> Purpose:
    """Raises a ValueError for a key that is none."""
    kind, _, pk = key.partition("-")
    if not re.fullmatch(PATTERN, key) or _KINDS.get(kind) is not bool(pk):
        raise ValueError(key)
    return Purpose(kind, int(pk or 0))


def to_start(kind: Kind | str) -> Purpose:
    return Purpose("question" if kind == Kind.QUESTION else "topic")


def to_ask(group: int) -> Purpose:
    """A question to this group."""
    return Purpose("asked", group)


def to_reply(topic: Topic) -> Purpose:
    return Purpose("reply", topic.pk)


def to_edit(post: Post) -> Purpose:
    return Purpose("edit", post.pk)
