"""What is kept of a person. Each app says it here, once for each thing it keeps: what, why, how long, who sees it, how
a copy of it is made, and what becomes of it when its person wants to be forgotten.

Copies, erasure and the page that tells what is kept all read this, so they cannot differ; and a test finds every column
that names a person and stands in no `Part`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import IO, Any

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.models import User


class Way(TextChoices):
    """How somebody wants to be forgotten."""

    NAME = "name", pgettext_lazy("erasure", "My name goes, my words stay")
    WORDS = "words", pgettext_lazy("erasure", "My name and my words go")


class Fate(Enum):
    """What becomes of a thing when its person is erased."""

    GOES = pgettext_lazy("fate", "It is deleted.")
    LEFT = pgettext_lazy("fate", "It stays, and no longer says whose it is.")
    STAYS = pgettext_lazy("fate", "It stays, under the neutral name.")
    WORDS = pgettext_lazy("fate", "It stays under the neutral name, or its words go too, as you choose.")


class Until(Enum):
    """How long a thing is kept, while nobody asks to be erased."""

    YOURS = pgettext_lazy("kept until", "Until you change or delete it")
    ACCOUNT = pgettext_lazy("kept until", "As long as your account")
    OUT = pgettext_lazy("kept until", "Until you sign out, or have been away for two months")
    DRAFT = pgettext_lazy("kept until", "Until you send it, and half a year at most")
    MANY = pgettext_lazy("kept until", "The newest ten thousand")
    SENT = pgettext_lazy("kept until", "Its words until it is sent; that it was sent, for 30 days")
    THING = pgettext_lazy("kept until", "As long as the thing it belongs to")
    EVENT = pgettext_lazy("kept until", "As long as the event; answers to questions for 90 days after it")
    MOMENTS = pgettext_lazy("kept until", "Minutes")
    DAYS = pgettext_lazy("kept until", "Days")
    KEYS = pgettext_lazy("kept until", "The key of a day for 90 days")
    GOOD = pgettext_lazy("kept until", "For good")


class Seen(Enum):
    """Who sees a thing."""

    NOBODY = pgettext_lazy("seen by", "Nobody; the program alone")
    YOU = pgettext_lazy("seen by", "You")
    EVERYBODY = pgettext_lazy("seen by", "Everybody")
    READERS = pgettext_lazy("seen by", "Who may read the thing it belongs to")
    GROUP = pgettext_lazy("seen by", "Members of the group; of a public group, everybody")
    ORGANISERS = pgettext_lazy("seen by", "The organisers; others if you say so")
    STAFF = pgettext_lazy("seen by", "Moderators and administrators")
    YOU_AND_STAFF = pgettext_lazy("seen by", "You, moderators and administrators")
    VOTES = pgettext_lazy("seen by", "Nobody, in a secret poll; in an open one, who may read it")


Row = dict[str, Any]
Rows = Callable[[User], Iterator[Row]]
# Names in the copy, with what opens the file.
Files = Callable[[User], Iterator[tuple[str, Callable[[], IO[bytes]]]]]
# One bounded piece of erasing, in a transaction of its own: whether there is more to do. It may be repeated.
Step = Callable[[User, Way], bool]


@dataclass(frozen=True)
class Part:
    """One thing that is kept. `columns` names what says whose it is, as `discuss.Post.author`, each with its fate."""

    name: str
    what: str | Promise
    why: str | Promise
    until: Until
    seen: Seen
    columns: Mapping[str, Fate] = field(default_factory=dict)
    # Why something stays, where it does.
    stays: str | Promise = ""
    # What a copy has of it; or why it has nothing of it.
    rows: Rows | None = None
    files: Files | None = None
    no_copy: str | Promise = ""
    erase: Step | None = None


@dataclass(frozen=True)
class Duty:
    """What somebody should hand over before they go. Where nobody else could do it, they must."""

    text: str
    url: str
    is_must: bool = False


_parts: dict[str, Part] = {}
_duties: list[Callable[[User], Iterable[Duty]]] = []


def keeps(*parts: Part) -> None:
    """Called from `ready()`: apps on higher floors come first, and are asked first when somebody is erased."""
    _parts.update({part.name: part for part in parts})


def has_duties(asked: Callable[[User], Iterable[Duty]]) -> None:
    """Called from `ready()`."""
    _duties.append(asked)


def parts() -> list[Part]:
    """From the top of the house down: what hangs on something is erased before that."""
    return list(_parts.values())


def duties_of(person: User) -> list[Duty]:
    return [duty for asked in _duties for duty in asked(person)]
