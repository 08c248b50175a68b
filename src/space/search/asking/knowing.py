"""How rare words are: what the last survey of all public documents found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from space.search.asking.terms import Term
from space.search.models import Survey
from space.web.kept import Kept

# Bumped with every survey.
SURVEY = "search survey"

_FREQUENCIES = "SELECT word, documents FROM search_word WHERE word = ANY(%s)"
_OF_A_BEGINNING = """
UNION ALL SELECT %s, coalesce(sum(documents), 0) FROM search_word WHERE word >= %s AND word < %s
UNION ALL (SELECT word, documents FROM search_word WHERE word >= %s AND word < %s ORDER BY documents DESC LIMIT %s)
"""
# The most frequent words with a beginning.
_CONTINUED = 20


@dataclass(frozen=True)
class Known:
    """Everything that is known of public documents together. In a young community that is nothing."""

    documents: int = 0
    average_length: float = 100.0
    # The newest so many were written since then.
    moments: tuple[tuple[int, datetime], ...] = ()

    def since(self, documents: float) -> datetime | None:
        """When the newest so many documents, or a few more, begin. None: all are wanted."""
        return next((moment for number, moment in self.moments if number >= documents), None)


def _read() -> Known:
    survey = Survey.objects.order_by("-pk").first()
    if survey is None:
        return Known()
    moments = tuple((number, datetime.fromisoformat(moment)) for number, moment in survey.moments)
    return Known(survey.documents, survey.average_length, moments)


known: Kept[Known] = Kept(SURVEY, _read)


@dataclass(frozen=True)
class Frequencies:
    """In how many public documents each lexeme stands. One that the survey did not tell is rare."""

    documents: int
    counted: Mapping[str, int]

    def of(self, term: Term) -> int:
        stems = sum(self.counted.get(form, 0) for form in term.forms if form.startswith("="))
        plain = max((self.counted.get(form, 0) for form in term.forms), default=0)
        begun = self.counted.get(f"{term.begins}*", 0) if term.begins else 0
        return max(1, min(self.documents, max(stems, plain, begun)))

    def share(self, documents: int) -> float:
        return min(1.0, documents / self.documents) if self.documents else 0.0

    def share_of(self, lexeme: str) -> float:
        return self.share(max(1, self.counted.get(lexeme, 0)))


def frequencies(terms: Iterable[Term], lexemes: Iterable[str], documents: int) -> Frequencies:
    """By one query."""
    asked = {form for term in terms for form in (*term.forms, *("^" + form for form in term.forms))}
    sql: str = _FREQUENCIES
    params: list[Any] = [[*asked, *lexemes]]
    for begins in {term.begins for term in terms if term.begins}:
        sql += _OF_A_BEGINNING
        between = [begins, begins[:-1] + chr(ord(begins[-1]) + 1)]
        params += [f"{begins}*", *between, *between, _CONTINUED]
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return Frequencies(documents, {word: int(number) for word, number in cursor.fetchall()})
