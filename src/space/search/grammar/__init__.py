"""The filter language: `category:help lang:fr,ar "exact phrase" -word`. One text for search and for lists."""

from space.search.grammar.operators import LISTS, SEARCH, Operator, register
from space.search.grammar.query import Query
from space.search.grammar.reading import parse
from space.search.grammar.terms import Filter, Phrase, Term, Unclear, Value, Word

__all__ = [
    "LISTS",
    "SEARCH",
    "Filter",
    "Operator",
    "Phrase",
    "Query",
    "Term",
    "Unclear",
    "Value",
    "Word",
    "parse",
    "register",
]
