"""A reader without an account finds a conversation, in their language and colours; a member's reading is noticed."""

import pytest
from playwright.sync_api import Page, expect

from space.discuss.models import ReadMark
from space.testing.rooms import say
from tests.command.running import wait_until
from tests.journeys.conftest import with_and_without_script

TITLE = "How do you check a source that is only on paper?"


def choose_language(page: Page, autonym: str) -> None:
    page.locator(".top summary", has_text="English").click()
    page.locator("header").get_by_role("button", name=autonym).click()


def colour(page: Page) -> str:
    return page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")


@with_and_without_script
@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_finds_a_topic_from_the_first_page(as_, topic, script, width):
    page = as_(script=script, width=width)
    page.goto("/")
    page.get_by_role("link", name="All conversations").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Conversations")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("article", name="Post 1")).to_contain_text("a box of cards")
    expect(page.get_by_role("link", name="Sign in to reply")).to_be_visible()


@with_and_without_script
def test_a_reader_finds_a_topic_by_its_category(as_, topic, script):
    page = as_(script=script)
    page.goto("/discuss/")
    page.get_by_role("navigation", name="Lists").get_by_role("link", name="Categories").click()
    page.get_by_role("main").get_by_role("link", name="Questions", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Questions")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("article")).to_have_count(1)


@with_and_without_script
def test_the_page_speaks_the_language_one_chose_and_turns_with_it(as_, topic, script):
    page = as_(script=script, locale="en-GB")
    page.goto(topic.get_absolute_url())
    choose_language(page, "العربية")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("dir", "ltr")

    page.locator("footer").get_by_role("button", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.goto("/discuss/")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")


def test_the_first_page_is_in_the_language_of_the_browser(as_, topic):
    page = as_(locale="ar-EG")
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


@with_and_without_script
def test_colours_turn_dark_and_stay_so(as_, topic, script):
    page = as_(script=script)
    page.goto("/")
    light = colour(page)
    page.get_by_role("list", name="Colours").get_by_role("button", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator("#conversations").get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert colour(page) != light


def test_a_closed_group_is_not_there_for_others(as_, secret, lena, kofi):
    page = as_(lena)
    assert page.goto(secret.get_absolute_url()).status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
    page = as_(kofi)
    page.goto("/discuss/")
    page.get_by_role("link", name=secret.title).click()
    expect(page.get_by_role("main")).to_contain_text("We meet at the")


@with_and_without_script
def test_a_member_who_read_a_topic_to_its_end_is_not_told_that_it_is_new(
    as_, topic, lena, kofi, rosa, script
):
    say(topic, (kofi, "Ask for the box in the morning."), (rosa, "And take a photograph of each card."))
    page = as_(lena, script=script)
    page.goto("/discuss/")
    expect(page.locator(".topic--new")).to_have_count(1)
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("article", name="Post 3").scroll_into_view_if_needed()
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Discuss").click()
    expect(page.get_by_role("link", name=TITLE)).to_be_visible()
    wait_until(lambda: ReadMark.objects.filter(person=lena, topic=topic, number=3).exists())

    page.reload()
    expect(page.locator(".topic--new")).to_have_count(0)


def test_a_long_conversation_is_walked_page_by_page(as_, topic, lena, kofi):
    from space.accounts.models import Trust
    from space.testing.cast import make

    crowd = [make(f"Reader {n}", trust=Trust.MEMBER) for n in range(24)]
    say(topic, *[(person, f"Thought {n}: look twice.") for n, person in enumerate(crowd, start=1)])
    page = as_(script=False, width=360)
    page.goto(topic.get_absolute_url())
    expect(page.get_by_role("article")).to_have_count(20)
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("article")).to_have_count(5)
    page.goto(f"{topic.get_absolute_url()}25")
    assert page.url.endswith("?page=2#p25")
