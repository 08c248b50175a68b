"""What helps to write: drafts, people and things by a few letters, what others have asked, how it will look."""

import re

import pytest
from playwright.sync_api import Page, expect

from space.discuss.actions import save_draft, start_topic
from space.discuss.models import Draft, Topic
from space.testing.cast import make
from space.testing.rooms import say
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults
from tests.journeys.test_writing import text_area

TEXT = "The index is a box of cards, and half of them are missing."


def state(page: Page):
    return page.locator(".composer__state")


def suggested(page: Page):
    return page.locator(".suggestions").get_by_role("option")


def drafts(page: Page) -> None:
    page.locator("summary", has_text="Your menu").click()
    page.get_by_role("link", name="Drafts").click()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_draft_goes_from_the_phone_to_the_desk(as_, lena, topic, width):
    phone = as_(lena, width=width)
    phone.goto(topic.get_absolute_url())
    text_area(phone).press_sequentially(TEXT)
    expect(state(phone)).to_have_text(re.compile("Draft saved .*[0-9]"))

    desk = as_(lena)
    desk.goto("/")
    drafts(desk)
    expect(desk.get_by_role("main")).to_contain_text(topic.title)
    desk.get_by_role("link", name="Go on writing").click()
    expect(text_area(desk)).to_have_value(TEXT)
    desk.get_by_role("button", name="Post reply").click()
    expect(desk.get_by_role("article", name="Post 2")).to_contain_text(TEXT)
    drafts(desk)
    expect(desk.get_by_role("main")).to_contain_text("Nothing is half written")


def test_a_draft_is_kept_and_sent_without_javascript(as_, lena, questions):
    page = as_(lena, script=False, width=360)
    page.goto("/discuss/ask")
    page.get_by_label("Title").fill("Where are the cards?")
    text_area(page).fill(TEXT)
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.get_by_role("main")).to_contain_text("Your text is kept as a draft.")
    page.get_by_role("button", name="Discard").click()
    page.get_by_role("button", name="Bring back").click()
    page.get_by_role("link", name="Go on writing").click()
    expect(text_area(page)).to_have_value(TEXT)
    page.get_by_label("Category").select_option(label="Questions")
    page.get_by_role("button", name="Post question").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Where are the cards?")
    assert Topic.objects.for_actions().get().kind == "question"
    assert not Draft.objects.for_actions().exists()


def test_two_tabs_are_told_of_each_other_and_nothing_is_overwritten(as_, lena, topic):
    one = as_(lena)
    two = one.context.new_page()
    for tab in (one, two):
        tab.goto(topic.get_absolute_url())
    text_area(one).press_sequentially("From the first tab")
    expect(state(one)).to_have_text(re.compile("Draft saved"))
    text_area(two).press_sequentially("From the second tab")
    alert = two.get_by_role("alert")
    expect(alert).to_contain_text("Another tab has gone on with this text.")
    expect(alert).to_contain_text("From the first tab")
    assert Draft.objects.for_actions().get().data["text"] == "From the first tab"
    assert faults(two) == []

    alert.get_by_role("button", name="Keep mine").click()
    expect(state(two)).to_have_text(re.compile("Draft saved"))
    text_area(one).press_sequentially(", and more")
    one.get_by_role("button", name="Take the other").click()
    expect(text_area(one)).to_have_value("From the second tab")


def test_without_javascript_two_tabs_are_told_too(as_, lena, topic):
    save_draft(f"reply-{topic.pk}", by=lena, data={"text": "From the phone"})
    page = as_(lena, script=False, width=360)
    page.goto(topic.get_absolute_url())
    expect(text_area(page)).to_have_value("From the phone")
    Draft.objects.for_actions().update(version=7, data={"text": "From the phone, later"})
    text_area(page).fill("From the desk")
    page.get_by_role("button", name="Keep as draft").click()
    expect(page.get_by_label("The other text")).to_have_value("From the phone, later")
    page.get_by_role("button", name="Keep mine").click()

    expect(page.get_by_role("main")).to_contain_text("From the desk")


def test_a_server_that_was_down_takes_nothing_with_it(as_, watch, lena, topic):
    watch.expected.append("ERR_FAILED")
    page = as_(lena)
    page.goto(topic.get_absolute_url())
    broken = lambda route: route.abort()  # noqa: E731
    page.route("**/discuss/**", broken)
    text_area(page).press_sequentially(TEXT)
    page.get_by_role("button", name="Post reply").click(no_wait_after=True)
    page.wait_for_timeout(500)
    page.unroute("**/discuss/**", broken)
    with page.expect_response("**/discuss/drafts/reply-*"):
        page.goto("/")
    page.goto("/discuss/drafts")

    expect(page.get_by_role("main")).to_contain_text(TEXT)
    page.goto(topic.get_absolute_url())
    expect(text_area(page)).to_have_value(TEXT)


@pytest.mark.parametrize("width", [360, 1280])
def test_people_categories_and_signs_are_offered_while_one_types(as_, lena, kofi, topic, width):
    say(topic, (kofi, "One thought."))
    page = as_(lena, width=width)
    page.goto(topic.get_absolute_url())
    text_area(page).press_sequentially("Thank you @mens")
    suggested(page).get_by_text("Kofi Mensah").click()
    text_area(page).press_sequentially("for asking in #que")
    expect(suggested(page)).to_have_text(re.compile("Questions"))
    assert faults(page) == []
    page.keyboard.press("Enter")
    text_area(page).press_sequentially(":heart_ey")
    page.keyboard.press("Escape")
    text_area(page).press_sequentially("e")
    text_area(page).press_sequentially(" :thumbsup")
    expect(suggested(page).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(text_area(page)).to_have_value(
        "Thank you @Kofi Mensah for asking in [Questions](/discuss/c/questions/) :heart_eye 👍"
    )

    page.get_by_role("button", name="Post reply").click()
    mine = page.get_by_role("article", name="Post 3").locator(".text")
    expect(mine.get_by_role("link", name="Questions")).to_have_attribute("href", "/discuss/c/questions/")
    expect(mine.get_by_role("link", name="Kofi Mensah")).to_have_attribute("href", kofi.get_absolute_url())


def test_a_writer_in_arabic_names_somebody_and_sees_how_it_will_look(as_, lena, kofi, topic):
    make("ليلى حداد")
    lena.language = "ar"
    lena.save()
    page = as_(lena, width=360)
    page.goto(topic.get_absolute_url())
    area = page.locator("#id_text")
    area.press_sequentially("شكرا يا @ليلى")
    expect(suggested(page)).to_have_text(re.compile("ليلى حداد"))
    box, width = page.locator(".suggestions").bounding_box(), page.viewport_size["width"]
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    assert faults(page) == []
    page.keyboard.press("Enter")
    area.press_sequentially("على **الخريطة** القديمة التي أرسلتها لنا أمس")
    page.locator("live-preview button").click()
    expect(page.locator("#preview strong")).to_have_text("الخريطة")
    expect(page.locator("#id_language option").first).to_contain_text("العربية")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@with_and_without_script
def test_who_asks_what_has_been_asked_is_shown_it(as_, lena, topic, script):
    page = as_(lena, script=script)
    page.goto("/discuss/start")
    page.get_by_label("Title").fill("How to check a paper source")
    if not script:
        page.get_by_role("button", name="Preview").click()

    expect(page.locator(".similar").get_by_role("link")).to_have_text(topic.title)
    assert not script or faults(page) == []


@with_and_without_script
def test_a_category_tells_what_to_write(as_, lena, questions, script):
    questions.template = "What have you tried?"
    questions.save()
    page = as_(lena, script=script)
    page.goto("/discuss/start")
    page.get_by_label("Category").select_option(label="Questions")
    if not script:
        page.get_by_role("button", name="Preview").click()
    expect(text_area(page)).to_have_value("What have you tried?")


def test_tags_that_are_in_use_are_offered(as_, lena, questions):
    start_topic(questions, by=lena, title="A topic with tags", text="Words.", tags=["maps", "märkte"])
    page = as_(lena)
    page.goto("/discuss/start")
    page.get_by_label("Tags").press_sequentially("scans, mar")
    suggested(page).get_by_text("märkte").click()
    expect(page.get_by_label("Tags")).to_have_value("scans, märkte, ")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_preview_stands_beside_the_text_where_there_is_room(as_, lena, topic, width):
    page = as_(lena, width=width)
    page.goto("/discuss/start")
    text_area(page).fill("# Map\n\nThe **old** one.\n" * 20)
    page.get_by_role("button", name="Preview").click()
    expect(page.locator("#preview strong")).to_have_count(20)
    text_area(page).press_sequentially("And **one** more.")
    expect(page.locator("#preview strong")).to_have_count(21)
    text, preview = text_area(page).bounding_box(), page.locator("#preview").bounding_box()

    assert (preview["x"] > text["x"]) == (width == 1280)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []


def test_the_composer_is_made_small_to_read_on(as_, lena, topic):
    page = as_(lena, width=360)
    page.goto(topic.get_absolute_url())
    text_area(page).fill(TEXT)
    page.get_by_role("button", name="The form").click()
    assert page.locator("#reply").bounding_box()["height"] < 80
    assert faults(page) == []
    page.get_by_role("article", name="Post 1").get_by_role("link", name="Quote").click()
    expect(text_area(page)).to_be_focused()
    assert page.locator("#reply").bounding_box()["height"] > 200


def test_a_topic_costs_no_request_more_before_one_writes(as_, lena, topic):
    page = as_(lena)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(topic.get_absolute_url())
    page.wait_for_timeout(500)

    assert [url for url in asked if re.search("draft|complete|similar|preview", url)] == []
