"""Somebody finds an event in the calendar, says that they come, and has it in a calendar of their own."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from space.events.actions import add_event
from space.events.actions.asking import Asked, ask
from space.events.models import Given
from space.kit import clock
from space.testing.events import TRAINING
from tests.journeys.conftest import with_and_without_script

TITLE = "Wikidata for beginners"


@pytest.fixture
def soon(transactional_db, kofi):
    day = clock.now().date() + timedelta(days=2)
    plan = replace(TRAINING, first_day=day, last_day=day)
    event = add_event(plan, by=kofi, title=TITLE, text="Bring a laptop and a question.", language="en")
    ask(event, [Asked("What do you eat?", ("Everything", "No meat"))])
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
