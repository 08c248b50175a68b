"""Somebody reaches a group with a question, and a member answers for it."""

from playwright.sync_api import expect

from space.discuss.actions.asking import take_questions
from space.groups.actions import admit, found_group
from tests.journeys.conftest import with_and_without_script
from tests.journeys.test_accessible import faults


@with_and_without_script
def test_a_question_reaches_a_group_and_comes_back_answered(as_, lena, kofi, ada, questions, script):
    garden = found_group(slug="garden", name="Garden", by=lena)
    admit(garden, kofi)
    take_questions(garden, by=lena, about="Everything about seeds.", category=questions)

    asks = as_(ada, script=script, width=360)
    asks.goto("/groups/?asked=yes")
    asks.get_by_role("link", name="Ask this group").click()
    expect(asks.locator("main")).to_contain_text("anyone can read them")
    asks.get_by_label("Your question in one sentence").fill("Which seeds can I lend?")
    asks.get_by_label("Text", exact=True).fill("I have a balcony and no idea.")
    asks.get_by_role("button", name="Post question").click()
    expect(asks.locator(".topic-head")).to_contain_text("To Garden")
    assert not script or not faults(asks)

    _answer(as_(kofi, script=script, width=1280), garden, script)

    asks.reload()
    asks.get_by_role("button", name="Accept").click()
    asks.locator(".topic-head").get_by_role("link", name="Garden").click()
    asks.get_by_role("link", name="Answered").click()
    expect(asks.locator("ol.topics")).to_contain_text("Which seeds can I lend?")
    assert asks.evaluate("document.documentElement.scrollWidth") <= 360


def _answer(page, garden, script):
    page.goto(garden.get_absolute_url())
    expect(page.locator("#questions")).to_contain_text("Waiting for an answer")
    page.get_by_role("link", name="Which seeds can I lend?").click()
    page.locator("#reply textarea").fill("Lettuce is easy to begin with.")
    expect(page.get_by_label("You answer for")).to_have_value("yes")
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("#p2")).to_contain_text("Answers for Garden")
    assert not script or not faults(page)
