"""Words of a post are quoted: of one that is written from right to left, on a phone, on a page without composer."""

import re

import pytest
from playwright.sync_api import Page, expect

from space.discuss.actions import write_reply
from space.testing.long import grow
from tests.journeys.conftest import with_and_without_script

ARABIC = "نصوّر البطاقات أولًا، من الوجهين.\n\nثم نسأل أمين المتحف عن الرقم المكتوب خلفها."
SECOND = "ثم نسأل أمين المتحف عن الرقم المكتوب خلفها."
QUOTED = re.compile(
    r"^> @Kofi Mensah, \[#2\]\(/discuss/t/.+/2\) \(ar\):\n>\n> " + re.escape(SECOND) + r"\n\n$"
)


@pytest.fixture
def answered(topic, kofi):
    write_reply(topic, by=kofi, text=ARABIC, language="ar")
    return topic


def text_area(page: Page):
    return page.get_by_role("textbox", name="Text", exact=True)


def choose(page: Page, words: str) -> None:
    """As a long press and the handles of the selection do, in the middle of the window."""
    found = page.get_by_text(words, exact=True).first
    found.evaluate("words => words.scrollIntoView({block: 'center'})")
    found.select_text()


def floating(page: Page):
    return page.locator("quote-selection button")


def send(page: Page) -> None:
    text_area(page).press("End")
    text_area(page).press_sequentially("نعم.")
    page.get_by_role("button", name="Post reply").click()
    quote = page.get_by_role("article").last.get_by_role("blockquote")
    expect(quote).to_contain_text(SECOND)
    expect(quote).to_have_attribute("dir", "rtl")
    expect(quote).to_have_attribute("lang", "ar")
    expect(quote.get_by_role("link", name="#2")).to_have_attribute("href", re.compile("/2$"))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_words_written_from_right_to_left_are_quoted_by_the_button_near_them(
    as_, lena, answered, width, language
):
    page = as_(lena, width=width, has_touch=width == 360, locale=language)
    page.goto(answered.get_absolute_url())
    expect(floating(page)).to_be_hidden()
    choose(page, SECOND)
    expect(floating(page)).to_be_in_viewport(ratio=1)
    box, words = floating(page).bounding_box(), page.get_by_text(SECOND, exact=True).bounding_box()
    assert box
    assert words
    assert 0 < box["y"] - (words["y"] + words["height"]) < 60
    floating(page).tap() if width == 360 else floating(page).click()
    expect(page.locator("#id_text")).to_have_value(QUOTED)
    expect(page.locator("#id_text")).to_be_focused()
    expect(floating(page)).to_be_hidden()


def test_the_button_stays_in_the_window_where_the_selection_ends_at_its_edge(as_, lena, answered):
    page = as_(lena, width=360, has_touch=True)
    page.goto(answered.get_absolute_url())
    words = page.get_by_text(SECOND, exact=True)
    words.evaluate("words => scrollBy(0, words.getBoundingClientRect().bottom - innerHeight)")
    words.select_text()
    expect(floating(page)).to_be_in_viewport(ratio=1)


def test_what_was_quoted_by_touch_is_sent_with_its_author_and_the_way_back(as_, lena, answered):
    page = as_(lena, width=360, has_touch=True)
    page.goto(answered.get_absolute_url())
    choose(page, SECOND)
    floating(page).tap()
    expect(text_area(page)).to_have_value(QUOTED)
    send(page)


def test_the_same_by_the_button_of_the_post(as_, lena, answered):
    page = as_(lena, width=360)
    page.goto(answered.get_absolute_url())
    choose(page, SECOND)
    page.get_by_role("article", name="Post 2").get_by_role("link", name="Quote").click()
    expect(text_area(page)).to_have_value(QUOTED)
    send(page)


def test_without_javascript_all_of_the_post_is_quoted(as_, lena, answered):
    page = as_(lena, script=False, width=360)
    page.goto(answered.get_absolute_url())
    page.get_by_role("article", name="Post 2").get_by_role("link", name="Quote").click()
    expect(text_area(page)).to_have_value(
        re.compile(r"\(ar\):\n>\n> نصوّر البطاقات.*\n>\n> ثم نسأل", re.DOTALL)
    )
    send(page)


def test_a_quote_from_an_earlier_page_comes_along_to_where_one_replies(as_, lena, kofi, answered):
    grow(answered, kofi, 45)
    page = as_(lena, width=360, has_touch=True)
    page.goto(answered.get_absolute_url())
    choose(page, SECOND)
    floating(page).tap()
    page.wait_for_url(re.compile(r"/reply\?post=2$"))
    expect(text_area(page)).to_have_value(QUOTED)
    page.reload()
    expect(page.locator(".composer__to")).to_contain_text("Kofi Mensah")
    text_area(page).press("End")
    text_area(page).press_sequentially("نعم.")
    page.get_by_role("button", name="Post reply").click()
    answer = page.get_by_role("article", name="Post 46")
    expect(answer.get_by_role("blockquote")).to_contain_text(SECOND)
    expect(answer).to_contain_text("in reply to post 2")


def test_a_selection_beyond_one_post_is_not_quoted(as_, lena, answered):
    page = as_(lena)
    page.goto(answered.get_absolute_url())
    page.evaluate(
        """() => {
          const [first, second] = document.querySelectorAll("article .text")
          getSelection().setBaseAndExtent(first, 0, second, 1)
        }"""
    )
    page.wait_for_timeout(500)
    expect(floating(page)).to_be_hidden()


def test_who_cannot_reply_is_offered_no_quote(as_, answered):
    page = as_()
    page.goto(answered.get_absolute_url())
    expect(floating(page)).to_have_count(0)


@with_and_without_script
def test_a_quote_leads_back_to_what_was_said(as_, lena, answered, script):
    address = f"{answered.get_absolute_url()}2"
    write_reply(answered, by=lena, text=f"> @Kofi Mensah, [#2]({address}) (ar):\n>\n> {SECOND}\n\nYes.")
    page = as_(script=script, width=360)
    page.goto(answered.get_absolute_url())
    page.get_by_role("article", name="Post 3").get_by_role("link", name="#2").click()
    expect(page.get_by_role("article", name="Post 2")).to_be_in_viewport()
    assert page.url.endswith("#p2")
