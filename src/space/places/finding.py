"""Places by what somebody types: in any script, with slips, with or without their country."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import OuterRef, Subquery

from space.kit.folding import letters
from space.places.found import Found, shown
from space.places.models import Place
from space.places.typed import Part, readings

MOST = 8
# In shorter words a slip is another word.
_FORGIVEN_FROM = 4
# How alike names are, from 0 to 1: of those beside a true answer, and of those that are the only answer.
_VERY_ALIKE, _ALIKE = 0.55, 0.4

# Others call a large town by the name of a smaller one: Mashhad was an Alexandria too. It has to be much larger.
_NAMED = """
SELECT place_id, bool_or(words = %s) AS is_exact FROM places_name AS name
WHERE words >= %s AND words <= %s {within}
GROUP BY place_id ORDER BY is_exact DESC,
  max(population) / CASE WHEN bool_or(words = %s AND NOT is_first) THEN 20 ELSE 1 END DESC, place_id LIMIT %s
"""
# Of names that are about as alike, the larger place is more likely to be meant.
_LIKE = """
SELECT place_id FROM places_name AS name WHERE letters %% %s {within}
GROUP BY place_id ORDER BY max(similarity(letters, %s)) + 0.02 * ln(1 + max(population)) DESC, place_id LIMIT %s
"""
_WITHIN = """AND EXISTS (SELECT FROM unnest(%s::text[], %s::text[]) AS part (country, region)
  WHERE part.country = name.country AND (part.region = '' OR EXISTS (
    SELECT FROM places_place AS place WHERE place.id = name.place_id AND place.region = part.region)))"""
# After the last sign that a name can hold.
_END = "\U0010ffff"


def find(typed: str, *, country: str = "", most: int = MOST) -> list[Found]:
    """Exact names before beginnings before names that are alike, the largest place first; or those of one country.

    Understood are `Valencia`, `Valencia, Venezuela`, `Springfield, IL` and `Valencia Spain`, with the country
    in any language of the interface.
    """
    for reading in readings(typed):
        parts = [Part(country)] if country else reading.parts
        if found := _ids(reading.words, parts, most):
            return shown(_places(found), reading.words)
    return []


def _ids(words: str, parts: Sequence[Part], most: int) -> list[int]:
    within, where = _within(parts)
    named = _asked(_NAMED.format(within=within), [words, words, _last(words), *where, words, most])
    found = [pk for pk, _ in named]
    if len(found) < most and len(words) >= _FORGIVEN_FROM:
        like = _LIKE.format(within=within)
        alike = _alike(like, [letters(words), *where, letters(words), most], _VERY_ALIKE if found else _ALIKE)
        found += [pk for pk in alike if pk not in found]
    return found[:most]


def _last(words: str) -> str:
    """The last name that begins so. One letter of an alphabet begins too many; a sign of a thousand does not."""
    return words if len(words) == 1 and words.upper() != words else words + _END


def _within(parts: Sequence[Part]) -> tuple[str, list[Any]]:
    if not parts:
        return "", []
    return _WITHIN, [[part.country for part in parts], [part.region for part in parts]]


def _places(found: list[int]) -> list[Place]:
    largest = Place.objects.filter(pk=OuterRef("largest_near")).values("name")
    rows = Place.objects.annotate(around=Subquery(largest)).in_bulk(found)
    return [rows[pk] for pk in found if pk in rows]


@transaction.atomic
def _alike(sql: str, params: list[Any], enough: float) -> list[int]:
    """The index of letters is quick if it is told before how alike names have to be: its `%` goes by that."""
    _asked("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(enough)])
    return [pk for (pk,) in _asked(sql, params)]


def _asked(sql: str, params: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
