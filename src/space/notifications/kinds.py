"""Kinds of things that people are told. Apps register theirs; nothing here knows what they are about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader

if TYPE_CHECKING:
    from space.notifications.models import Notification


# Messages of this place to one person.
SYSTEM = "system"


class Channel(TextChoices):
    """By which way somebody is told."""

    BELL = "bell", pgettext_lazy("notification channel", "In the bell")


@dataclass(frozen=True)
class About:
    """What several lines can be about: they stand together under it."""

    title: str
    url: str
    lang: str = ""
    dir: str = "auto"


@dataclass(frozen=True)
class Said:
    """The words of one line. `text` is safe HTML; `why` says why one is told, and at `change` one says otherwise."""

    text: str
    url: str
    about: About | None = None
    words: str = ""
    words_lang: str = ""
    words_dir: str = "auto"
    why: str | Promise = ""
    change: str = ""


# Finds the words of lines for their reader: through what the reader may see. Who left one out does not show it.
Tell = Callable[[Sequence["Notification"], Reader], Mapping[int, Said]]


@dataclass(frozen=True)
class Fold:
    """Which lines become one while they are unread.

    Everything `of` a topic; or of one thing, and of a topic as soon as there are lines of several things
    within a time (the numbers of both are settings).
    """

    of: str = ""

    @property
    def in_time(self) -> bool:
        return self.of == "thing"

    def key(self, kind: str, topic: int, thing: int) -> str:
        """The name of the line into which more of the same goes; empty where every line stands alone."""
        if not self.of:
            return ""
        return f"{kind} {topic}/{thing}" if self.in_time else f"{kind} {topic}"


ALONE, BY_TOPIC, BY_THING = Fold(), Fold("topic"), Fold("thing")


@dataclass(frozen=True)
class Kind:
    """All that the bell needs to know of a kind."""

    name: str
    label: str | Promise
    explanation: str | Promise
    icon: str
    tell: Tell
    order: int
    fold: Fold = ALONE
    # By which channels one is told of it without having said anything.
    channels: frozenset[Channel] = field(default_factory=lambda: frozenset({Channel.BELL}))
    # What one has read already is not told, rather than told as read.
    only_unread: bool = False
    # A reading mark at its number has read it, however far before that it stands.
    read_up_to: bool = False


_kinds: dict[str, Kind] = {}
# The reasons for which somebody is told things of themselves that they hear while they are suspended, too.
_OF_ONESELF: set[str] = set()


def register(kind: Kind) -> None:
    """Called from `ready()`."""
    _kinds[kind.name] = kind


def reach_suspended(because: str) -> None:
    """Called from `ready()`."""
    _OF_ONESELF.add(because)


def reaching_suspended() -> list[str]:
    return sorted(_OF_ONESELF)


def kind_of(name: str) -> Kind | None:
    """None for a kind whose app is gone: its lines are not shown."""
    return _kinds.get(name)


def all_kinds() -> list[Kind]:
    return sorted(_kinds.values(), key=lambda kind: kind.order)


def said_of(lines: Sequence["Notification"], reader: Reader) -> dict[int, Said]:
    """The words of these lines, each from its kind; without those that the reader may not know of any more."""
    together: dict[Tell, list[Notification]] = {}
    for line in lines:
        if kind := kind_of(line.kind):
            together.setdefault(kind.tell, []).append(line)
    said: dict[int, Said] = {}
    for teller, alike in together.items():
        said.update(teller(alike, reader))
    return said
