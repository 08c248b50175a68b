"""All documents made anew, kind after kind and batch after batch, while people go on reading and writing."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, transaction

from space.kit import clock
from space.search import kinds
from space.search.documents import Document
from space.search.indexing import forget, index, rows_of
from space.search.models import Entry, Round
from space.search.words import VERSION

BATCH = 100
# So many entries of the index are compared with a batch at most.
_LOOKED_AT = 20 * BATCH
_ROUND = """
INSERT INTO search_round AS round (kind, version, after, done, finished_at) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (kind) DO UPDATE SET (version, after, done, finished_at) =
  (excluded.version, excluded.after, excluded.done, excluded.finished_at)
"""
_COMPARE = """
SELECT told.kind, told.thing, kept.id IS NULL
FROM unnest(%s::text[], %s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::int[], %s::text[], %s::timestamptz[],
  %s::bigint[], %s::bigint[], %s::bigint[], %s::text[], %s::text[], %s::boolean[])
  AS told (kind, thing, circle, title, words, length, lang, written_at, author, topic, place, tags, species, lowered)
LEFT JOIN search_entry AS kept ON kept.kind = told.kind AND kept.thing = told.thing
WHERE (kept.circle, kept.title, kept.words, kept.length, kept.lang, kept.written_at, kept.author, kept.topic,
    kept.place, kept.tags, kept.species, kept.lowered)
  IS DISTINCT FROM (told.circle, told.title, told.words::tsvector, told.length, told.lang, told.written_at,
    told.author, told.topic, told.place, told.tags::bigint[], told.species, told.lowered)
"""


def is_due() -> bool:
    """Whether some kind has never been made, or by other rules, or is not finished."""
    made = Round.objects.filter(version=VERSION, finished_at__isnull=False)
    return not {name for name, _ in kinds.kinds()} <= set(made.values_list("kind", flat=True))


def begin_again() -> None:
    """Let every kind be made anew from the beginning."""
    Round.objects.all().delete()


def reindex(tell: Callable[[int], object] = int, at_most: int | None = None) -> int:
    """Go on where the last one stopped. Says how many documents were made. It can be stopped at any time."""
    made = 0
    for name, _ in kinds.kinds():
        while (at_most is None or made < at_most) and (step := _step(name)) is not None:
            made += step
            tell(made)
    return made


@transaction.atomic
def _step(name: str) -> int | None:
    """The next batch of a kind; None where all is done. Two who do it at once take turns."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('search round'))")
    at = Round.objects.filter(kind=name, version=VERSION).first() or Round(kind=name, version=VERSION)
    if at.finished_at:
        return None
    documents, strangers, last = _batch(name, at.after)
    index(documents)
    forget(name, strangers)
    finished = clock.now() if last is None else None
    told: list[Any] = [name, VERSION, at.after if last is None else last, at.done + len(documents), finished]
    with connection.cursor() as cursor:
        cursor.execute(_ROUND, told)
    return len(documents)


def differences() -> list[str]:
    """Where the index does not say what is so, one line each; empty when all is right."""
    found: list[str] = []
    for name, _ in kinds.kinds():
        after: int | None = 0
        while after is not None:
            lines, after = _differences_behind(name, after)
            found += lines
    return found


@transaction.atomic
def _differences_behind(name: str, after: int) -> tuple[list[str], int | None]:
    documents, strangers, last = _batch(name, after)
    lost = [f"{name} {pk} should not be found" for pk in strangers]
    return [*_compared(documents), *lost], last


def _compared(documents: list[Document]) -> Iterator[str]:
    rows = rows_of(documents)
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(_COMPARE, [list(column) for column in zip(*rows, strict=True)])
        for kind, pk, is_missing in cursor.fetchall():
            yield f"{kind} {pk} {'is missing' if is_missing else 'is found by other words'}"


def _batch(name: str, after: int) -> tuple[list[Document], list[int], int | None]:
    """The next documents; what the index has there, and the kind does not; and up to which id that is.

    The index is read first: what somebody writes meanwhile is in it before we know of it.
    """
    there = Entry.objects.filter(kind=name, thing__gt=after).order_by("thing")
    entries = list(there.values_list("thing", flat=True)[:_LOOKED_AT])
    documents, last = kinds.kind(name).documents(after, BATCH)
    if len(entries) == _LOOKED_AT:
        last = entries[-1] if last is None else min(last, entries[-1])
    known = {document.pk for document in documents}
    strangers = [pk for pk in entries if pk not in known and (last is None or pk <= last)]
    return documents, strangers, last
