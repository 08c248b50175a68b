"""Somebody is told, looks what it is, and says how much they want to hear: with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from space.discuss.actions import write_reply
from space.testing.cast import make
from space.testing.telling import tell_what_waits
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults


@pytest.fixture
def told(transactional_db, topic, kofi, rosa):
    """Lena is named in one post; the other is new where she watches."""
    write_reply(topic, by=kofi, text="Ask @Lena Müller, she has the key.")
    write_reply(topic, by=rosa, text="The box stands behind the door.")
    tell_what_waits()


@with_and_without_script
def test_what_the_bell_tells_is_opened_and_read(as_, lena, topic, told, script):
    page = as_(lena, script=script)
    page.goto("/about/")
    bell = page.get_by_role("banner").get_by_role("link", name="Notifications")
    expect(bell).to_have_text(re.compile("2 unread"))
    bell.click()
    if script:
        panel = page.locator(".bell")
        expect(panel.get_by_role("link", name="Kofi Mensah mentioned you")).to_be_visible()
        assert faults(page, within=".top") == []
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(bell).to_be_focused()
        page.keyboard.press("Enter")
        panel.get_by_role("link", name="All notifications").click()
    expect(page.get_by_role("heading", name="Notifications")).to_be_visible()
    page.get_by_text("Why did I get this?").first.click()
    expect(page.get_by_text("You watch this topic.")).to_be_visible()
    # Not in the middle: that is between its two pieces where fonts are narrow.
    page.get_by_role("link", name="Kofi Mensah mentioned you").click(position={"x": 6, "y": 6})
    expect(page).to_have_url(re.compile(f"/{topic.pk}/.*#p2$"))
    if script:
        page.locator("#p3").scroll_into_view_if_needed()
        page.wait_for_timeout(300)
    page.goto("/notifications/?unread=yes")
    expect(page.get_by_text("All read")).to_be_visible()
    expect(page.get_by_role("banner").get_by_role("link", name="Notifications")).not_to_have_text(
        re.compile("unread")
    )


@with_and_without_script
def test_one_line_and_then_all_are_marked_as_read(as_, lena, told, script):
    page = as_(lena, script=script, width=360)
    page.goto("/notifications/")
    page.get_by_role("button", name="Mark as read").first.click()
    expect(page.locator(".told--unread")).to_have_count(1)
    expect(page.get_by_role("banner").get_by_role("link", name="Notifications")).to_have_text(
        re.compile("1 unread")
    )
    page.get_by_role("main").get_by_role("button", name="Mark all as read").click()
    expect(page.get_by_text("1 notification is read now.")).to_be_visible()
    expect(page.locator(".told--unread")).to_have_count(0)


@with_and_without_script
def test_how_much_one_hears_is_chosen_in_a_category_and_changed_on_the_page_of_all_levels(
    as_, topic, told, script
):
    page = as_(make("Budi Santosa"), script=script)
    page.goto("/discuss/c/questions/")
    menu = page.get_by_role("main").locator("details.menu[name=level]")
    menu.locator("summary").click()
    menu.get_by_role(
        "button", name="Watching first posts You are told of each new topic, not of replies."
    ).click()
    expect(menu.locator("summary")).to_have_text(re.compile("Watching first posts"))
    page.goto("/notifications/levels?show=categories")
    expect(page.get_by_role("main").get_by_role("link", name="Questions")).to_be_visible()
    menu = page.locator(".levels details.menu")
    menu.locator("summary").click()
    menu.get_by_role("button", name=re.compile("^Muted")).click()
    expect(page).to_have_url(re.compile("/notifications/levels"))
    expect(page.locator(".levels summary")).to_have_text(re.compile("Muted"))
