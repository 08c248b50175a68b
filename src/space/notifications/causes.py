"""Causes: what happened, in a word and an id, and who is to be told of it. Apps register theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class To:
    """One person, and the kinds of which this is one, the strongest first: the first that they want is told."""

    person: int
    kinds: tuple[str, ...]
    because: str = ""
    because_of: int = 0
    # They have read it already.
    seen: bool = False


@dataclass(frozen=True)
class News:
    """What is told: the same for everybody."""

    at: datetime
    circle: int
    actor: int
    topic: int = 0
    number: int = 0
    thing: int = 0
    # Lines that stand alone: one of this name for each person.
    once: str = ""


@dataclass(frozen=True)
class Batch:
    """Some of those who are to be told, in the order of their ids; `last` is where the next batch begins."""

    news: News | None = None
    to: Sequence[To] = field(default_factory=tuple)
    # The next batch comes after this person; None where this was the last.
    last: int | None = None


NOTHING = Batch()
# Given the words of a cause, after which person to begin, and how many people at most.
Recipients = Callable[..., Batch]
_causes: dict[str, Recipients] = {}


def register(name: str, recipients: Recipients) -> None:
    """`recipients(*ids, after=…, limit=…)` runs inside the batch's transaction. Called from `ready()`."""
    _causes[name] = recipients


def recipients_of(cause: str, *, after: int, limit: int) -> Batch:
    """The next batch of a cause such as `post 12`. A cause that nobody knows any more concerns nobody."""
    name, *ids = cause.split()
    found = _causes.get(name)
    return found(*map(int, ids), after=after, limit=limit) if found else NOTHING
