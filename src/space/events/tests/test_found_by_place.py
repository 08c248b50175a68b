"""Events are found by where they are, in any script, as far as everybody may know it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from space.accounts.readers import NOBODY
from space.events import tasks
from space.events.actions import add_event, change_event
from space.events.plan import plan_of
from space.kit import clock
from space.places.models import Place
from space.search import kinds
from space.search.asking import Question, query
from space.testing.events import MONDAY, TRAINING

PATIALA = {
    "place": "Patiala",
    "country": "IN",
    "region": "Punjab",
    "address": "Mall Road 7",
    "geoname": 1260107,
}


def finds(words: str) -> list[str]:
    answer = query(Question(words=tuple(words.split())), NOBODY)
    return [one.title for hit in answer.hits for one in kinds.kind(hit.kind).found([hit.pk], NOBODY).values()]


@pytest.fixture
def school(kofi):
    Place.objects.create(
        id=1260107, name="Patiala", country="IN", largest_near=1260107, latitude=30.3, longitude=76.4,
        population=1, time_zone="Asia/Kolkata", names=["Patiala", "पटियाला", "パティヤーラー"],
    )  # fmt: skip
    with clock.at(MONDAY):
        yield add_event(
            replace(TRAINING, **PATIALA), by=kofi, title="A school of reading", text="Come and read with us."
        )


@pytest.mark.parametrize(
    "words", ["Patiala", "पटियाला", "パティヤーラー", "Punjab", "India", "الهند", "Inde reading"]
)
def test_an_event_is_found_by_the_names_of_its_place_and_country(school, words):
    assert finds(words) == ["A school of reading"]


def test_not_by_its_address_and_by_another_place_once_it_moved(school, kofi):
    assert finds("Mall Road") == []
    plan = replace(plan_of(school), place="Kyoto", country="JP", region="", geoname=None)
    with clock.at(MONDAY + timedelta(hours=1)):
        change_event(school, plan, by=kofi, title="A school of reading", text="Come and read with us.")
    assert finds("Kyoto") == finds("Japan") == ["A school of reading"]
    assert finds("Patiala") == finds("India") == []


def test_of_a_protected_country_only_the_country_is_known(school, settings):
    settings.PROTECTED_COUNTRIES = ("IN",)
    tasks.find_less(0)
    assert finds("Patiala") == finds("पटियाला") == finds("Punjab") == []
    assert finds("India") == ["A school of reading"]
