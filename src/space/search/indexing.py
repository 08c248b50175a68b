"""The one way into the index: whoever changes a thing says so here, in the same transaction."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from space.search.documents import Document
from space.search.words import settled, vector

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
# What all documents of a topic share lies beside their words, in the vector as in the columns.
_SETTLE = """
UPDATE search_entry SET (circle, place, tags, species, lowered) =
    ROW (%(circle)s, %(place)s, %(tags)s::bigint[], %(species)s, %(lowered)s),
  words = ts_delete(words, array_cat(ARRAY['#c' || circle, '#p' || coalesce(place, 0), '#s' || species],
    ARRAY(SELECT '#g' || tag FROM unnest(tags) AS tag))) || %(words)s::tsvector
WHERE topic = %(topic)s AND topic <> 0 AND (circle, coalesce(place, 0), tags, species, lowered) IS DISTINCT FROM
  (%(circle)s::bigint, coalesce(%(place)s::bigint, 0), %(tags)s::bigint[], %(species)s::text, %(lowered)s::boolean)
"""
_REHOME = """
UPDATE search_entry SET topic = %(topic)s, words = ts_delete(words, '#t' || topic) || %(words)s::tsvector
WHERE kind = %(kind)s AND thing = ANY(%(things)s)
"""
# Public ones and others have an index each.
_SWAP = """
UPDATE search_entry SET words = ts_delete(words, %(lexeme)s) || %(words)s::tsvector,
  tags = ARRAY(SELECT DISTINCT tag FROM unnest(array_replace(tags, %(tag)s, %(into)s)) AS tag ORDER BY tag)
WHERE circle {which} 0 AND words @@ %(query)s::tsquery
"""
_TIDY = "SELECT gin_clean_pending_list('entry_words'), gin_clean_pending_list('entry_inner_words')"
# Who brings so many at once tidies up.
_MANY = 50
_FORGET = "DELETE FROM search_entry WHERE kind = %s AND thing = ANY(%s)"


def index(documents: Iterable[Document]) -> None:
    """Let these be found as they are now. A document takes the place of the one that the same thing had."""
    rows = rows_of(documents)
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_INDEX, [list(column) for column in zip(*rows, strict=True)])
    if len(rows) >= _MANY:
        tidy_index()


def tidy_index() -> None:
    """New words go from the list beside each index into it. A job does it too, so that nobody who writes waits."""
    with connection.cursor() as cursor:
        cursor.execute(_TIDY)


def settle(
    topic: int, *, circle: int, place: int | None, tags: Iterable[int], species: str, lowered: bool
) -> None:
    """Let all documents of a topic be where it is now, without reading their texts again."""
    told = sorted(tags)
    values: dict[str, Any] = {
        "topic": topic,
        "circle": circle,
        "place": place,
        "tags": told,
        "species": species,
        "lowered": lowered,
        "words": settled(circle=circle, place=place, tags=told, species=species),
    }
    with connection.cursor() as cursor:
        cursor.execute(_SETTLE, values)


def rehome(kind: str, things: Iterable[int], topic: int) -> None:
    """These documents are of another topic now. Where that one is they learn from `settle`."""
    values: dict[str, Any] = {
        "kind": kind,
        "things": list(things),
        "topic": topic,
        "words": f"'#t{topic}'",
    }
    with connection.cursor() as cursor:
        cursor.execute(_REHOME, values)


def swap_tag(tag: int, into: int) -> None:
    """What carried the one carries the other."""
    lexeme, words = f"#g{tag}", f"'#g{into}'"
    values: dict[str, Any] = {
        "lexeme": lexeme,
        "query": f"'{lexeme}'",
        "words": words,
        "tag": tag,
        "into": into,
    }
    with connection.cursor() as cursor:
        for which in ("=", "<>"):
            cursor.execute(_SWAP.format(which=which), values)


def forget(kind: str, pks: Iterable[int]) -> None:
    """Let these not be found any more."""
    gone = list(pks)
    if gone:
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [kind, gone])


def rows_of(documents: Iterable[Document]) -> list[tuple[Any, ...]]:
    """The columns of an entry, in the order in which statements name them."""
    return [_row(document) for document in documents]


def _row(document: Document) -> tuple[Any, ...]:
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
        f"{{{','.join(map(str, sorted(document.tags)))}}}",
        document.species,
        document.lowered,
    )
