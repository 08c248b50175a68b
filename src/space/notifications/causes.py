"""Causes: what happened, in a word and an id, and who is to be told of it. Apps register theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


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
    # It cannot be seen now.
    aside: bool = False


NOTHING = Batch()
# It cannot be seen: what is left of it is told when it is shown (`actions.tell_shown`).
NOT_NOW = Batch(aside=True)


class Asked(NamedTuple):
    """A cause by its ids, and after which person to begin."""

    ids: tuple[int, ...]
    after: int = 0


# Given the words of a cause, after which person to begin, and how many people at most.
Recipients = Callable[..., Batch]
# The same for many causes of one name, so that they share their questions; the answers in their order.
Together = Callable[[Sequence[Asked], int], Sequence[Batch]]
_causes: dict[str, Recipients] = {}
_together: dict[str, Together] = {}


def register(name: str, recipients: Recipients) -> None:
    """`recipients(*ids, after=…, limit=…)` runs inside the batch's transaction. Called from `ready()`."""
    _causes[name] = recipients


def register_together(name: str, recipients: Together) -> None:
    _together[name] = recipients


def is_together(cause: str) -> bool:
    return cause.partition(" ")[0] in _together


def recipients_of(cause: str, *, after: int, limit: int) -> Batch:
    """The next batch of a cause such as `post 12`. A cause that nobody knows any more concerns nobody."""
    if is_together(cause):
        return recipients_together([(cause, after)], limit)[0]
    name, *ids = cause.split()
    found = _causes.get(name)
    return found(*map(int, ids), after=after, limit=limit) if found else NOTHING


def recipients_together(causes: Sequence[tuple[str, int]], limit: int) -> list[Batch]:
    """The next batch of each of these, which `is_together` knows: cause, and after whom to begin."""
    found: dict[int, Batch] = {}
    for name, recipients in _together.items():
        asked = {n: _asked(*one) for n, one in enumerate(causes) if one[0].partition(" ")[0] == name}
        found |= zip(asked, recipients(list(asked.values()), limit), strict=True) if asked else ()
    return [found[n] for n in range(len(causes))]


def _asked(cause: str, after: int) -> Asked:
    return Asked(tuple(map(int, cause.split()[1:])), after)
