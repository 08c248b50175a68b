"""This date and later ones: what repeats goes on as another event from one of its dates, or ends before it."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import islice

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some

from space.accounts.readers import NOBODY
from space.events.actions.asking import Asked, ask, give
from space.events.actions.attending import answer
from space.events.actions.dating import leave_out, move_date
from space.events.actions.splitting import change_from, end_before
from space.events.models import Answer, Attendance, Event, Given, Guest, Occurrence
from space.events.plan import plan_of
from space.events.tests.test_told_of_changes import lines
from space.events.when import Rule, Span, Unit, dates, split
from space.kit import clock
from space.testing.events import MONDAY

APRIL = date(2026, 4, 7)
AHEAD = {"since": date(2026, 1, 1), "until": date(2032, 12, 31)}


@pytest.fixture(autouse=True)
def an_hour_after_it_was_added():
    with clock.at(MONDAY + timedelta(hours=1)):
        yield


def days(event: Event) -> list[date]:
    rows = Occurrence.objects.visible_to(NOBODY).filter(event=event).soonest_first()
    return list(rows.values_list("first_day", flat=True))


rules = some.builds(
    Rule,
    some.sampled_from(Unit),
    every=some.integers(1, 5),
    weekdays=some.sets(some.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    times=some.none() | some.integers(2, 40),
    until=some.none() | some.dates(date(2026, 3, 1), date(2028, 1, 1)),
)


@given(
    rules,
    some.dates(date(2026, 1, 1), date(2026, 3, 1)),
    some.sets(some.dates(date(2026, 3, 2), date(2026, 9, 1)), max_size=4),
    some.integers(1, 30),
)
def test_both_sides_of_the_cut_have_together_the_dates_of_the_whole(rule, first, more, place):
    span, text = Span(first, first, time(19), time(21)), rule.text(first)
    whole = [one.of for one in dates(span, text, more, **AHEAD)]
    if place >= len(whole):
        return
    before, rest = split(span, text, more, whole[place])
    assert [one.of for one in dates(before.span, before.rule, before.more_days, **AHEAD)] == whole[:place]
    later = [one.of for one in dates(rest.span, rest.rule, rest.more_days, **AHEAD)]
    assert list(islice(later, 400)) == whole[place:][:400]


def test_later_dates_get_an_identity_of_their_own_and_take_people_and_exceptions_along(
    meetup, lena, kofi, rosa
):
    whole = days(meetup)
    ask(meetup, [Asked("What will you write?")], by=meetup.by)
    give(answer(meetup, by=kofi, says=Answer.GOING), {meetup.questions.get().pk: "About wells"})
    answer(meetup, by=rosa, says=Answer.NOT_GOING)
    guest = Guest.objects.create(
        event=meetup, name="Sam", address="sam@example.org", language="en", confirmed_at=MONDAY
    )
    Attendance.objects.create(event=meetup, guest=guest, answer=Answer.GOING)
    leave_out(meetup, date(2026, 3, 24), by=lena)
    leave_out(meetup, date(2026, 4, 21), by=lena)
    meetup.refresh_from_db()
    plan = replace(plan_of(meetup), first_day=APRIL, last_day=APRIL, first_time=time(18), last_time=time(20))
    words = {"title": "Der frühe Dienstag", "text": "Jetzt um sechs.", "organisers": [lena]}
    later = change_from(meetup, APRIL, plan, by=lena, summary="The library closes earlier", **words)
    meetup.refresh_from_db()
    assert later.uid != meetup.uid
    assert later.continues == meetup
    assert days(meetup) == [date(2026, 3, 10)]
    assert days(later) == [day for day in whole if day >= APRIL and day != date(2026, 4, 21)]
    assert (later.going_count, Attendance.objects.filter(event=later).count()) == (1, 3)
    assert Guest.objects.get(event=later).attendance.event == later
    assert Given.objects.get(question__event=later).text == "About wells"
    assert "UNTIL=20260406" in meetup.vevent
    told = lines(kofi)[0]
    assert told.text == "Its day or time has changed"
    assert told.words.endswith("18:00–20:00 (Berlin) · The library closes earlier")


def test_dates_that_all_move_by_a_day_take_single_ones_with_them(meetup, lena):
    leave_out(meetup, date(2026, 4, 21), by=lena)
    wednesday = APRIL + timedelta(days=1)
    rule = Rule(Unit.WEEK, every=2).text(wednesday)
    plan = replace(plan_of(meetup), first_day=wednesday, last_day=wednesday, rule=rule)
    later = change_from(meetup, APRIL, plan, by=lena, title="Mittwoch", text="", organisers=[lena])
    assert days(later)[:2] == [wednesday, date(2026, 5, 6)]


def test_what_was_cut_is_cut_again_between(meetup, lena):
    plan = plan_of(meetup)
    words = {"by": lena, "title": "Dienstag", "text": "Wie immer.", "organisers": [lena]}
    may, april = date(2026, 5, 5), APRIL
    last = change_from(meetup, may, replace(plan, first_day=may, last_day=may), **words)
    with clock.at(MONDAY + timedelta(hours=2)):
        middle = change_from(meetup, april, replace(plan, first_day=april, last_day=april), **words)
    last.refresh_from_db()
    assert (last.continues_id, middle.continues_id) == (middle.pk, meetup.pk)


def test_this_date_and_later_ones_are_cancelled(meetup, lena, kofi):
    answer(meetup, by=kofi, says=Answer.GOING)
    moved = Span(APRIL, APRIL, time(12), time(13))
    move_date(meetup, APRIL, moved, by=lena)
    ended = end_before(meetup, APRIL, by=lena, reason="We are too few.")
    assert days(ended) == [date(2026, 3, 10), date(2026, 3, 24)]
    assert not ended.changes.exists()
    assert lines(kofi)[0].words.endswith("(until 6 April 2026) · We are too few.")
    with pytest.raises(ValidationError, match="no such date"):
        end_before(ended, APRIL, by=lena, reason="Again")


def test_pages_lead_to_each_other_and_the_first_date_is_all_dates(meetup, lena, client):
    client.force_login(lena)
    first = reverse("events:later", args=[meetup.pk, "2026-03-10"])
    assert client.get(first).url == reverse("events:change", args=[meetup.pk])
    assert client.get(reverse("events:later", args=[meetup.pk, "2026-03-11"])).status_code == 404
    page = client.get(reverse("events:later", args=[meetup.pk, "2026-04-07"]))
    form = {name: "" if value is None else value for name, value in page.context["form"].initial.items()}
    form = {name: "on" if value is True else value for name, value in form.items() if value is not False}
    answered = client.post(page.request["PATH_INFO"], form | {"title": "Der neue Dienstag"})
    assert answered.status_code == 302, answered.context["form"].errors
    later = Event.objects.visible_to(NOBODY).get(continues=meetup)
    again = client.post(page.request["PATH_INFO"], form | {"title": "Der neue Dienstag"})
    assert Event.objects.visible_to(NOBODY).filter(continues=meetup).count() == 1, again.status_code
    assert (
        "From Tuesday 7 April 2026 on it goes on as" in client.get(meetup.get_absolute_url()).content.decode()
    )
    assert "Earlier dates are at" in client.get(later.get_absolute_url()).content.decode()
    assert (
        "The later dates are an event of their own"
        in client.get(reverse("events:history", args=[meetup.pk])).content.decode()
    )
