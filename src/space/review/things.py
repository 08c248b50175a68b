"""What cases are about. A thing is named by the label of its model and its id, as in the log."""

from dataclasses import dataclass
from typing import Any

from space.accounts.models import User
from space.discuss.models import Audience, Post, Topic
from space.groups.models import Group
from space.kit import clock
from space.review.models import WatchedSaying
from space.uploads.models import Portrait, Upload

POST = Post._meta.label_lower
PERSON = User._meta.label_lower
PICTURE = Upload._meta.label_lower
SAYING = WatchedSaying._meta.label_lower
PORTRAIT = Portrait._meta.label_lower
# What is seen and not read.
PICTURES = frozenset({PICTURE, PORTRAIT})


@dataclass(frozen=True)
class Thing:
    """Where a thing stands and whose it is, for who opens a case about it."""

    kind: str
    pk: int
    author: User
    language: str = ""
    topic: int = 0
    category: int | None = None
    group: Group | None = None

    def of_case(self) -> dict[str, Any]:
        """What a case about it begins with."""
        return {
            "thing_kind": self.kind,
            "thing_id": self.pk,
            "author": self.author,
            "category_id": self.category,
            "group": self.group,
            "topic": self.topic,
            "language": self.language,
            "opened_at": clock.now(),
        }


def post_thing(post: Post) -> Thing:
    """Expects `post.author` and `post.topic.group`."""
    topic = post.topic
    inside = topic.group if topic.audience == Audience.GROUP else None
    return Thing(POST, post.pk, post.author, post.language, topic.pk, topic.category_id, inside)


def picture_thing(upload: Upload, post: Post) -> Thing:
    """A picture by itself, looked after where it stands. Expects `upload.owner` and `post.topic.group`."""
    there = post_thing(post)
    return Thing(PICTURE, upload.pk, upload.owner, there.language, there.topic, there.category, there.group)


def portrait_thing(portrait: Portrait) -> Thing:
    """The picture by which somebody is shown, by itself. Expects `portrait.owner`."""
    return Thing(PORTRAIT, portrait.pk, portrait.owner, portrait.owner.language)


def person_thing(person: User) -> Thing:
    return Thing(PERSON, person.pk, person, person.language)


def saying_thing(
    saying: WatchedSaying,
    topic: Topic | None = None,
    inside: Group | None = None,
    category: int | None = None,
) -> Thing:
    """Looked after by staff; where it is said in a topic or of a category, by who looks after that.

    Expects `by` and `topic.group`.
    """
    if topic is None:
        return Thing(SAYING, saying.pk, saying.by, saying.language, 0, category, inside)
    inside = topic.group if topic.audience == Audience.GROUP else None
    return Thing(SAYING, saying.pk, saying.by, saying.language, 0, topic.category_id, inside)
