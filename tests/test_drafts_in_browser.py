"""Drafts as the browser keeps them: until the server has them, beside other tabs, and after everything has broken."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.test_elements import COMPOSER, HOME, Space, browser, space

__all__ = ["browser", "space"]
DRAFT = "drafts/reply-7"
DOWN = (0, {})
LEFT = "Object.keys(localStorage).length"


@pytest.fixture
def form(space: Space) -> Page:
    """Everything is as it should be: the server keeps what it is sent."""
    space.says[DRAFT] = (200, {"version": 5, "looks": "As it looks: Deutsch"})
    return space.show(COMPOSER)


def state(page: Page):
    return page.locator(".composer__state")


def saved(space: Space) -> list[str]:
    return [sent for sent in space.sent if sent.startswith(f"{DRAFT} ")]


def field(sent: str, name: str) -> str:
    """The value of a field in the body of a form."""
    return sent.split(f'name="{name}"\r\n\r\n')[1].split("\r\n")[0]


def test_what_is_typed_is_saved_after_a_few_seconds_and_then_stays_nowhere_else(space, form):
    form.locator("textarea").type("a long thought")
    assert form.evaluate(LEFT) == 1
    expect(state(form)).to_have_text("Saved", timeout=6000)

    assert form.evaluate(LEFT) == 0
    assert len(saved(space)) == 1
    assert field(saved(space)[0], "text") == "a long thought"
    assert form.locator("[name=draft]").input_value() == "5"


def test_the_next_save_knows_the_version_of_the_last(space, form):
    form.fill("textarea", "one")
    expect(state(form)).to_have_text("Saved", timeout=6000)
    space.says[DRAFT] = (200, {"version": 6})
    form.fill("textarea", "one two")
    expect(form.locator("[name=draft]")).to_have_value("6", timeout=6000)

    assert field(saved(space)[1], "draft") == "5"
    assert field(saved(space)[0], "key") == field(saved(space)[1], "key")


def test_each_page_has_a_key_of_its_own_also_where_a_tab_was_duplicated(space, form):
    first = form.locator("[name=key]").input_value()
    form.reload()

    assert len(first) == 32
    assert form.locator("[name=key]").input_value() != first


def test_a_hidden_page_saves_at_once(space, form):
    form.fill("textarea", "a long thought")
    hide = """() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
        document.dispatchEvent(new Event('visibilitychange')) }"""
    form.evaluate(hide)
    expect(state(form)).to_have_text("Saved", timeout=2000)


def test_without_a_connection_it_stays_in_the_browser_and_is_brought_later(space, form):
    space.says[DRAFT] = DOWN
    form.fill("textarea", "a long thought")
    expect(state(form)).to_have_text("Kept here", timeout=6000)
    form.reload()
    expect(form.locator("textarea")).to_have_value("a long thought")
    expect(state(form)).to_have_text("Kept here")

    space.says[DRAFT] = (200, {"version": 1})
    form.evaluate("dispatchEvent(new Event('online'))")
    expect(state(form)).to_have_text("Saved")
    assert form.evaluate(LEFT) == 0


def test_a_window_that_was_closed_loses_nothing(space, form):
    space.says[DRAFT] = DOWN
    form.fill("textarea", "a long thought")
    form.goto("about:blank")
    form.goto(HOME)

    expect(form.locator("textarea")).to_have_value("a long thought")


def test_what_a_server_that_was_down_never_got_comes_back(space, form):
    space.says |= {DRAFT: DOWN, "sent": DOWN}
    form.fill("textarea", "a long thought")
    form.get_by_text("Send").click(no_wait_after=True)
    form.wait_for_timeout(500)
    del space.says["sent"]
    space.says[DRAFT] = (200, {"version": 1})
    form.goto(HOME)

    expect(form.locator("textarea")).to_have_value("a long thought")
    assert form.evaluate(LEFT) == 0


def test_what_was_sent_does_not_come_back(space, form):
    space.says[DRAFT] = (410, {"reasons": ["This text has been sent."]})
    form.fill("textarea", "a long thought")
    form.get_by_text("Send").click()
    form.wait_for_url(f"{HOME}sent")
    nothing_is_left(form)
    form.goto(HOME)
    expect(form.locator("textarea")).to_have_value("")


def test_where_nobody_could_ask_the_form_itself_asks_whether_it_was_sent(space, form):
    space.says[DRAFT] = DOWN
    form.fill("textarea", "a long thought")
    form.get_by_text("Send").click()
    form.wait_for_url(f"{HOME}sent")
    space.says[DRAFT] = (410, {"reasons": ["This text has been sent."]})
    form.goto(HOME)

    nothing_is_left(form)
    expect(form.locator("textarea")).to_have_value("")


def nothing_is_left(page: Page) -> None:
    for _ in range(30):
        if page.evaluate(LEFT) == 0:
            return
        page.wait_for_timeout(100)
    pytest.fail(page.evaluate("JSON.stringify(localStorage)"))


def test_a_form_of_which_nobody_knows_whether_it_was_sent_keeps_its_key(space, form):
    space.says[DRAFT] = DOWN
    form.fill("textarea", "a long thought")
    key = form.locator("[name=key]").input_value()
    form.get_by_text("Send").click()
    form.wait_for_url(f"{HOME}sent")
    form.goto(HOME)

    expect(form.locator("textarea")).to_have_value("a long thought")
    expect(form.locator("[name=key]")).to_have_value(key)


def test_another_page_brings_what_was_left(space, form):
    space.says[DRAFT] = DOWN
    form.fill("textarea", "a long thought")
    space.says[DRAFT] = (200, {"version": 1})
    before = len(saved(space))
    space.show("<p>Another page</p>")

    nothing_is_left(form)
    assert field(saved(space)[before], "text") == "a long thought"


def test_on_a_shared_computer_nobody_gets_what_another_one_wrote(space, form):
    space.says[DRAFT] = DOWN
    form.fill("textarea", "a long thought")
    before = len(saved(space))
    space.says[DRAFT] = (200, {"version": 1})
    space.page.route(HOME, lambda route: route.fulfill(body=_page_of("13"), content_type="text/html"))
    form.goto(HOME)
    form.wait_for_timeout(300)

    expect(form.locator("textarea")).to_have_value("")
    assert len(saved(space)) == before


def _page_of(person: str) -> str:
    from tests.test_elements import HEAD

    return HEAD.replace('data-person="12"', f'data-person="{person}"') + COMPOSER


def clash(space: Space, page: Page) -> None:
    other = {"version": 9, "data": {"text": "From the phone"}, "reasons": ["Another tab has gone on."]}
    space.says[DRAFT] = (409, other)
    page.fill("textarea", "From the desk")
    expect(page.locator(".overtaken")).to_be_visible(timeout=6000)
    expect(page.locator(".overtaken__other")).to_have_text("From the phone")
    space.says[DRAFT] = (200, {"version": 10})


def test_who_keeps_their_own_text_saves_it_over_the_other(space, form):
    clash(space, form)
    form.get_by_text("Keep mine").click()
    expect(state(form)).to_have_text("Saved")

    expect(form.locator(".overtaken")).to_be_hidden()
    assert field(saved(space)[-1], "draft") == "9"
    assert field(saved(space)[-1], "text") == "From the desk"


def test_who_takes_the_other_text_can_have_their_own_back(space, form):
    clash(space, form)
    form.get_by_text("Take the other").click()
    expect(form.locator("textarea")).to_have_value("From the phone")
    expect(state(form)).to_have_text("Saved")
    form.get_by_text("Undo").click()

    expect(form.locator("textarea")).to_have_value("From the desk")


def test_while_one_is_asked_nothing_is_overwritten(space, form):
    clash(space, form)
    before = len(saved(space))
    form.locator("textarea").type(", and more")
    form.wait_for_timeout(4500)
    assert len(saved(space)) == before


def test_what_is_discarded_can_be_undone(space, form):
    space.says["drafts/reply-7/discard"] = (200, {"version": 0})
    form.fill("textarea", "a long thought")
    expect(state(form)).to_have_text("Saved", timeout=6000)
    form.get_by_role("button", name="Discard").click()
    expect(form.locator("textarea")).to_have_value("")
    expect(state(form)).to_have_text("Discarded")
    assert field(space.sent[-1], "text") == "a long thought"

    form.get_by_text("Undo").click()
    expect(form.locator("textarea")).to_have_value("a long thought")
    expect(state(form)).to_have_text("Saved", timeout=6000)


def test_a_refusal_is_said_in_words_and_not_tried_again(space, form):
    space.says[DRAFT] = (422, {"reasons": ["This text is too long to be kept."]})
    form.fill("textarea", "a long thought")
    expect(state(form)).to_have_text("This text is too long to be kept.", timeout=6000)
    before = len(saved(space))
    form.wait_for_timeout(5000)

    assert len(saved(space)) == before
    assert form.evaluate(LEFT) == 1


def test_what_stands_in_storage_may_be_anything(space, form):
    form.evaluate("""() => {
        localStorage.setItem('draft 12 /drafts/reply-7 x', '{not json')
        localStorage.setItem('draft 12 /drafts/reply-7 y', 'null')
        localStorage.setItem('draft 12 /drafts/reply-7 z', JSON.stringify({ at: 'now', data: 5 })) }""")
    form.reload()
    form.fill("textarea", "a long thought")
    expect(state(form)).to_have_text("Saved", timeout=6000)


def test_the_choice_of_language_says_what_the_text_looks_like(space):
    space.says[DRAFT] = (200, {"version": 5, "looks": "As it looks: Deutsch"})
    choice = '<select name="language"><option value="">As it looks</option></select>'
    page = space.show(COMPOSER.replace("<textarea", f"{choice}<textarea"))
    page.fill("textarea", "Ein langer Gedanke, der noch nicht zu Ende ist.")

    expect(page.locator("option")).to_have_text("As it looks: Deutsch", timeout=6000)
    assert json.loads(page.evaluate("JSON.stringify(Object.keys(localStorage))")) == []
