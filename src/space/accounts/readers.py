"""Who reads: one person with all roles, read once a request, so that rules ask the database nothing.

Apps above tell what a reader carries with `carry(name, expression)` from their `ready()`: an expression
over one account, such as the ids of its groups. All of it comes with the session in one query.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.db.models.expressions import BaseExpression

from space.accounts.models import Trust, User

Carried = Callable[[str], BaseExpression]
_carried: dict[str, Carried] = {}


def carry(name: str, expression: Carried) -> None:
    """Let every reader carry this. `expression` gets the path to the account's id, for OuterRef."""
    _carried[name] = expression


def carried(path: str) -> dict[str, BaseExpression]:
    return {f"carries_{name}": expression(path) for name, expression in _carried.items()}


def carried_names() -> list[str]:
    return list(_carried)


@dataclass(frozen=True)
class Reader:
    """A person with roles; nobody in particular when `pk` is 0."""

    pk: int = 0
    name: str = ""
    trust: int = Trust.NEW
    language: str = ""
    languages: tuple[str, ...] = ()
    # Lists that show only these languages to them, by name.
    narrowed: frozenset[str] = frozenset()
    theme: str = "auto"
    time_zone: str = ""
    picture: str = ""
    carries: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_authenticated(self) -> bool:
        return self.pk > 0

    @property
    def is_suspended(self) -> bool:
        return bool(self.carries.get("suspended"))

    @property
    def is_silenced(self) -> bool:
        return self.is_suspended or bool(self.carries.get("silenced"))

    @property
    def is_member(self) -> bool:
        """Sees what members see. A suspended person reads what everybody reads, and nothing more."""
        return self.is_authenticated and not self.is_suspended

    @property
    def groups(self) -> frozenset[int]:
        """Those inside of which they read: as a member, or for a while as a visitor of the staff."""
        return self._ids("groups") | self._ids("visited") if self.is_member else frozenset()

    @property
    def opened(self) -> frozenset[int]:
        """Private conversations of others that they read for a while as staff, for a reason."""
        return self._ids("opened") if self.is_member else frozenset()

    @property
    def moderated_categories(self) -> frozenset[int]:
        """Those they were appointed to, alone or with a group of theirs, and the rooms of the groups that they lead."""
        if not self.is_member:
            return frozenset()
        alone = self._ids("moderated_categories")
        return alone | self._ids("led_categories") | self._ids("entrusted_categories")

    @property
    def is_moderator(self) -> bool:
        """Of the whole place, not of one category."""
        return self.is_member and bool(
            {"moderators", "administrators"} & set(self.carries.get("offices") or ())
        )

    @property
    def is_administrator(self) -> bool:
        return self.is_member and "administrators" in (self.carries.get("offices") or ())

    def _ids(self, name: str) -> frozenset[int]:
        return frozenset(self.carries.get(name) or ())


NOBODY = Reader()


def reader_from(user: User, carries: Mapping[str, Any]) -> Reader:
    return Reader(
        pk=user.pk,
        name=user.name,
        trust=user.trust,
        language=user.language,
        languages=tuple(user.languages),
        narrowed=frozenset(user.narrowed),
        theme=user.theme,
        time_zone=user.time_zone,
        picture=user.picture,
        carries=MappingProxyType(dict(carries)),
    )


def reader_of(user: User) -> Reader:
    """The reader that this person is, for jobs, commands and tests. A request has `request.reader`."""
    return described(User.objects.filter(pk=user.pk).annotate(**carried("pk")).get())


def described(row: User) -> Reader:
    """The reader that a row is which came with all that readers carry: `.annotate(**carried("pk"))`."""
    return reader_from(row, {name: getattr(row, f"carries_{name}") for name in carried_names()})
