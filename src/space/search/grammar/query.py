"""A filter text, understood: what it asks for, how it is written, and how one part of it is changed."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db.models import Q

from space.accounts.readers import Reader
from space.search.grammar import operators
from space.search.grammar.operators import Given
from space.search.grammar.printing import printed
from space.search.grammar.terms import Filter, Phrase, Term, Unclear, Value, Word

if TYPE_CHECKING:
    from space.search.asking import Question


@dataclass(frozen=True)
class Query:
    """All terms hold at once. `problems` are sentences about what was not understood, for who wrote it."""

    terms: tuple[Term, ...] = ()
    problems: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        """In English, which every reader's box understands: for addresses and what is stored."""
        return printed(self.terms)

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def spoken(self) -> str:
        """In the reader's language: for the box."""
        return printed(self.terms, in_own_words=True)

    @property
    def filters(self) -> tuple[Filter, ...]:
        return tuple(term for term in self.terms if isinstance(term, Filter))

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(term.text for term in self.terms if isinstance(term, Word) and not term.without)

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(term.text for term in self.terms if isinstance(term, Phrase) and not term.without)

    @property
    def excluded(self) -> tuple[str, ...]:
        """Words and phrases that are not wanted."""
        return tuple(term.text for term in self.terms if isinstance(term, Word | Phrase) and term.without)

    @property
    def has_words(self) -> bool:
        return any(isinstance(term, Word | Phrase) and not term.without for term in self.terms)

    def values(self, name: str) -> tuple[str, ...]:
        """All values that are wanted of this operator."""
        wanted = (one for one in self.filters if one.name == name and not one.without)
        return tuple(dict.fromkeys(key for one in wanted for key in one.keys))

    def but(self, name: str, *values: str) -> "Query":
        """The same with these values of this operator, any of them, in place of all it had."""
        changed = Filter(name, tuple(map(Value, values)))
        return Query((*self.without(name).terms, changed)) if values else self.without(name)

    def also(self, name: str, value: str) -> "Query":
        """The same, narrowed further. What is there already is not said twice."""
        more = Filter(name, (Value(value),))
        return self if more in self.terms else Query((*self.terms, more))

    def without(self, name: str, value: str = "") -> "Query":
        """The same without this operator, or without one of its values. What is kept out stays out."""
        kept = (_left(term, value) if _says(term, name) else term for term in self.terms)
        return Query(tuple(term for term in kept if term))

    def only(self, *names: str) -> "Query":
        """Of all filters those of these operators alone."""
        return Query(tuple(one for one in self.filters if one.name in names))

    def beside(self, *names: str) -> "Query":
        """All but these operators: words, phrases, and what was not understood too."""
        return replace(
            self,
            terms=tuple(one for one in self.terms if not isinstance(one, Filter) or one.name not in names),
        )

    def question(self, reader: Reader, asked: "Question | None" = None) -> "Question":
        """What search is asked. `asked` is what the page wants besides: a page, a topic."""
        if asked is None:
            from space.search.asking import Question

            asked = Question()
        asked = replace(asked, words=self.words, phrases=self.phrases, without=self.excluded)
        for term in self.filters:
            change = operators.get(term.name).question
            if change:
                asked = change(asked, _given(term, reader))
        return asked

    def topics(self, reader: Reader) -> Q:
        """What the filters ask of topics in a list. Words are the list's own affair."""
        found = Q()
        for term in self.filters:
            narrow = operators.get(term.name).topics
            if narrow:
                found &= narrow(_given(term, reader))
        return found


def _says(term: Term, name: str) -> bool:
    return isinstance(term, Filter | Unclear) and term.name == name and not term.without


def _left(term: Term, value: str) -> Term | None:
    """What is left of a filter without one of its values."""
    if not value:
        return None
    if isinstance(term, Filter):
        left = tuple(one for one in term.values if one.key != value)
        return replace(term, values=left) if left else None
    return term


def _given(term: Filter, reader: Reader) -> Given:
    """A query that was changed by its words has not read them yet."""
    if any(value.means is None for value in term.values):
        known = operators.get(term.name).read(term.keys, reader)
        means = tuple(known[key].means for key in term.keys if key in known)
    else:
        means = tuple(value.means for value in term.values)
    return Given(means, term.without, reader)
