"""What a filter text is made of."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Word:
    text: str
    without: bool = False


@dataclass(frozen=True)
class Phrase:
    """Words in quotes: they follow one another."""

    text: str
    without: bool = False


@dataclass(frozen=True)
class Value:
    """One value of a filter: how it is written in English, and what it means to who registered the operator.

    `means` is None until somebody has read it; it makes no difference between two values.
    """

    key: str
    means: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Filter:
    """An operator with its values: any of them."""

    name: str
    values: tuple[Value, ...]
    without: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(value.key for value in self.values)


@dataclass(frozen=True)
class Unclear:
    """Meant as a filter, but not understood. It narrows nothing, and stands where it stood."""

    name: str
    values: tuple[str, ...] = ()
    without: bool = False


Term: TypeAlias = Word | Phrase | Filter | Unclear
