"""Single keys lead through lists and topics; a sheet tells them and turns them off; nothing needs them."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from space.discuss.actions import start_topic, write_reply
from space.kit import clock
from space.limits.models import Bucket
from space.testing.rooms import say
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults


@pytest.fixture
def three(topic, questions, kofi):
    """Three topics; the oldest has three posts."""
    say(topic, (kofi, "Ask for the box in the morning."), (kofi, "And take a photograph of each card."))
    for minutes, title in ((10, "Wells of the old town"), (20, "Borders in the sand")):
        Bucket.objects.all().delete()
        with clock.at(timezone.now() + timedelta(minutes=minutes)):
            start_topic(questions, by=kofi, title=title, text="What do you think?")
    return topic


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def heading(page: Page):
    return page.get_by_role("heading", level=1)


@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_list_to_a_post_and_back(as_, three, lena, width):
    page = as_(lena, width=width)
    page.goto("/discuss/?status=open")
    press(page, "j")
    first = page.locator("[data-open]").first
    expect(first).to_be_focused()
    press(page, "j", "j")
    expect(page.get_by_role("link", name=three.title)).to_be_focused()
    press(page, "k", "j")
    expect(page.get_by_role("link", name=three.title)).to_be_focused()
    press(page, "o")
    expect(heading(page)).to_have_text(three.title)
    press(page, "j", "j")
    expect(page.get_by_role("article", name="Post 2")).to_be_focused()
    press(page, "u")
    page.wait_for_url("**/discuss/?status=open")


def test_what_the_keyboard_is_at_is_seen(as_, three):
    page = as_()
    page.goto("/discuss/")
    press(page, "j")
    row = page.locator("[data-item]").first
    assert row.evaluate("row => getComputedStyle(row).boxShadow") != "none"
    press(page, "Enter")
    expect(heading(page)).to_be_visible()
    press(page, "j")
    post = page.locator("article:focus")
    assert post.evaluate("post => getComputedStyle(post).outlineStyle") == "solid"


def test_keys_act_on_the_post_one_is_at(as_, three, lena):
    page = as_(lena, permissions=["clipboard-read", "clipboard-write"])
    page.goto(three.get_absolute_url())
    press(page, "j", "j", "l")
    expect(page.get_by_role("article", name="Post 2").get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"{three.get_absolute_url()}2")
    press(page, "q")
    area = page.get_by_role("textbox", name="Text", exact=True)
    expect(area).to_have_value(re.compile(r"^> @Kofi Mensah, \[#2\].*Ask for the box", re.DOTALL))
    page.keyboard.press("Escape")
    area.blur()
    press(page, "j")
    number = page.locator("article:focus").get_attribute("id").removeprefix("p")
    press(page, "r")
    page.wait_for_url(f"**/reply?post={number}")


def test_a_selection_is_quoted_by_its_key(as_, three, lena):
    page = as_(lena)
    page.goto(three.get_absolute_url())
    page.get_by_text("And take a photograph of each card.").select_text()
    press(page, "q")
    area = page.get_by_role("textbox", name="Text", exact=True)
    expect(area).to_have_value(
        re.compile(r"\[#3\].*\n> And take a photograph of each card\.\n\n$", re.DOTALL)
    )


def test_away_from_any_post_one_replies_to_the_topic(as_, three, lena):
    page = as_(lena)
    page.goto(three.get_absolute_url())
    press(page, "r")
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_be_focused()
    page.keyboard.type("jkrqlu?")
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value("jkrqlu?")


def test_ones_own_post_is_edited_by_its_key(as_, three, lena):
    page = as_(lena)
    page.goto(three.get_absolute_url())
    press(page, "j", "e")
    page.wait_for_url("**/1/edit")


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ("gh", "/"),
        ("gl", "/discuss/latest"),
        ("gn", "/discuss/new"),
        ("gu", "/discuss/unread"),
        ("gc", "/discuss/categories"),
        ("c", "/discuss/start"),
    ],
)
def test_from_every_page_keys_lead_to_the_lists(as_, three, lena, keys, address):
    page = as_(lena)
    page.goto(three.get_absolute_url())
    press(page, *keys)
    page.wait_for_url(re.compile(f"{re.escape(address)}$"))


def test_a_slash_leads_to_the_search_field_or_where_it_is_not_shown_to_the_filters(as_, three):
    page = as_()
    page.goto("/discuss/")
    press(page, "/")
    expect(page.get_by_role("combobox", name="Search Space")).to_be_focused()
    page = as_(width=800)
    page.goto("/discuss/")
    press(page, "/")
    expect(page.locator("#filter")).to_be_focused()
    press(page, "j")
    expect(page.locator(":focus[data-open]")).to_have_count(0)


PRESS = "key => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true }))"


def test_keys_are_the_same_on_a_keyboard_of_other_letters(as_, three):
    page = as_(locale="ar")
    page.goto("/discuss/")
    page.evaluate(PRESS, {"key": "ت", "code": "KeyJ"})
    expect(page.locator("[data-open]").first).to_be_focused()
    page.evaluate(PRESS, {"key": "؟", "code": "Slash", "shiftKey": True})
    expect(page.get_by_role("dialog")).to_be_visible()


def test_keys_with_ctrl_belong_to_the_browser(as_, three):
    page = as_()
    page.goto("/discuss/")
    press(page, "Control+j", "Alt+j", "Shift+J")
    expect(page.locator(":focus[data-open]")).to_have_count(0)


def test_the_sheet_opens_over_the_page_and_gives_the_focus_back(as_, three):
    page = as_()
    page.goto("/discuss/")
    press(page, "j", "?")
    sheet = page.get_by_role("dialog", name="Keys")
    expect(sheet).to_contain_text("the next row or post")
    assert faults(page) == []
    press(page, "j")
    press(page, "Escape")
    expect(sheet).to_have_count(0)
    expect(page.locator("[data-open]").first).to_be_focused()
    press(page, "?")
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_have_count(0)


def test_who_does_not_want_keys_turns_them_off(as_, three):
    page = as_()
    page.goto("/discuss/keys")
    page.get_by_role("checkbox", name="Use these keys in this browser").uncheck()
    page.goto("/discuss/")
    press(page, "j", "?")
    expect(page.locator(":focus[data-open]")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("link", name="Keys", exact=True).click()
    page.get_by_role("checkbox", name="Use these keys in this browser").check()
    page.goto("/discuss/")
    press(page, "j")
    expect(page.locator("[data-open]").first).to_be_focused()


@with_and_without_script
@pytest.mark.parametrize("width", [360, 1280])
def test_the_keys_are_told_on_a_page_too(as_, topic, script, width):
    page = as_(script=script, width=width)
    page.goto("/discuss/")
    page.get_by_role("link", name="Keys", exact=True).click()
    expect(heading(page)).to_have_text("Keys")
    expect(page.get_by_role("main")).to_contain_text("back to the list")
    expect(page.get_by_role("checkbox")).to_have_count(1 if script else 0)


def test_a_key_that_nothing_declares_does_nothing(as_, three, kofi):
    write_reply(three, by=kofi, text="One more.")
    page = as_()
    page.goto(three.get_absolute_url())
    press(page, "j", "!", "x", "b", "7")
    assert urlsplit(page.url).path == three.get_absolute_url()
    expect(page.get_by_role("article", name="Post 1")).to_be_focused()
