"""What a draft is for: the key says it, and with that where one goes on."""

import re
from dataclasses import dataclass

from space.discuss.models import Kind, Post, Topic

# Without a sign for begin and end: addresses hold it too.
PATTERN = r"topic|question|(?:reply|edit)-[1-9]\d{0,17}"


@dataclass(frozen=True)
class Purpose:
    """`kind` is topic, question, reply or edit; `pk` is of the topic replied to, or of the post edited."""

    kind: str
    pk: int = 0

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.pk}" if self.pk else self.kind


def purpose_of(key: str) -> Purpose:
    """Expects a key that fits the pattern."""
    if not re.fullmatch(PATTERN, key):
        raise ValueError(key)
    kind, _, pk = key.partition("-")
    return Purpose(kind, int(pk or 0))


def to_start(kind: Kind | str) -> Purpose:
    return Purpose("question" if kind == Kind.QUESTION else "topic")


def to_reply(topic: Topic) -> Purpose:
    return Purpose("reply", topic.pk)


def to_edit(post: Post) -> Purpose:
    return Purpose("edit", post.pk)
