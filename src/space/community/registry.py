"""All settings there are. An app declares its own as constants, and calls one to have its value of today."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.utils.functional import Promise

from space.community.groups import Group
from space.community.kinds import Kind
from space.community.reading import overrides
from space.community.said import Said

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Definition(Generic[T]):
    """A setting. `label` and `explanation` are for administrators; `env` is where an operator gives the default."""

    name: str
    group: Group
    label: str | Promise
    explanation: str | Promise
    kind: Kind[T]
    default: Callable[[], T]
    env: str = ""

    def __call__(self) -> T:
        """The value of now. Asks no database while nothing changed."""
        chosen: T | None = overrides().get(self.name)
        return self.default() if chosen is None else chosen

    def held(self, stored: Any) -> T:
        """The value while this JSON is stored, or while nothing is (None)."""
        chosen = None if stored is None else self.loaded(stored)
        return self.default() if chosen is None else chosen

    def loaded(self, stored: Any) -> T | None:
        """The value that is stored; None where it is one of former times that is none any more."""
        try:
            return self.kind.loaded(stored)
        except (ValidationError, KeyError, TypeError, ValueError) as error:
            log.warning("The setting %s holds %r, so its default is used: %s", self.name, stored, error)
            return None


@dataclass(frozen=True, eq=False)
class TextDefinition(Definition[Mapping[str, Said]]):
    """A text that comes with Space in every language; the community writes its own for those it likes."""

    ours: Callable[[str], Said] = lambda language: Said(language, "")

    def said(self, language: str) -> Said:
        return self().get(language) or self.ours(language)


_known: dict[str, Definition[Any]] = {}


def register(definition: Definition[Any]) -> None:
    if definition.name in _known:
        raise ValueError(f"There are two settings with the name {definition.name}.")
    _known[definition.name] = definition


def find(name: str) -> Definition[Any] | None:
    return _known.get(name)


def everything() -> Iterable[Definition[Any]]:
    """By group, and within it as they were declared."""
    order = list(Group)
    return sorted(_known.values(), key=lambda definition: order.index(definition.group))
