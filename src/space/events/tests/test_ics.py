"""What calendars outside read of an event: RFC 5545, and nothing that not everybody may see."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from space.events.actions import add_event, cancel_event, change_event
from space.events.ics.kept import as_told_now
from space.events.models import Change
from space.events.tests.outside import read_outside
from space.kit import clock
from space.testing.events import MEETUP, MONDAY, TRAINING

TEXT = "Bring a laptop, a question; and a friend.\n\nWe end with an item."


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def read(text: str) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n").walk("VEVENT")


def test_an_event_says_when_and_where_it_is(training):
    (told,) = read(training.vevent)
    assert (told["UID"], told["SEQUENCE"], told["STATUS"]) == (training.uid, 0, "CONFIRMED")
    assert (told.start.isoformat(), told.end.isoformat()) == (
        "2026-03-12T18:00:00+00:00",
        "2026-03-12T20:30:00+00:00",
    )
    assert told["SUMMARY"].params["LANGUAGE"] == "en"
    assert told["LOCATION"] == "Accra, Ghana"
    assert told["GEO"].to_ical() == "5.556;-0.1969"
    assert told["CATEGORIES"].cats == ["Training", "wikidata"]
    assert told["DTSTAMP"].dt == told["LAST-MODIFIED"].dt == MONDAY
    assert told["URL"].endswith(f"/e/{training.pk}/")


def test_words_are_folded_escaped_and_read_back_as_they_were(lena):
    title = "Räte, Tee; und Wikidata 🗺 " * 6
    event = add_event(TRAINING, by=lena, title=title, text=TEXT, language="de")
    assert max(len(line.encode()) for line in event.vevent.splitlines()) <= 75
    (told,) = read(event.vevent)
    assert told["SUMMARY"] == title.strip()
    assert (
        str(told["DESCRIPTION"]).split("\n\n")[0]
        == "Bring a laptop, a question; and a friend.\nWe end with an item."
    )


def test_new_words_and_a_new_status_come_into_its_text(training, kofi):
    renamed = change_event(training, TRAINING, by=kofi, title="Wikidata for everybody", text=TEXT)
    assert "SUMMARY;LANGUAGE=en:Wikidata for everybody" in renamed.vevent
    cancelled = cancel_event(renamed, by=kofi, reason="The power is out")
    (told,) = read(cancelled.vevent)
    assert (told["STATUS"], told["SEQUENCE"], told["UID"]) == ("CANCELLED", 1, training.uid)
    assert "The power is out" in told["DESCRIPTION"]


def test_single_dates_that_differ_are_told_each_under_its_day(meetup, lena):
    Change.objects.create(event=meetup, of=date(2026, 3, 24), is_gone=True)
    Change.objects.create(
        event=meetup,
        of=date(2026, 4, 7),
        first_day=date(2026, 4, 8),
        last_day=date(2026, 4, 8),
        place="The library",
        note="The room is taken",
    )
    # Left over from another rule.
    Change.objects.create(event=meetup, of=date(2026, 4, 9), first_day=MONDAY.date(), last_day=MONDAY.date())
    plan = replace(MEETUP, rule=f"{MEETUP.rule};UNTIL=20260421", more_days=(date(2026, 3, 12),))
    text = change_event(meetup, plan, by=lena, title="Dienstag", text="Wir reden").vevent
    whole, moved = read(text)
    assert "UNTIL=20260421T215959Z" in text
    assert [one.dt.isoformat() for one in whole["RDATE"].dts] == ["2026-03-12T19:00:00+01:00"]
    assert [one.dt.isoformat() for one in whole["EXDATE"].dts] == ["2026-03-24T19:00:00+01:00"]
    assert moved["RECURRENCE-ID"].dt.isoformat() == "2026-04-07T19:00:00+02:00"
    assert (moved.start, moved.end, moved["LOCATION"]) == (date(2026, 4, 8), date(2026, 4, 9), "The library")
    calendar = icalendar.Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n")
    found = {str(begins)[5:10] for begins, _ in read_outside(calendar, date(2026, 3, 1), date(2026, 5, 1))}
    assert found == {"03-10", "03-12", "04-08", "04-21"}


def test_a_link_for_who_is_going_is_told_to_no_calendar(lena, kofi):
    shown = add_event(MEETUP, by=lena, title="Open", text="Everybody may come", language="en")
    hidden = add_event(
        replace(MEETUP, online_for_going=True), by=kofi, title="Kept", text="Say that you come"
    )
    assert f"CONFERENCE;VALUE=URI:{MEETUP.online_url}" in shown.vevent
    assert "meet.example.org" not in hidden.vevent


def test_in_a_protected_country_only_the_country_is_told(lena, training, monkeypatch):
    monkeypatch.setattr("space.events.shown.where.PROTECTED_COUNTRIES", lambda: ("GH",))
    made = add_event(replace(TRAINING, address="12 Oxford Street"), by=lena, title="Quiet", text="We meet")
    assert "LOCATION:Ghana\r\n" in made.vevent
    assert not {"Accra", "Oxford", "GEO"} & set(made.vevent.replace("\r\n", " ").replace(":", " ").split())
    # One that was added before the country was protected.
    assert "Accra" in training.vevent
    assert "Accra" not in as_told_now(training.vevent, "GH")
    assert "GEO" not in as_told_now(training.vevent, "GH")
