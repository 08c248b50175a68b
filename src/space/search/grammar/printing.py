"""A query as a text that reads back the same."""

from collections.abc import Iterable

from space.search.grammar import operators
from space.search.grammar.scanning import bare, in_quotes, stands_bare_after_any_name
from space.search.grammar.terms import Filter, Phrase, Term, Unclear, Word


def printed(terms: Iterable[Term], *, in_own_words: bool = False) -> str:
    """In English, or in the reader's language."""
    return " ".join(("-" if term.without else "") + _said(term, in_own_words) for term in terms)


def _said(term: Term, in_own_words: bool) -> str:
    if isinstance(term, Word):
        return term.text
    if isinstance(term, Phrase):
        return in_quotes(term.text)
    if isinstance(term, Unclear):
        return f"{_name(term.name, in_own_words)}:{','.join(map(_as_typed, term.values))}"
    return f"{_name(term.name, in_own_words)}:{','.join(_values(term, in_own_words))}"


def _name(name: str, in_own_words: bool) -> str:
    operator = operators.called(name) if in_own_words else None
    return operators.name_of(operator) if operator else name


def _values(term: Filter, in_own_words: bool) -> Iterable[str]:
    said = operators.get(term.name).said
    return (value_printed(said(key) if in_own_words else key) for key in term.keys)


def value_printed(value: str) -> str:
    return value if bare(value) else in_quotes(value)


def _as_typed(value: str) -> str:
    """Behind a name that nobody knows quotes say that it is a value."""
    return value if stands_bare_after_any_name(value) else in_quotes(value)
