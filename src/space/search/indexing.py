"""The one way into the index: whoever changes a thing says so here, in the same transaction."""

from collections.abc import Iterable

from django.db import connection

from space.search.documents import Document
from space.search.words import vector

_INDEX = """
INSERT INTO search_entry AS kept (kind, thing, circle, title, words, length, lang, written_at, author, topic, place,
  tags, species, lowered)
SELECT kind, thing, circle, title, words::tsvector, length, lang, written_at, author, topic, place, tags::bigint[],
  species, lowered
FROM unnest(%s::text[], %s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::int[], %s::text[], %s::timestamptz[],
  %s::bigint[], %s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::boolean[])
  AS told (kind, thing, circle, title, words, length, lang, written_at, author, topic, place, tags, species, lowered)
ON CONFLICT (kind, thing) DO UPDATE SET (circle, title, words, length, lang, written_at, author, topic, place, tags,
  species, lowered) = (excluded.circle, excluded.title, excluded.words, excluded.length, excluded.lang,
  excluded.written_at, excluded.author, excluded.topic, excluded.place, excluded.tags, excluded.species,
  excluded.lowered)
"""
_FORGET = "DELETE FROM search_entry WHERE kind = %s AND thing = ANY(%s)"


def index(documents: Iterable[Document]) -> None:
    """Let these be found as they are now. A document takes the place of the one that the same thing had."""
    rows = [_row(document) for document in documents]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_INDEX, [list(column) for column in zip(*rows, strict=True)])


def forget(kind: str, pks: Iterable[int]) -> None:
    """Let these not be found any more."""
    gone = list(pks)
    if gone:
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [kind, gone])


def _row(document: Document) -> tuple[object, ...]:
    words, length = vector(document)
    return (
        document.kind,
        document.pk,
        document.circle,
        document.title,
        words,
        length,
        document.lang,
        document.written_at,
        document.author,
        document.topic,
        document.place,
        f"{{{','.join(map(str, document.tags))}}}",
        document.species,
        document.lowered,
    )
