"""Looking for what was written: on the page of search with script and without, and in the bar by the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from space.discuss.actions import start_topic, write_reply
from space.search.actions import survey
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults


@pytest.fixture
def written(transactional_db, questions, lena, kofi, rosa):
    topic = start_topic(
        questions,
        by=lena,
        title="An edit-a-thon without electricity",
        text="The power fails at noon. What do you bring along?",
        language="en",
        tags=["workshops"],
    )
    write_reply(
        topic, by=kofi, text="A car battery keeps the electricity going for the router.", language="en"
    )
    write_reply(topic, by=lena, text="We lost electricity twice and went on with paper.", language="en")
    start_topic(
        questions,
        by=kofi,
        title="Atelier sans electricity",
        text="Des batteries, et du papier.",
        language="fr",
    )
    start_topic(questions, by=rosa, title="停電のときの編集", text="停電は四十分ほどでした。", language="ja")
    survey()
    return topic


@with_and_without_script
def test_one_looks_for_words_and_narrows_what_is_found(as_, written, lena, script):
    page = as_(lena, script=script)
    page.goto("/search/")
    main = page.get_by_role("main")
    look_for(page, "electricity")
    hits, side = main.locator(".hit"), main.get_by_role("complementary")
    expect(hits).to_have_count(2)
    expect(hits.locator("mark").first).to_be_visible()

    side.get_by_role("link", name="English").click()
    expect(hits).to_have_count(1)
    expect(main.get_by_label("Words and filters")).to_have_value("electricity lang:en")
    side.get_by_role("link", name="français").click()
    main.get_by_role("link", name="Newest first", exact=True).click()
    expect(hits.first).to_contain_text("Atelier")
    main.get_by_role("link", name="2 more in this topic").click()
    expect(hits).to_have_count(3)
    main.get_by_role("link", name="An edit-a-thon without electricity take this filter away").click()
    expect(hits).to_have_count(2)


@with_and_without_script
def test_where_nothing_is_found_one_is_told_what_would_be(as_, written, lena, script):
    page = as_(lena, script=script)
    page.goto("/search/")
    main = page.get_by_role("main")
    look_for(page, "electricty lang:ja")
    expect(main.get_by_text("Nothing was found.")).to_be_visible()
    main.get_by_role("link", name="electricity", exact=True).click()
    main.get_by_role("link", name=re.compile("^without")).click()
    main.locator(".hit").get_by_role("link", name="An edit-a-thon without electricity").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("An edit-a-thon without electricity")

    page.goto("/search/")
    recent = page.get_by_role("link", name="electricty lang:ja")
    expect(recent).to_have_count(1 if script else 0)
    if script:
        page.get_by_role("button", name="Forget them").click()
        expect(recent).to_have_count(0)


def look_for(page, words):
    page.get_by_label("Words and filters").fill(words)
    page.get_by_role("main").get_by_role("button", name="Search", exact=True).click()


@pytest.fixture
def bar(as_, written, lena):
    """The page of the topic, with the cursor in the box of the bar."""
    page = as_(lena)
    page.goto(written.get_absolute_url())
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search Space")
    expect(box).to_be_focused()
    return box


def test_what_is_meant_comes_while_one_types_in_the_bar(bar):
    page, asked = bar.page, []
    page.on("request", lambda request: "/instant" in request.url and asked.append(request.url))
    page.keyboard.type("electri", delay=20)
    options = page.get_by_role("option")
    expect(options.filter(has_text="without electricity")).to_be_visible()
    assert len(asked) == 1
    expect(bar).to_have_attribute("aria-expanded", "true")
    assert faults(page, within=".find") == []
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    expect(bar).to_have_value("electri")

    bar.fill("停")
    page.get_by_role("option", name="停電のときの編集").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("停電のときの編集")


def test_the_bar_searches_in_the_topic_one_reads(bar):
    page = bar.page
    page.keyboard.type("electricity")
    inside = page.get_by_role("option", name="In this topic: electricity")
    expect(inside).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(inside).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator(".hit")).to_have_count(3)
