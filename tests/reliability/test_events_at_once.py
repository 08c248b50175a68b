"""Fifty want to come at the same moment, some of them without an account, and there are ten chairs."""

from dataclasses import replace
from itertools import zip_longest

import pytest

from space.events.actions import change_event
from space.events.actions.attending import answer, take_back_answer
from space.events.actions.guests import confirm, forget_guest
from space.events.models import Answer, Attendance, Event, Guest
from space.events.plan import plan_of
from space.kit import clock
from space.testing.cast import make
from space.testing.events import MONDAY
from tests.reliability.test_many_at_once import at_once


@pytest.fixture
def ten_chairs(transactional_db, training, kofi):
    plan = replace(plan_of(training), capacity=10)
    with clock.at(MONDAY):
        return change_event(
            training, plan, by=kofi, title="Wikidata for beginners", text="Ten chairs, first come"
        )


def seated(event) -> int:
    return Attendance.objects.filter(event=event, answer=Answer.GOING, waits_since=None).count()


def test_fifty_sign_up_at_once_and_ten_of_them_have_a_place(ten_chairs):
    people = [make(f"Person {number}") for number in range(35)]
    guests = [
        Guest.objects.create(event=ten_chairs, name="Ines", address=f"{number}@example.org", asked_at=MONDAY)
        for number in range(15)
    ]
    crowd = [one for pair in zip_longest(people, guests) for one in pair if one]

    def come(one):
        with clock.at(MONDAY):
            return confirm(one) if isinstance(one, Guest) else answer(ten_chairs, by=one, says=Answer.GOING)

    def go(one):
        return forget_guest(one.guest) if one.guest else take_back_answer(ten_chairs, by=one.person)

    places = at_once(come, *crowd)
    assert sum(one.waits_since is None for one in places) == seated(ten_chairs) == 10
    assert Attendance.objects.count() == 50

    leave = [one for one in places if one.waits_since is None][:5]
    at_once(go, *leave)
    assert seated(ten_chairs) == Event.objects.for_actions().get().going_count == 10
    assert Attendance.objects.count() == 45
