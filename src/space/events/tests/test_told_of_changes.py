"""Who hears that an event is another now, and in which words; single dates of what repeats."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import translation

from space.accounts.readers import NOBODY, reader_of
from space.events.actions import add_event, cancel_event, change_event, revive_event
from space.events.actions.attending import answer
from space.events.actions.dating import leave_out, move_date, put_back
from space.events.models import Answer, Occurrence
from space.events.plan import plan_of
from space.events.when import Span
from space.kit import clock
from space.notifications.lines import Asked, lines_of
from space.testing.events import MEETUP, MONDAY
from space.testing.telling import told

TUESDAY = date(2026, 3, 24)


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def lines(person):
    told(person)
    reader = reader_of(person)
    with translation.override("en"):
        return [line.said for line in lines_of(Asked(kind="event").found(reader, 100), reader)]


def days(event):
    rows = Occurrence.objects.visible_to(NOBODY).filter(event=event).soonest_first()
    return list(rows.values_list("first_day", flat=True))


def test_who_goes_hears_that_it_is_cancelled_and_why_and_that_it_is_not(training, kofi, lena, rosa):
    answer(training, by=lena, says=Answer.GOING)
    answer(training, by=rosa, says=Answer.NOT_GOING)
    cancel_event(training, by=kofi, reason="The power is out.")
    [line] = lines(lena)
    assert (line.text, line.words, str(line.why)) == (
        "This event is cancelled",
        "The power is out.",
        "You are going to this event.",
    )
    assert lines(kofi) == lines(rosa) == []
    revive_event(training, by=kofi)
    assert lines(lena)[0].text == "This event takes place after all"


def test_organisers_and_who_is_interested_hear_of_a_new_time(training, kofi, lena, rosa):
    answer(training, by=lena, says=Answer.INTERESTED)
    later = replace(plan_of(training), first_day=date(2026, 3, 19), last_day=date(2026, 3, 19))
    change_event(training, later, by=rosa, title="Wikidata", text="Later", summary="The room was taken")
    now = "Thursday 19 March 2026, 18:00–20:30 (Accra) · The room was taken"
    for person, why in ((lena, "You are interested in this event."), (kofi, "You organise this event.")):
        [line] = lines(person)
        assert (line.text, line.words, str(line.why)) == ("Its day or time has changed", now, why)


def test_single_dates_are_left_out_moved_and_put_back(meetup, lena, kofi):
    answer(meetup, by=kofi, says=Answer.GOING)
    leave_out(meetup, TUESDAY, by=lena, note="Holidays")
    assert TUESDAY not in days(meetup)
    assert lines(kofi)[0].words == "Tuesday 24 March 2026 left out · Holidays"
    wednesday = date(2026, 3, 25)
    moved = move_date(
        meetup, TUESDAY, Span(wednesday, wednesday, time(18), time(20)), by=lena, place="Online"
    )
    assert days(meetup)[:3] == [date(2026, 3, 10), wednesday, date(2026, 4, 7)]
    assert put_back(meetup, TUESDAY, by=lena).sequence == moved.sequence + 1
    assert TUESDAY in days(meetup)
    assert put_back(meetup, TUESDAY, by=lena).sequence == moved.sequence + 1


def test_an_organiser_moves_one_date_on_its_page(client, meetup, lena):
    client.force_login(lena)
    address = reverse("events:one_date", args=[meetup.pk, "2026-03-24"])
    assert client.get(address).status_code == 200
    sent = {
        "first_day": "2026-03-29",
        "first_time": "02:30",
        "last_time": "04:00",
        "note": "Early",
        "do": "move",
    }
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "jump over this time" in refused.content.decode()
    at_its_end = client.post(address, {**sent, "first_time": "01:00", "last_time": "02:30"})
    assert "jump over this time" in str(at_its_end.context["form"].errors["last_time"])
    assert client.post(address, {**sent, "first_day": "9999-12-31", "last_time": "02:00"}).status_code == 422
    assert client.post(address, {**sent, "first_time": "04:30", "last_time": "06:00"}).status_code == 302
    page = client.get(meetup.get_absolute_url()).content.decode()
    assert "Sunday 29 March 2026, 04:30–06:00" in page
    assert "Early" in page
    assert client.get(reverse("events:one_date", args=[meetup.pk, "2026-03-25"])).status_code == 404


def test_a_cancelled_event_says_so_on_its_page_and_only_organisers_are_asked(client, training, kofi):
    client.force_login(kofi)
    address = reverse("events:cancel", args=[training.pk])
    assert "Say why" in client.post(address, {"reason": "", "do": "cancel"}).content.decode()
    client.post(address, {"reason": "The power is out.", "do": "cancel"})
    page = client.get(training.get_absolute_url()).content.decode()
    assert "This event is cancelled." in page
    assert "The power is out." in page
    assert "EventCancelled" in page
    client.post(address, {"do": "revive"})
    assert "This event is cancelled." not in client.get(training.get_absolute_url()).content.decode()


def test_in_discuss_its_topic_opens_with_its_card_and_leads_to_it(client, training, kofi):
    client.force_login(kofi)
    topic = client.get(training.topic.get_absolute_url()).content.decode()
    assert training.get_absolute_url() in topic
    assert "event-card" in topic
    edit = client.get(reverse("discuss:edit", args=[training.topic.slug, training.topic_id, 1]))
    assert edit.status_code == 403
    assert "on its own page" in edit.content.decode()


def test_an_event_whose_dates_are_all_left_out_or_far_away_still_has_a_page(client, lena):
    far = replace(MEETUP, first_day=date(2031, 3, 11), last_day=date(2031, 3, 11))
    event = add_event(far, by=lena, title="In five years", text="")
    assert not Occurrence.objects.for_actions().filter(event=event).exists()
    page = client.get(event.get_absolute_url()).content.decode()
    assert "Tuesday 11 March 2031, 19:00–21:00" in page
    assert client.get(event.topic.get_absolute_url()).status_code == 200


def test_a_page_of_an_event_is_kept_for_nobody_and_costs_the_same_however_often_it_repeats(
    client, meetup, training, django_assert_max_num_queries
):
    for event in (meetup, training):
        client.get(event.get_absolute_url())
        with django_assert_max_num_queries(14):
            page = client.get(event.get_absolute_url())
        assert page.status_code == 200
        assert not page.cookies
        assert b"csrfmiddlewaretoken" not in page.content
