"""The operators there are. Apps register theirs; what stands here knows no content."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.kit.folding import folded
from space.search.grammar.scanning import is_name
from space.search.grammar.terms import Value

if TYPE_CHECKING:
    from space.search.asking import Question

Words: TypeAlias = "str | Promise"
# Where a filter narrows something.
SEARCH, LISTS = "search", "lists"
EVERYWHERE = frozenset({SEARCH, LISTS})


@dataclass(frozen=True)
class Given:
    """What one filter says: what its values mean, whether these are wanted or kept out, and to whom."""

    means: tuple[Any, ...]
    without: bool
    reader: Reader


@dataclass(frozen=True)
class Offer:
    """A value to choose while one types: what is put into the text, and what is shown of it."""

    value: str
    label: str = ""
    note: str = ""
    kind: str = ""
    sign: str = ""
    tone: int = 0
    picture: str = ""
    lang: str = ""
    # In English, where `value` is in the reader's language.
    key: str = ""


# What is meant by each of the values that is understood. Costs one query at most, however many there are.
Read: TypeAlias = Callable[[Sequence[str], Reader], Mapping[str, Value]]


def _as_it_is(key: str) -> str:
    return key


def _offers_nothing(typed: str, reader: Reader) -> list[Offer]:
    return []


def _has_no_list(reader: Reader) -> list[Offer]:
    return []


@dataclass(frozen=True)
class Operator:
    """All that is needed of an operator.

    `wrong` tells in a sentence why a value is not understood, and what would be right. What a reader may not know
    of is not understood either, and `wrong`, `offer` and `read` answer of it exactly as of what does not exist.
    """

    name: str
    # Its name as the reader's language has it.
    spoken: Words
    # What it is about, in words.
    label: Words
    example: str
    read: Read
    wrong: Callable[[str, Reader], str]
    also: tuple[str, ...] = ()
    offer: Callable[[str, Reader], list[Offer]] = _offers_nothing
    # All values, in order, where they are few enough for a list to choose from.
    choices: Callable[[Reader], list[Offer]] = _has_no_list
    # A value as the reader's language has it.
    said: Callable[[str], str] = _as_it_is
    # Of values that work in one place alone; by default all work everywhere, for everybody, and turned round.
    where: Callable[[str], frozenset[str]] = lambda _: EVERYWHERE
    for_members: Callable[[str], bool] = lambda _: False
    turns: Callable[[str], bool] = lambda _: True
    topics: Callable[[Given], Q] | None = None
    question: "Callable[[Question, Given], Question] | None" = None
    # Whether it is named to who types and to who erred; where it stands among the others.
    offered: bool = True
    order: int = 50


@dataclass
class _Registry:
    by_name: dict[str, Operator] = field(default_factory=dict)
    # By every name in one language, with what is English above what is not.
    spoken: dict[str, dict[str, Operator]] = field(default_factory=dict)


_registry = _Registry()


def register(operator: Operator) -> None:
    _registry.by_name[operator.name] = operator
    _registry.spoken.clear()


def every() -> list[Operator]:
    return sorted(_registry.by_name.values(), key=lambda one: (one.order, one.name))


def offered() -> list[Operator]:
    return [one for one in every() if one.offered]


def get(name: str) -> Operator:
    return _registry.by_name[name]


def called(name: str) -> Operator | None:
    """The operator of this name, in English or in the reader's language."""
    return names().get(folded(name))


def names() -> Mapping[str, Operator]:
    """All names, folded, in English and in the language of now."""
    language = get_language() or ""
    found = _registry.spoken.get(language)
    if found is None:
        found = _registry.spoken[language] = _all_names()
    return found


def name_of(operator: Operator) -> str:
    """Its name in the reader's language, or the English one where that could not be read back."""
    own = str(operator.spoken)
    return own if is_name(own) and called(own) is operator else operator.name


def _all_names() -> dict[str, Operator]:
    all_of_them = every()
    found = {folded(str(one.spoken)): one for one in all_of_them}
    found |= {folded(other): one for one in all_of_them for other in one.also}
    return found | {one.name: one for one in all_of_them}
