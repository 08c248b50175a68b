"""Who comes, who waits, and who moves up."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from space.events.actions import change_event
from space.events.actions.attending import answer, take_back_answer
from space.events.models import Answer, Attendance, Event
from space.events.plan import plan_of
from space.kit import clock
from space.testing.cast import make
from space.testing.events import MONDAY

GOING, INTERESTED = Answer.GOING, Answer.INTERESTED


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def two_places(training, kofi) -> Event:
    return change_event(
        training,
        replace(plan_of(training), capacity=2),
        by=kofi,
        title="Wikidata for beginners",
        text="Two chairs",
    )


def come(event, *people) -> list[bool]:
    """In this order; whether each has a place."""
    return [answer(event, by=person, says=GOING).waits_since is None for person in people]


def going(event) -> list[str]:
    rows = Attendance.objects.filter(event=event, answer=GOING, waits_since=None).order_by("at", "pk")
    return [row.person.name for row in rows]


def counted(event) -> int:
    return Event.objects.for_actions().get(pk=event.pk).going_count


def test_who_finds_no_place_waits_and_moves_up_in_the_order_of_coming(two_places, lena, amina, rosa, ada):
    assert come(two_places, lena, amina, rosa, ada) == [True, True, False, False]
    take_back_answer(two_places, by=lena)
    assert going(two_places) == ["Amina", "Rosa Quispe"]
    answer(two_places, by=amina, says=Answer.NOT_GOING)
    assert going(two_places) == ["Rosa Quispe", "Ada"]
    assert counted(two_places) == 2


def test_saying_it_twice_costs_nobody_a_place_or_a_turn(two_places, lena, amina, rosa, ada):
    come(two_places, lena, amina, rosa, ada)
    assert come(two_places, rosa, lena) == [False, True]
    take_back_answer(two_places, by=amina)
    assert going(two_places) == ["Lena Müller", "Rosa Quispe"]
    assert counted(two_places) == 2


def test_who_is_interested_takes_no_place(two_places, lena, amina, rosa):
    answer(two_places, by=lena, says=INTERESTED, is_public=True)
    assert come(two_places, amina, rosa) == [True, True]
    assert counted(two_places) == 2


def test_more_places_let_who_waits_move_up_and_fewer_throw_nobody_out(
    two_places, kofi, lena, amina, rosa, ada
):
    come(two_places, lena, amina, rosa, ada)
    words = {"by": kofi, "title": "Wikidata for beginners", "text": "Three chairs"}
    wider = change_event(two_places, replace(plan_of(two_places), capacity=3), **words)
    assert len(going(wider)) == 3
    change_event(wider, replace(plan_of(wider), capacity=1), **words)
    assert len(going(wider)) == 3
    take_back_answer(wider, by=lena)
    assert len(going(wider)) == counted(wider) == 2
    assert Attendance.objects.filter(waits_since__isnull=False).count() == 1


def test_after_the_end_nobody_comes_any_more(training, lena):
    with clock.at(MONDAY + timedelta(days=30)), pytest.raises(ValidationError, match="over"):
        answer(training, by=lena, says=GOING)


def test_fifty_people_and_ten_places(training, kofi):
    event = change_event(
        training, replace(plan_of(training), capacity=10), by=kofi, title="Wikidata", text="Ten chairs here"
    )
    crowd = [make(f"Guest {number}") for number in range(50)]
    assert sum(come(event, *crowd)) == 10
    for person in crowd[:10]:
        take_back_answer(event, by=person)
    assert going(event) == [f"Guest {number}" for number in range(10, 20)]
