"""Words in the text of a list's filters: what titles say, whatever the case and the accents."""

from django.db.models import Q, Value
from django.db.models.lookups import Contains

from space.kit.folding import Folded, Letters, folded, letters
from space.search.grammar import Phrase, Query, Word


def saying(text: Query) -> Q:
    """Topics whose title holds each of the words and phrases, and none of those that are not wanted."""
    found = Q()
    for term in text.terms:
        if isinstance(term, Word | Phrase) and (words := folded(term.text)):
            found &= ~_holds(words) if term.without else _holds(words)
    return found


def _holds(words: str) -> Q:
    """The index knows titles by letters in which a few signs of other scripts are the same; so it is asked twice."""
    by_index = Q(Contains(Letters("title"), Value(letters(words))))
    return by_index & Q(Contains(Folded("title"), Value(words)))
