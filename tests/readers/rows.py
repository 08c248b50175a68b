"""What a row of the table is, and short ways to write one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from tests.readers.world import World

READERS = (
    "nobody",
    "newcomer",
    "member",
    # Belonged to the closed group, left it, and is invited again: what they left behind there is nothing to them now.
    "former",
    "outsider",
    "insider",
    "moderator",
    # A moderator who has opened the closed group for a reason, and reads it for now.
    "visitor",
    "administrator",
    "suspended",
)
SIGNED_IN = READERS[1:]
_ALIKE = {"administrator": "moderator", "visitor": "insider", "former": "member"}
Where = Callable[[World], str]


@dataclass(frozen=True)
class Row:
    """One address: what most readers get, and who gets something else.

    An administrator gets what a moderator gets, and a former member what a member of the place gets, where a row does
    not say otherwise.
    """

    name: str
    where: Where
    all: int = 200
    but: dict[str, int] = field(default_factory=dict)
    post: dict[str, Any] | None = None

    def expected(self, reader: str) -> int:
        return self.but.get(reader, self.but.get(_ALIKE.get(reader, reader), self.all))

    def concerns(self, reader: str) -> bool:
        """A visitor reads what those inside read; in all else a visitor is a moderator like others."""
        hidden = self.expected("moderator") == 404 and self.expected("insider") == 200
        return reader != "visitor" or (self.post is None and hidden)

    def __str__(self) -> str:
        return f"{'POST ' if self.post is not None else ''}{self.name}"


def at(name: str, *args: Any) -> Where:
    return lambda world: reverse(name, args=args)


def of(name: str, pick: Callable[[World], list[Any]]) -> Where:
    return lambda world: reverse(name, args=pick(world))


def topic(world: World) -> list[Any]:
    return [world.topic.slug, world.topic.pk]


def secret(world: World) -> list[Any]:
    return [world.secret.slug, world.secret.pk]


def upload(world: World) -> list[Any]:
    return [world.upload.pk, world.upload.name]


def secret_upload(world: World) -> list[Any]:
    return [world.secret_upload.pk, world.secret_upload.name]


def only(*readers: str, gets: int = 200, others: int = 404) -> dict[str, Any]:
    return {"all": others, "but": dict.fromkeys(readers, gets)}


def signed_in(status: int = 200, nobody: int = 302) -> dict[str, Any]:
    return {"all": status, "but": {"nobody": nobody}}


INSIDE = only("insider")
# What Kofi has not shown to anybody yet: the group has nothing to do with it.
OWN = {**INSIDE, "but": {"insider": 200, "visitor": 404}}
DEMO = {"all": 404}
