"""Words in the text of a list's filters: what titles say, whatever the case and the accents."""

import re
from collections.abc import Sequence

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Func, Q, TextField, Value
from django.db.models.lookups import Contains

from space.kit.folding import Folded, Letters, folded, letters
from space.search.grammar import Phrase, Query, Word

# The index knows a title by every three letters that follow one another, and says nothing of what is shorter.
_THREE = re.compile(r"[a-z0-9]{3}")


def saying(text: Query) -> Q:
    """Topics whose title holds each of the words and phrases, and none of those that are not wanted.

    Each title is folded once, however many words there are: what no index helps with is read in every title.
    """
    terms = [(folded(term.text), term.without) for term in text.terms if isinstance(term, Word | Phrase)]
    wanted = [words for words, without in terms if words and not without]
    refused = [words for words, without in terms if words and without]
    found = Q(_title_is_like("ALL", wanted)) if wanted else Q()
    for words in wanted:
        found &= _by_index(words)
    return found & ~Q(_title_is_like("ANY", refused)) if refused else found


def _by_index(words: str) -> Q:
    """The index knows titles by letters in which a few signs of other scripts are the same, so it is not enough."""
    plain = letters(words)
    return Q(Contains(Letters("title"), Value(plain))) if _THREE.search(plain) else Q()


def _title_is_like(which: str, words: Sequence[str]) -> Func:
    held = Value([f"%{_plain(one)}%" for one in words], output_field=ArrayField(TextField()))
    patterns = Func(held, template="(%(expressions)s::text[])")
    template, joiner = "(%(expressions)s)", f" LIKE {which} "
    return Func(Folded("title"), patterns, template=template, arg_joiner=joiner, output_field=BooleanField())


def _plain(words: str) -> str:
    """Without the meaning that signs have in patterns."""
    return re.sub(r"([\\%_])", r"\\\1", words)
