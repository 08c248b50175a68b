"""Events are added, changed and cancelled; their dates follow."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from space.accounts.readers import NOBODY, reader_of
from space.discuss.models import Topic
from space.events.actions import add_event, cancel_event, change_event, revive_event, roll_on
from space.events.models import Event, Occurrence, Status
from space.events.plan import plan_of
from space.kit import clock
from space.testing.events import MEETUP, MONDAY, TRAINING


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def days(event) -> list[date]:
    rows = Occurrence.objects.for_actions().filter(event=event).soonest_first()
    return list(rows.values_list("first_day", flat=True))


def test_an_event_is_a_topic_with_time_and_place(training, kofi):
    topic = Topic.objects.visible_to(NOBODY).get(pk=training.topic_id)
    assert (topic.kind, topic.title, topic.category.slug) == ("event", "Wikidata for beginners", "events")
    assert [one.person for one in training.organisers.all()] == [kofi]
    occurrence = Occurrence.objects.visible_to(NOBODY).get()
    assert occurrence.starts_at == datetime(2026, 3, 12, 18, tzinfo=UTC)
    assert occurrence.ends_at == datetime(2026, 3, 12, 20, 30, tzinfo=UTC)


def test_what_repeats_has_its_dates_for_thirteen_months(meetup):
    found = days(meetup)
    assert found[:3] == [date(2026, 3, 10), date(2026, 3, 24), date(2026, 4, 7)]
    assert found[-1] == date(2027, 3, 23)


def test_each_night_the_dates_roll_on_and_past_ones_stay(meetup):
    with clock.at(MONDAY + timedelta(days=300)):
        assert roll_on() == 1
        assert roll_on() == 0
    found = days(meetup)
    assert found[0] == date(2026, 3, 10)
    assert found[-1] > date(2027, 12, 31)


def test_the_same_form_sent_twice_makes_one_event(lena):
    key = "0b0e9a3e-6f0c-4b65-a9a5-2f1f1f6c9b11"
    made = [add_event(TRAINING, by=lena, title="Once", text="One text of it", key=key) for _ in range(2)]
    assert made[0].pk == made[1].pk
    assert Event.objects.for_actions().count() == 1


def test_an_event_in_a_closed_category_is_seen_by_its_group_alone(hideout, kofi, lena, viktor):
    add_event(TRAINING, by=kofi, title="Who keeps us safe", text="For us alone", category=hideout)
    assert Event.objects.visible_to(reader_of(kofi)).exists()
    assert Occurrence.objects.visible_to(reader_of(kofi)).exists()
    for reader in (NOBODY, reader_of(lena), reader_of(viktor)):
        assert not Event.objects.visible_to(reader).exists()
        assert not Occurrence.objects.visible_to(reader).exists()


def test_a_changed_time_moves_its_dates_and_is_kept_in_its_history(training, kofi):
    later = replace(plan_of(training), first_day=date(2026, 3, 19), last_day=date(2026, 3, 19))
    changed = change_event(
        training,
        later,
        by=kofi,
        title="Wikidata for beginners",
        text="A week later",
        summary="The room was taken",
    )
    assert days(changed) == [date(2026, 3, 19)]
    assert (changed.sequence, changed.reason) == (1, "The room was taken")
    newest = changed.versions.first()
    assert (newest.number, newest.said["first_day"], newest.summary) == (
        2,
        "2026-03-19",
        "The room was taken",
    )


def test_who_wrote_while_somebody_else_moved_it_is_told(training, kofi):
    later = replace(TRAINING, first_day=date(2026, 3, 19), last_day=date(2026, 3, 19))
    change_event(training, later, by=kofi, title="Wikidata for beginners", text="Later", began=1)
    with pytest.raises(ValidationError, match="Somebody changed this event"):
        change_event(training, TRAINING, by=kofi, title="Wikidata", text="Other words", began=1)
    assert days(training) == [date(2026, 3, 19)]


def test_a_cancelled_event_says_why_and_can_come_back(training, kofi):
    cancelled = cancel_event(training, by=kofi, reason="The power is out in the whole district.")
    assert (cancelled.status, cancelled.reason[:9]) == (Status.CANCELLED, "The power")
    assert cancel_event(cancelled, by=kofi, reason="Again").sequence == cancelled.sequence
    assert not Occurrence.objects.visible_to(NOBODY).taking_place().exists()
    assert revive_event(cancelled, by=kofi).status == Status.CONFIRMED


def test_a_rule_that_goes_takes_its_coming_dates_along(meetup, lena):
    once = replace(MEETUP, rule="")
    changed = change_event(meetup, once, by=lena, title="Der Dienstag im Netz", text="Nur einmal noch")
    assert days(changed) == [date(2026, 3, 10)]
