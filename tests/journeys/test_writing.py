"""A newcomer joins and takes part; members quote, preview, edit and name each other; nothing that was typed is lost."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from space.discuss.actions import write_reply
from space.discuss.models import Draft, Post, Topic
from space.kit import clock
from space.testing.rooms import say
from tests.journeys.conftest import with_and_without_script

PASSWORD = "a long walk by the river"
TEXT = "The index is a box of cards."


def text_area(page: Page):
    return page.get_by_role("textbox", name="Text", exact=True)


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def send(page: Page, text: str) -> None:
    text_area(page).fill(text)
    page.get_by_role("button", name="Post reply").click()


@with_and_without_script
def test_a_newcomer_joins_where_they_were_reading(as_, topic, script):
    page = as_(script=script, width=360)
    page.goto(topic.get_absolute_url())
    page.get_by_role("link", name="Sign in to reply").click()
    page.get_by_role("link", name="Make an account").click()
    page.get_by_label("Name", exact=True).fill("Nneka")
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_role("button", name="Make an account").click()
    expect(page.get_by_label("Name", exact=True)).to_have_value("Nneka")
    expect(page.get_by_role("main")).to_contain_text("10 characters")

    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    expect(heading(page)).to_have_text(topic.title)
    send(page, "Thank you, that is where I will begin.")
    expect(page.get_by_role("article", name="Post 2")).to_contain_text("Nneka")


@with_and_without_script
def test_a_newcomer_starts_a_topic_and_a_no_keeps_what_was_typed(as_, amina, questions, script):
    page = as_(amina, script=script)
    page.goto("/discuss/")
    page.get_by_role("main").get_by_role("link", name="New topic").click()
    page.get_by_label("Title").fill("Help")
    page.get_by_label("Category").select_option(label="Questions")
    text_area(page).fill("Where do I begin?")
    page.get_by_role("button", name="Post topic").click()
    expect(page.get_by_role("main")).to_contain_text("A title needs at least 8 characters.")
    expect(text_area(page)).to_have_value("Where do I begin?")

    page.get_by_label("Title").fill("Where does one begin here?")
    page.get_by_role("button", name="Post topic").click()
    expect(heading(page)).to_have_text("Where does one begin here?")
    assert Topic.objects.for_actions().count() == 1


@with_and_without_script
def test_who_writes_too_fast_is_told_when_to_go_on_and_keeps_the_text(as_, amina, topic, script):
    page = as_(amina, script=script)
    page.goto(topic.get_absolute_url())
    send(page, "My first thought.")
    expect(page.get_by_role("article")).to_have_count(2)
    send(page, "My second thought.")
    expect(page.get_by_role("alert")).to_have_text(
        re.compile("You can go on in .* seconds. Your text is kept.")
    )
    expect(text_area(page)).to_have_value("My second thought.")


@with_and_without_script
def test_a_member_sees_how_a_reply_will_look_and_names_somebody(as_, lena, kofi, topic, script):
    page = as_(kofi, script=script)
    page.goto(topic.get_absolute_url())
    text_area(page).fill("Ask @Lena Müller, she has a **map**.")
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview strong")).to_have_text("map")
    expect(text_area(page)).to_have_value("Ask @Lena Müller, she has a **map**.")
    page.get_by_role("button", name="Post reply").click()
    mine = page.get_by_role("article", name="Post 2")
    expect(mine.locator(".text").get_by_role("link")).to_have_attribute("href", lena.get_absolute_url())


@with_and_without_script
def test_an_edit_is_shown_and_how_it_was_before_stays_to_be_read(as_, kofi, topic, script):
    with clock.at(timezone.now() - timedelta(hours=1)):
        write_reply(topic, by=kofi, text="Ask for the map.")
    page = as_(kofi, script=script)
    page.goto(topic.get_absolute_url())
    post = page.get_by_role("article", name="Post 2")
    post.get_by_role("link", name="Edit", exact=True).click()
    expect(text_area(page)).to_have_value("Ask for the map.")
    text_area(page).fill("Ask for both maps.")
    page.get_by_role("button", name="Save").click()
    expect(post.locator(".text")).to_have_text("Ask for both maps.")
    post.get_by_role("link", name="edited").click()
    page.get_by_role("listitem").filter(has_text="Version 1").get_by_role("link", name="Read").click()
    expect(page.locator(".text")).to_have_text("Ask for the map.")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_selection_is_quoted_into_the_composer(as_, lena, kofi, topic, width):
    say(topic, (kofi, "Cards get lost.\n\nPhotographs stay."))
    page = as_(lena, width=width)
    page.goto(topic.get_absolute_url())
    said = page.get_by_role("article", name="Post 2")
    said.get_by_text("Photographs stay.").select_text()
    said.get_by_role("link", name="Quote").click()
    expect(text_area(page)).to_have_value(
        re.compile(r"^> @Kofi Mensah, \[#2\]\(.*\):\n>\n> Photographs stay\.\n\n$")
    )
    expect(text_area(page)).to_be_focused()

    text_area(page).press_sequentially("So we take them.")
    page.get_by_role("button", name="Post reply").click()
    answer = page.get_by_role("article", name="Post 3")
    expect(answer.get_by_role("blockquote")).to_contain_text("Photographs stay.")
    expect(answer.get_by_role("blockquote")).not_to_contain_text("Cards")
    expect(answer.get_by_role("blockquote").get_by_role("link", name="#2")).to_have_attribute(
        "href", re.compile("/2$")
    )


def test_without_javascript_the_quote_link_opens_a_form_with_the_quote(as_, lena, kofi, topic):
    say(topic, (kofi, "Photographs stay."))
    page = as_(lena, script=False)
    page.goto(topic.get_absolute_url())
    page.get_by_role("article", name="Post 2").get_by_role("link", name="Quote").click()
    expect(text_area(page)).to_have_value(
        re.compile(r"^> @Kofi Mensah, \[#2\].*:\n>\n> Photographs stay\.\n\n")
    )
    send(page, f"{text_area(page).input_value()}So we take them.")
    answer = page.get_by_role("article", name="Post 3")
    expect(answer.get_by_role("blockquote")).to_contain_text("Photographs stay.")
    expect(answer).to_contain_text("in reply to post 2")


@with_and_without_script
def test_pressing_the_button_twice_makes_one_post(as_, lena, topic, script):
    page = as_(lena, script=script)
    page.goto(topic.get_absolute_url())
    text_area(page).fill("Only once.")
    page.get_by_role("button", name="Post reply").dblclick()
    expect(page.get_by_role("article", name="Post 2")).to_contain_text("Only once.")
    assert Post.objects.for_actions().count() == 2


def test_a_lost_connection_and_a_reload_lose_nothing(as_, watch, lena, topic):
    watch.expected.append("ERR_INTERNET_DISCONNECTED")
    page = as_(lena)
    page.on("dialog", lambda asked: asked.accept())
    page.goto(topic.get_absolute_url())
    text_area(page).press_sequentially(TEXT)
    page.context.set_offline(True)
    expect(page.locator(".composer__state")).to_have_text("Kept in this browser")
    page.get_by_role("button", name="Post reply").click()
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)

    page.goto(topic.get_absolute_url())
    expect(text_area(page)).to_have_value(TEXT)
    page.reload()
    expect(text_area(page)).to_have_value(TEXT)
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_role("article", name="Post 2")).to_contain_text(TEXT)
    expect(text_area(page)).to_have_value("")
    page.reload()
    expect(text_area(page)).to_have_value("")
    assert not Draft.objects.for_actions().exists()


def test_nobody_leaves_a_half_written_topic_by_accident(as_, lena, questions):
    page = as_(lena)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.goto("/discuss/start")
    text_area(page).press_sequentially(TEXT)
    page.get_by_role("link", name="Discuss").first.click(no_wait_after=True)
    expect(text_area(page)).to_have_value(TEXT)
    assert asked == ["beforeunload"]
