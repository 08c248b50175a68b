"""The keyboard alone is enough, the focus is always seen, and no page is wider than a narrow phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from space.testing.rooms import say
from tests.journeys.conftest import with_and_without_script

AT_MOST = 80

# Something changes around what has the focus: an outline, a shadow or a border that was not there before.
SEEN = """() => {
  const names = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor", "backgroundColor"]
  const look = element => names.map(name => getComputedStyle(element)[name]).join()
  const element = document.activeElement
  const focused = look(element)
  element.blur()
  const bare = look(element)
  element.focus({ focusVisible: true })
  return focused !== bare
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what has these words."""
    wanted = page.locator(":focus").filter(has_text=re.compile(words))
    for _ in range(AT_MOST):
        page.keyboard.press("Tab")
        if wanted.count():
            return
    raise AssertionError(f"Tab never came to {words!r}")


@with_and_without_script
def test_with_the_keyboard_alone_one_finds_reads_and_answers(as_, topic, lena, script):
    page = as_(lena, script=script)
    page.goto("/")
    tab_to(page, "^Discuss$")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Conversations")
    tab_to(page, "^How do you check")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(topic.title)
    for _ in range(AT_MOST):
        page.keyboard.press("Tab")
        if page.locator("textarea:focus").count():
            break
    page.keyboard.type("The cards are in order of years.")
    tab_to(page, "^Post reply$")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article", name="Post 2")).to_contain_text("The cards are in order of years.")


def test_the_first_tab_leads_past_the_bar(as_, topic):
    page = as_()
    page.goto(topic.get_absolute_url())
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


@pytest.mark.parametrize(
    "path", ["/", "/discuss/", "/discuss/categories", "topic", "/discuss/start", "/preferences/"]
)
def test_what_has_the_focus_is_seen(as_, topic, lena, path):
    page = as_(lena)
    page.goto(topic.get_absolute_url() if path == "topic" else path)
    unseen = []
    for _ in range(AT_MOST):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        if not page.evaluate(SEEN):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
    assert unseen == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_is_wider_than_a_narrow_phone(as_, topic, lena, kofi, rosa, language):
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    table = "| " + " | ".join(f"column {n}" for n in range(12)) + " |\n|" + "---|" * 12 + "\n"
    say(
        topic,
        (kofi, word),
        (lena, f"```\n{'long line ' * 40}\n```"),
        (rosa, f"{table}\n\nhttps://example.org/{'a' * 300}"),
    )
    page = as_(rosa, width=320, locale=language)
    here = topic.get_absolute_url()
    pages = ["/", "/discuss/", "/discuss/categories", "/discuss/c/questions/", here, f"{here}reply?quote=2"]
    pages += [f"{here}1/edit", f"{here}1/history", "/discuss/start", "/preferences/", lena.get_absolute_url()]
    pages += ["/accounts/keys/", "/accounts/email/", "/no-such-page"]
    wide = {}
    for path in pages:
        page.goto(path)
        if beyond := page.evaluate(WIDER):
            wide[path] = beyond
    page = as_(width=320, locale=language)
    for path in ["/", here, "/accounts/login/", "/accounts/signup/", "/accounts/password/new/"]:
        page.goto(path)
        if beyond := page.evaluate(WIDER):
            wide[f"{path} signed out"] = beyond
    assert wide == {}


def test_what_opens_in_the_bar_stays_on_a_narrow_screen(as_, topic, lena):
    page = as_(lena, width=320)
    page.goto("/")
    for menu in page.locator(".top summary:visible").all():
        menu.click()
        panel = page.locator(".top details[open] .menu__panel")
        expect(panel).to_be_visible()
        box = panel.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
