"""Somebody finds an event in the calendar, says that they come, and has it in a calendar of their own."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from space.events.actions import add_event
from space.events.actions.asking import Asked, ask
from space.events.models import Attendance, Event, Given
from space.kit import clock
from space.testing.events import TRAINING
from tests.journeys.conftest import with_and_without_script

TITLE = "Wikidata for beginners"


@pytest.fixture
def soon(transactional_db, kofi):
    day = clock.now().date() + timedelta(days=2)
    plan = replace(TRAINING, first_day=day, last_day=day)
    event = add_event(plan, by=kofi, title=TITLE, text="Bring a laptop and a question.", language="en")
    ask(event, [Asked("What do you eat?", ("Everything", "No meat"))], by=event.by)
    return event


@with_and_without_script
def test_from_the_calendar_to_an_event_and_into_a_calendar_of_ones_own(as_, soon, lena, script):
    page = as_(lena, script=script, width=360)
    page.goto("/calendar/?view=list")
    page.get_by_role("link", name=TITLE).first.click()
    coming = page.locator("#attend")
    coming.get_by_role("button", name="Going", exact=True).click()
    expect(coming).to_contain_text("You are going.")
    expect(coming).to_contain_text("1 person is going")
    coming.get_by_label("What do you eat?").select_option("No meat")
    coming.get_by_role("button", name="Save").click()
    expect(coming.get_by_label("What do you eat?")).to_have_value("No meat")
    assert Given.objects.get().text == "No meat"

    page.goto("/calendar/?view=list&mine=yes")
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()
    page.goto("/calendar/subscribe")
    page.get_by_role("button", name="Make a secret address").click()
    address = page.get_by_label("Your secret address").input_value()
    assert TITLE in page.request.get(address).text()

    page.goto(soon.get_absolute_url())
    coming.get_by_role("button", name="Take it back").click()
    expect(coming).to_contain_text("Nobody has said yet that they come.")
    assert TITLE not in page.request.get(address).text()


def fill_in_every_second_tuesday(page, tuesday):
    filled = {"title": "Tuesday in the library", "first_day": str(tuesday), "first_time": "18:00"}
    filled |= {
        "last_time": "20:00",
        "online_url": "https://meet.example.org/tuesday",
        "every": "2",
        "times": "3",
    }
    page.locator("[name=how][value=online]").check()
    page.locator("details", has=page.locator("[name=repeats]")).locator("summary").click()
    page.get_by_label("How it repeats").select_option("Weekly")
    page.locator("[name=ends][value=times]").check()
    page.locator("[name=zone]").select_option("Africa/Accra")
    for name, value in filled.items():
        page.locator(f"[name={name}]").fill(value)


def test_every_second_tuesday_is_said_with_a_plain_form_and_answered_for_one_date(as_, kofi, lena):
    page = as_(kofi, width=360)
    tuesday = clock.now().date() + timedelta(days=1)
    tuesday += timedelta(days=(1 - tuesday.weekday()) % 7)
    page.goto("/events/add")
    fill_in_every_second_tuesday(page, tuesday)
    page.locator(".event-form button[type=submit]").last.click()
    page.wait_for_url("**/tuesday-in-the-library/**")
    event = Event.objects.for_actions().get(topic__title="Tuesday in the library")
    days = list(event.occurrences.order_by("of").values_list("of", flat=True))
    assert days == [tuesday + timedelta(days=14 * n) for n in range(3)]

    page = as_(lena, width=360)
    page.goto(event.get_absolute_url())
    coming = page.locator("#attend")
    coming.get_by_label("Which date").select_option(str(days[1]))
    coming.get_by_role("button", name="Going", exact=True).click()
    expect(coming).to_contain_text("You are going.")
    assert Attendance.objects.get(person=lena).of == days[1]
