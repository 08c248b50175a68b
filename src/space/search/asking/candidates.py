"""The queries: which documents may answer, with all that is needed to weigh them, in one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from space.kit.folding import letters
from space.search.asking.question import Question
from space.search.asking.terms import Term, Terms
from space.search.models import Entry

# More than these are not looked at by their age, which is told from rows and not from the index.
_LOOKED_THROUGH = 20_000
# Of what was typed, where titles are compared with it.
LONGEST = 80
_COLUMNS = "kind, thing, title, topic, species, lang, place, tags, author, lowered, length"
# Moments as plain numbers: three hundred of Python's own cost as much as all else of an answer.
_MOMENT = "extract(epoch FROM written_at)::float8, extract(year FROM written_at)::int"

# The innermost select has no order, so that the index of words is the only way into it.
_PART = """(SELECT id FROM (
  SELECT id, written_at FROM search_entry WHERE {circle} AND words @@ %s::tsquery {further} LIMIT {most}
) AS found ORDER BY written_at DESC, id DESC LIMIT %s)"""
_NEWEST = (
    """(SELECT id FROM search_entry WHERE {circle} {further} ORDER BY written_at DESC, id DESC LIMIT %s)"""
)
# Titles like what was typed, for who made a slip.
_ALIKE = """(SELECT id FROM search_entry WHERE circle = 0 AND title <> '' AND %s <%% space_letters(title) {further}
  ORDER BY word_similarity(%s, space_letters(title)) DESC LIMIT %s)"""
_WEIGH = """
SELECT {columns}, {moment}, words @@ %s::tsquery, words @@ %s::tsquery, ARRAY[{ranks}]::real[]
FROM search_entry WHERE id IN ({parts})
"""
_RANK = "ts_rank('{{1,1,1,1}}', words, %s::tsquery)"


class Candidate(NamedTuple):
    kind: str
    pk: int
    title: str
    topic: int
    species: str
    lang: str
    place: int | None
    tags: list[int]
    author: int | None
    lowered: bool
    length: int
    written: float
    year: int
    is_called_so: bool
    # All words stand in it in the order in which they were typed.
    is_in_a_row: bool
    # Of each weighed term: of each of its forms in the text, then of all in the title.
    ranks: list[float]


@dataclass(frozen=True)
class Part:
    """Some of the candidates: the newest that match."""

    query: str
    limit: int


def candidates(
    parts: Sequence[Part],
    terms: Terms,
    title: str,
    question: Question,
    circles: Iterable[int] = (),
) -> list[Candidate]:
    """Public ones, or else those of these circles alone."""
    inner = list(circles)
    circle = "circle <> 0 AND circle = ANY(%s)" if inner else "circle = 0"
    further, values = _further(question)
    selects, params = [], []
    for part in parts:
        select = _PART if part.query else _NEWEST
        selects.append(select.format(circle=circle, further=further, most=_LOOKED_THROUGH))
        params += [*([inner] if inner else []), *([part.query] if part.query else []), *values, part.limit]
    return _weighed(" UNION ".join(selects), params, terms, title)


def alike(question: Question, terms: Terms, most: int) -> list[Candidate]:
    """Public things of which the title is like the words that were typed."""
    further, values = _further(question)
    typed = letters(question.text[:LONGEST])
    return _weighed(_ALIKE.format(further=further), [typed, *values, typed, most], terms, "!")


def _weighed(ids: str, params: Sequence[Any], terms: Terms, title: str) -> list[Candidate]:
    ranks = [query for term in terms.weighed for query in ranked(term)]
    sql = _WEIGH.format(
        columns=_COLUMNS, moment=_MOMENT, ranks=", ".join([_RANK.format()] * len(ranks)), parts=ids
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [f"'{title}'", terms.row, *ranks, *params])
        return [Candidate(*row) for row in cursor.fetchall()]


def ranked(term: Term) -> list[str]:
    """What is asked of a term: each form alone, since only so they can be counted; the title at once."""
    forms = [f"'{form}'" for form in term.forms]
    return [*forms, *([f"'{term.begins}':*"] if term.begins else []), term.in_title]


def _further(question: Question) -> tuple[str, list[Any]]:
    sql: str = ""
    values: list[Any] = []
    if question.since:
        sql, values = sql + " AND written_at >= %s", [*values, question.since]
    if question.until:
        sql, values = sql + " AND written_at < %s", [*values, question.until]
    if question.within:
        inside, params = Entry.objects.filter(question.within).values("pk").query.sql_with_params()
        sql, values = f"{sql} AND id IN ({inside})", [*values, *params]
    return sql, values
