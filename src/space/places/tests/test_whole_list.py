"""All of the list that is installed, loaded once: that takes ten seconds."""

from pathlib import Path
from zoneinfo import available_timezones

from space.places.actions import load_places
from space.places.countries import countries
from space.places.finding import find
from space.places.models import Place
from space.places.pinning import nearest
from space.places.words import words

ROWS = [
    line.split("\t") for line in Path(__file__).with_name("names.tsv").read_text("utf-8").splitlines()[1:]
]
# Looked for in vain, in November 2026: GeoNames does not know these names of them. A pin has to do.
UNKNOWN = {"ਪਟਿਆਲਾ", "રાજકોટ", "နေပြည်တော်"}


def test_a_hundred_towns_are_found_by_their_names_in_eighteen_scripts(db):
    assert load_places() > 160_000

    missed = set()
    for _, typed, called, country in ROWS:
        found = find(typed)
        if not found or not is_it(found[0].place, called, country):
            missed.add(typed)

    assert len(ROWS) == 105
    assert len({script for script, *_ in ROWS}) >= 18
    assert missed <= UNKNOWN, "fewer than before"
    assert nearest(30.34, 76.38).place.name == "Patiāla"
    assert of_all("time_zone") <= available_timezones()
    assert of_all("country") <= {one.code for one in countries()}


def is_it(place, called, country):
    return place.country == country and words(called) in map(words, place.names)


def of_all(field):
    return set(Place.objects.values_list(field, flat=True).distinct())
