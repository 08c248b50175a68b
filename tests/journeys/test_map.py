"""The map of events: the list keeps in step with it and leads to its points; without JavaScript both say the same."""

from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from space.events.actions import add_event
from space.kit import clock
from space.testing.cast import make
from space.testing.events import TRAINING
from tests.journeys.test_accessible import faults

KEPT = "JSON.stringify([localStorage, sessionStorage, document.cookie])"
PLACES = {
    "A day in Accra": (5.556, -0.1969),
    "An evening in Tema": (5.67, -0.02),
    "A night in Suva": (-18.1416, 178.4419),
}


@pytest.fixture
def three(transactional_db):
    """Two towns near each other, and one far away; each a week from now."""
    day = clock.now().date() + timedelta(days=7)
    for title, (latitude, longitude) in PLACES.items():
        plan = replace(TRAINING, first_day=day, last_day=day, latitude=latitude, longitude=longitude)
        add_event(plan, by=make(f"Organiser of {title}"), title=title, text="Come as you are.", language="en")


def rows(page: Page):
    return page.locator("#map-list .meet")


def test_the_list_keeps_in_step_with_the_map_and_leads_to_its_points(as_, three):
    page = as_(width=1280)
    page.goto("/map/")
    cluster = page.locator("world-map .marker-cluster")
    expect(cluster).to_have_text("2")
    expect(rows(page)).to_have_count(3)
    assert not faults(page, within="main")
    cluster.click()
    expect(page.locator("world-map .map-dot")).to_have_count(2)
    expect(rows(page)).to_have_count(2)
    # The keys of the map, and out of it again to the list.
    page.get_by_role("application").focus()
    for _ in range(8):
        page.keyboard.press("-")
    expect(rows(page)).to_have_count(3)
    suva = rows(page).filter(has_text="A night in Suva")
    suva.get_by_role("button", name="On the map").press("Enter")
    card = page.locator(".map-card")
    expect(card).to_contain_text("A night in Suva")
    expect(card.get_by_role("link")).to_be_focused()
    # Where somebody is, is asked for by their press alone, and nothing is kept of it.
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 5.6, "longitude": -0.1})
    before = page.evaluate(KEPT)
    page.get_by_role("button", name="Near me").click()
    expect(rows(page)).to_have_count(2)
    assert page.evaluate(KEPT) == before


def test_without_javascript_there_are_as_many_dots_as_the_list_has_places_each_a_link(as_, three):
    page = as_(script=False, width=360)
    page.goto("/map/")
    expect(rows(page)).to_have_count(3)
    links = page.locator("svg.world a")
    expect(links).to_have_count(3)
    listed = (
        rows(page).locator(".meet__title").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    )
    drawn = links.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert sorted(drawn) == sorted(listed)
    expect(page.get_by_role("button", name="On the map")).to_have_count(0)
    links.first.dispatch_event("click")
    page.wait_for_url("**/events/**")
