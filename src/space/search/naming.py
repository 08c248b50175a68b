"""What the values of facets are called, and by which word of the filter language one asks for them.

Apps tell it of what is theirs (categories, tags, species) from their `ready()`. They name only what the reader may see:
a value without a name is not shown.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import pgettext

from space.accounts.readers import Reader


class Named(NamedTuple):
    """`word` stands behind the operator; `label` is what people call it."""

    label: str
    word: str
    lang: str = ""
    tone: int = 0


Names = Callable[[Sequence[Any], Reader], Mapping[Any, Named]]


@dataclass(frozen=True)
class Facet:
    """`name` is the facet's in an answer, `operator` what narrows to one of its values.

    With several values chosen a thing has any of them; where `every` is true, all.
    """

    name: str
    label: str | Promise
    operator: str
    names: Names
    order: int
    every: bool = False


@dataclass(frozen=True)
class Species:
    """What people call a thing that is found, many of them, and its icon."""

    name: str
    label: str | Promise
    icon: str
    order: int


_facets: dict[str, Facet] = {}
_species: dict[str, Species] = {}
_things: dict[str, tuple[str | Promise, Names]] = {}


def facet(
    name: str, label: str | Promise, operator: str, names: Names, *, order: int, every: bool = False
) -> None:
    _facets[name] = Facet(name, label, operator, names, order, every)


def facets() -> list[Facet]:
    return sorted(_facets.values(), key=lambda one: one.order)


def species(name: str, label: str | Promise, icon: str, *, order: int) -> None:
    _species[name] = Species(name, label, icon, order)


def all_species() -> list[Species]:
    return sorted(_species.values(), key=lambda one: one.order)


def thing(operator: str, inside: str | Promise, names: Names) -> None:
    """Something in which one searches, such as a topic: how the bar offers it, and what its filter's values are called.

    `names` is asked with what stands behind the operator.
    """
    _things[operator] = (inside, names)


def inside(operator: str) -> str | Promise:
    return _things[operator][0] if operator in _things else pgettext("search", "Here")


def called(operator: str, words: Sequence[str], reader: Reader) -> Mapping[str, Named]:
    """The names of these values, as far as the reader may know them."""
    return _things[operator][1](words, reader) if operator in _things else {}
