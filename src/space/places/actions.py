"""The tables of places, made equal to a list of towns. Nothing else writes them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from django.db import connection, transaction

from space.kit import clock
from space.kit.folding import letters
from space.places.models import Loading
from space.places.towns import Listing, Town, Towns, edition
from space.places.words import words

_OFTEN = 500
# What is being done, how much of it is, how much there is.
Tell = Callable[[str, int, int], object]

_TOLD = """
CREATE TEMPORARY TABLE told_place (id int, name text, country text, region text, latitude float8, longitude float8,
  population int, time_zone text, names text[]);
CREATE TEMPORARY TABLE told_name (words text COLLATE "C", place_id int, letters text, is_first bool, country text,
  population int)
"""
_KEEP = [
    """
INSERT INTO places_place AS kept
  (id, name, country, region, largest_near, latitude, longitude, population, time_zone, names)
SELECT id, name, country, region,
  first_value(id) OVER (PARTITION BY country, region ORDER BY population DESC, id),
  latitude, longitude, population, time_zone, names FROM told_place
ON CONFLICT (id) DO UPDATE SET
  (name, country, region, largest_near, latitude, longitude, population, time_zone, names) =
  (excluded.name, excluded.country, excluded.region, excluded.largest_near, excluded.latitude,
   excluded.longitude, excluded.population, excluded.time_zone, excluded.names)
WHERE (kept.*) IS DISTINCT FROM (excluded.*)
""",
    "DELETE FROM places_place WHERE id NOT IN (SELECT id FROM told_place)",
    """
DELETE FROM places_name AS kept WHERE NOT EXISTS (
  SELECT FROM told_name AS told WHERE (told.words, told.place_id) = (kept.words, kept.place_id)
  AND (told.is_first, told.country, told.population) = (kept.is_first, kept.country, kept.population))
""",
    """
INSERT INTO places_name (words, place_id, letters, is_first, country, population)
SELECT words, place_id, letters, is_first, country, population FROM told_name
ORDER BY words, place_id ON CONFLICT (words, place_id) DO NOTHING
""",
    "DROP TABLE told_place, told_name",
    "ANALYZE places_place, places_name",
]


def is_due() -> bool:
    """Whether the list that is installed is not the one in the tables."""
    return not Loading.objects.filter(edition=edition()).exists()


@transaction.atomic
def load_places(towns: Listing | None = None, tell: Tell = lambda *_: None) -> int:
    """Make the tables say what the list says, and how many places that are. Readers see the old ones meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('load places'))")
        cursor.execute(_TOLD)
        listing: Listing = Towns() if towns is None else towns
        _copy(cursor, "told_place", map(_place, _counted("places", listing, tell)))
        _copy(cursor, "told_name", chain.from_iterable(map(_names, _counted("names", listing, tell))))
        for done, statement in enumerate(_KEEP, start=1):
            cursor.execute(statement)
            tell("keeping", done, len(_KEEP))
    Loading.objects.all().delete()
    return Loading.objects.create(edition=edition(), places=len(listing), at=clock.now()).places


def _copy(cursor: Any, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _counted(what: str, towns: Listing, tell: Tell) -> Iterator[Town]:
    total = len(towns)
    for done, town in enumerate(towns, start=1):
        yield town
        if done % _OFTEN == 0 or done == total:
            tell(what, done, total)


def _place(town: Town) -> tuple[Any, ...]:
    where = (town.latitude, town.longitude, town.population, town.time_zone)
    return (town.id, town.name, town.country, town.region, *where, list(town.names))


def _names(town: Town) -> Iterator[tuple[Any, ...]]:
    first = words(town.name)
    for name in {words(name) for name in town.names} - {""}:
        asked = name if name.isascii() else letters(name)
        yield name, town.id, asked, name == first, town.country, town.population
