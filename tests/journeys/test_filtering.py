"""A list is narrowed by writing: with what is offered, with the keyboard alone, and without JavaScript."""

from playwright.sync_api import Page, expect

from space.discuss.actions import start_topic
from tests.journeys.test_accessible import faults


def box(page: Page):
    return page.get_by_role("main").locator("#filter")


def offered(page: Page):
    return page.locator("filter-words .suggestions").get_by_role("option")


def test_filters_are_written_with_what_is_offered(as_, topic, questions, lena, kofi):
    start_topic(
        questions, by=kofi, title="كيف أجد الفهرس؟", text="أبحث عنه.", language="ar", tags=["archives"]
    )
    page = as_(lena, width=360)
    page.goto("/discuss/")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.type("la")
    expect(offered(page)).to_contain_text(["lang:"])
    # Nothing is chosen until an arrow says so.
    expect(box(page)).not_to_have_attribute("aria-activedescendant", "filter_suggestions_0")
    page.keyboard.press("ArrowDown")
    expect(offered(page).first).to_have_attribute("aria-selected", "true")
    assert not faults(page, within="main")
    page.keyboard.press("Enter")
    expect(box(page)).to_have_value("lang:")
    page.keyboard.type("العر")
    expect(offered(page)).to_contain_text(["العربية"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(box(page)).to_have_value("lang:ar ")
    page.keyboard.type("-tag:old")
    page.keyboard.press("Enter")
    page.wait_for_url("**/discuss/?languages=ar&q=-tag%3Aold")
    expect(page.locator(".topic")).to_have_count(1)
    # The menu took the language, and the text what no menu says.
    expect(box(page)).to_have_value("lang:ar -tag:old")
    expect(page.get_by_role("status").filter(has_text="There is no tag")).to_be_visible()


def test_filters_work_without_javascript(as_, topic, questions, kofi):
    start_topic(questions, by=kofi, title="Maps of old towns", text="Where are they?", language="en")
    page = as_(script=False)
    page.goto("/discuss/")
    box(page).fill('by:"kofi mensah" towns')
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(page.locator(".topic")).to_have_count(1)
    expect(box(page)).to_have_value('by:"Kofi Mensah" towns')
    page.get_by_role("link", name='by:"Kofi Mensah"').click()
    expect(box(page)).to_have_value("towns")
    page.get_by_role("link", name="Clear").click()
    expect(page.locator(".topic")).to_have_count(2)
