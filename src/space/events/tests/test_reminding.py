"""Who is going is reminded a day and an hour before, once each, and never of what does not take place."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone, translation

from space.accounts.readers import reader_of
from space.events.actions import cancel_event
from space.events.actions.attending import answer
from space.events.actions.dating import move_date
from space.events.actions.reminding import remind
from space.events.models import Answer
from space.events.shown.saying import span_of
from space.kit import clock
from space.notifications.lines import Asked, lines_of
from space.testing.events import MONDAY
from space.testing.telling import tell_what_waits

# The training begins on Thursday at 18:00 in Accra.
BEGINS = datetime(2026, 3, 12, 18, tzinfo=UTC)


def reminders(person) -> list[str]:
    tell_what_waits()
    reader = reader_of(person)
    with translation.override("en"), timezone.override(reader.time_zone or "UTC"):
        lines = lines_of(Asked().found(reader, 100), reader)
    return [line.said.words for line in lines if line.said.text == "An event that you go to begins soon"]


@pytest.fixture
def going(training, lena, amina):
    lena.time_zone = "Asia/Kathmandu"
    lena.save()
    with clock.at(MONDAY):
        answer(training, by=lena, says=Answer.GOING)
        answer(training, by=amina, says=Answer.INTERESTED)
    return training


def test_once_a_day_before_and_once_an_hour_before_by_ones_own_clock(going, lena, amina):
    with clock.at(BEGINS - timedelta(hours=25)):
        assert remind() == 0
    with clock.at(BEGINS - timedelta(hours=23)):
        assert (remind(), remind()) == (1, 0)
        [told] = reminders(lena)
        assert told == "Thursday 12 March 2026, 23:45–02:15 · Accra, Ghana", told
    with clock.at(BEGINS - timedelta(minutes=50)):
        assert (remind(), remind()) == (1, 0)
        assert len(reminders(lena)) == 2
        assert reminders(amina) == []


def test_what_is_cancelled_or_has_begun_before_the_worker_came_is_not_told(going, lena, kofi):
    with clock.at(BEGINS - timedelta(minutes=5)):
        assert remind() == 1
    with clock.at(BEGINS + timedelta(minutes=1)):
        assert reminders(lena) == []
        assert remind() == 0
    with clock.at(BEGINS - timedelta(minutes=4)):
        cancel_event(going, by=kofi, reason="No power")
        assert reminders(lena) == []


def test_a_date_that_moves_is_told_anew(meetup, lena, kofi):
    with clock.at(MONDAY):
        answer(meetup, by=kofi, says=Answer.GOING)
    one = meetup.occurrences.order_by("starts_at").first()
    with clock.at(one.starts_at - timedelta(hours=20)):
        assert remind() == 1
        later = one.of + timedelta(days=3)
        move_date(meetup, one.of, span_of(meetup, one).on(later), by=lena)
    with clock.at(one.starts_at + timedelta(days=2, hours=10)):
        assert remind() == 1
        [line] = reminders(kofi)[:1]
        assert line.startswith("Friday 13 March 2026, 19:00–21:00 (Berlin)")
