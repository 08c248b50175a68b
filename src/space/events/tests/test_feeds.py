"""The calendar for other programs: exactly what its address asks for, and what its reader may see."""

import csv
import json
import re
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import icalendar
import pytest
from django.test import Client

from space.accounts.readers import reader_of
from space.events.actions import add_event, cancel_event
from space.events.actions.attending import answer
from space.events.actions.secrets import make_calendar_key
from space.events.exports.wikitext import escaped
from space.events.ics.own import own_address
from space.events.models import Answer
from space.kit import clock
from space.testing.events import MEETUP, MONDAY, TRAINING

SHAPES = ("ics", "atom", "json", "csv", "geojson", "wikitext")


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def titles(text: str) -> set[str]:
    return {str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(text).walk("VEVENT")}


def test_the_calendar_holds_all_events_and_each_zone_once(client, training, meetup, rosa):
    add_event(MEETUP, by=rosa, title="Noch einer", text="Wieder in Berlin", language="de")
    text = get(client, "/calendar.ics")
    assert titles(text) == {"Wikidata for beginners", "Der Dienstag im Netz", "Noch einer"}
    assert text.count("BEGIN:VTIMEZONE") == text.count("TZID:Europe/Berlin") == 1
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID")


def test_a_filter_holds_in_every_shape(client, training, meetup):
    for shape in SHAPES:
        assert "Dienstag" not in get(client, f"/calendar.{shape}?type=training"), shape
        assert "Wikidata for beginners" in get(client, f"/calendar.{shape}?type=training&country=GH"), shape
    assert "Dienstag" in get(client, "/calendar.ics?where=online")


def test_who_asks_again_is_told_that_nothing_changed(client, training, kofi):
    first = client.get("/calendar.ics")
    assert first["Last-Modified"] == "Mon, 02 Mar 2026 09:00:00 GMT"
    assert client.get("/calendar.ics", headers={"If-None-Match": first["ETag"]}).status_code == 304
    cancel_event(training, by=kofi, reason="No power")
    again = client.get("/calendar.ics", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert b"STATUS:CANCELLED" in again.content


def test_one_event_has_an_address_for_calendars(client, meetup, hideout, kofi):
    response = client.get(f"/events/{meetup.topic.slug}/{meetup.pk}.ics")
    assert titles(response.content.decode()) == {"Der Dienstag im Netz"}
    secret = add_event(TRAINING, by=kofi, title="Among us", text="For us alone", category=hideout)
    assert client.get(f"/events/x/{secret.pk}.ics").status_code == 404
    for shape in SHAPES:
        assert "Among us" not in get(client, f"/calendar.{shape}")
    client.force_login(kofi)
    assert "Among us" in get(client, "/calendar.ics")


def test_a_table_has_a_line_for_each_date_and_no_formula(client, meetup, kofi):
    add_event(TRAINING, by=kofi, title='=HYPERLINK("http://evil.example")', text="A title like a formula")
    rows = list(csv.DictReader(StringIO(get(client, "/calendar.csv").removeprefix("\ufeff"))))
    assert len(rows) == 1 + meetup.occurrences.count()
    formula = next(row for row in rows if "HYPERLINK" in row["title"])
    assert formula["title"].startswith("'=")
    assert (formula["starts"], formula["longitude"]) == ("2026-03-12T18:00:00+00:00", "-0.1969")
    assert rows[0]["starts"] == "2026-03-10T19:00:00+01:00"


def test_a_map_for_wikis_has_a_point_for_each_place_and_no_markup_of_users(client, training, meetup, rosa):
    title = "[[Evil]] {{delete}} </mapframe> ''x'' ~~~~"
    add_event(TRAINING, by=rosa, title=title, text="A title full of wikitext", language="en")
    told = json.loads(get(client, "/calendar.geojson"))
    assert [one["geometry"] for one in told["features"]] == [
        {"type": "Point", "coordinates": [-0.1969, 5.556]}
    ] * 2
    for address in ("/map.wikitext", "/calendar.wikitext"):
        text = get(client, address)
        assert escaped(title) in text.replace('\\"', '"')
        assert not [sign for sign in ("[[", "{{", "''", "~~~") if sign in text]
        assert text.count("</mapframe>") == (1 if "map" in address else 0)
    assert "Dienstag" not in get(client, "/map.wikitext")
    assert "Dienstag" in get(client, "/calendar.wikitext")


def test_what_is_cancelled_or_tentative_says_so(client, lena):
    add_event(replace(TRAINING, status="tentative"), by=lena, title="Perhaps", text="Not sure yet")
    assert "STATUS:TENTATIVE" in get(client, "/calendar.ics")
    assert "Perhaps" not in get(client, "/calendar.ics?tentative=no")


@pytest.mark.parametrize("shape", SHAPES)
def test_a_calendar_without_events_is_a_calendar_too(client, db, shape):
    assert get(client, f"/calendar.{shape}?country=AQ&type=nonsense")


def test_the_page_of_addresses_keeps_the_filter(client, training):
    page = get(client, "/calendar/subscribe?type=training&country=GH")
    for address in ("/calendar.ics?", "/calendar.csv?", "/calendar.wikitext?", "/map.wikitext?"):
        assert f"{address}country=GH&amp;type=training" in page, address
    assert "webcal://" in page
    assert "csrfmiddlewaretoken" not in page


def test_a_secret_address_gives_ones_own_calendar_until_it_ends(client, training, meetup, kofi, hideout):
    with clock.at(MONDAY + timedelta(minutes=5)):
        add_event(TRAINING, by=kofi, title="Among us", text="For us alone", category=hideout)
    answer(meetup, by=kofi, says=Answer.GOING)
    client.force_login(kofi)
    client.post("/calendar/subscribe/key", {"do": "make"})
    address = re.search(r"/calendar/own/[^\"]+\.ics", get(client, "/calendar/subscribe"))[0]
    elsewhere = Client()
    assert titles(get(elsewhere, address)) == {"Wikidata for beginners", "Among us", "Der Dienstag im Netz"}
    assert elsewhere.get(address)["Cache-Control"] == "private, no-cache"
    assert elsewhere.get(address.replace(".ics", "x.ics")).status_code == 404
    client.post("/calendar/subscribe/key", {"do": "make"})
    assert elsewhere.get(address).status_code == 404
    newer = re.search(r"/calendar/own/[^\"]+\.ics", get(client, "/calendar/subscribe"))[0]
    assert elsewhere.get(newer).status_code == 200
    client.post("/calendar/subscribe/key", {"do": "end"})
    assert elsewhere.get(newer).status_code == 404


def test_a_secret_address_shows_what_its_person_may_see_now(client, kofi, hideout, circle):
    add_event(TRAINING, by=kofi, title="Among us", text="For us alone", category=hideout)
    make_calendar_key(by=kofi)
    address = own_address(reader_of(kofi))
    assert "Among us" in get(client, address)
    circle.memberships.filter(person=kofi).delete()
    assert "Among us" not in get(client, address)
