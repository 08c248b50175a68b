"""What helps while one writes: completion, preview, similar titles, templates, pictures."""

import pytest
from playwright.sync_api import Page, expect

from tests.test_elements import COMPOSER, Space, browser, space

__all__ = ["browser", "space"]
PEOPLE = [
    {
        "kind": "person",
        "name": "Lena Müller",
        "insert": "@Lena Müller ",
        "sign": "L",
        "tone": 3,
        "note": "here",
    },
    {"kind": "person", "name": "لينا", "insert": "@لينا ", "sign": "ل", "tone": 4, "note": ""},
]


@pytest.fixture
def page(space: Space) -> Page:
    space.says["complete"] = (200, {"found": PEOPLE})
    space.says["drafts/reply-7"] = (200, {"version": 1})
    return space.show(COMPOSER)


def area(page: Page):
    return page.locator("textarea")


def options(page: Page):
    return page.get_by_role("option")


def test_people_are_offered_and_walked_through_by_keys(page):
    area(page).press_sequentially("Ask @Le")
    expect(options(page)).to_have_count(2)
    expect(area(page)).to_have_attribute("aria-activedescendant", "text_suggestions_0")
    expect(page.locator("complete-words [role=status]")).to_have_text("2 suggestions")
    page.keyboard.press("ArrowDown")
    expect(area(page)).to_have_attribute("aria-activedescendant", "text_suggestions_1")
    expect(options(page).nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert area(page).input_value() == "Ask @Lena Müller "
    expect(options(page)).to_have_count(0)
    page.keyboard.press("Control+z")
    assert area(page).input_value() == "Ask @Le"


def test_a_touch_chooses_and_the_caret_stays(page):
    area(page).press_sequentially("@")
    options(page).nth(1).click()
    page.keyboard.type("!")

    assert area(page).input_value() == "@لينا !"


def test_escape_closes_and_what_one_types_is_left_alone(page):
    area(page).press_sequentially("@Le")
    expect(options(page)).to_have_count(2)
    page.keyboard.press("Escape")
    page.keyboard.type("na\nNext")
    page.wait_for_timeout(300)

    expect(options(page)).to_have_count(0)
    assert area(page).input_value() == "@Lena\nNext"
    expect(area(page)).not_to_have_attribute("aria-activedescendant", "text_suggestions_0")


@pytest.mark.parametrize(
    "typed",
    ["mail@example", "10:30", "https://x", "# Heading", "a#b", "[#3", "word: and", ":-", "x @\n", "&#39"],
)
def test_signs_that_name_nothing_ask_nothing(space, page, typed):
    area(page).press_sequentially(typed)
    page.wait_for_timeout(300)

    expect(options(page)).to_have_count(0)


def test_who_is_nobody_is_not_asked_for_again_with_more_letters(space, page):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "complete" in request.url else None)
    space.says["complete"] = (200, {"found": []})
    area(page).press_sequentially("@home")
    page.wait_for_timeout(300)
    before = len(asked)
    area(page).press_sequentially(" we said so")
    page.wait_for_timeout(300)
    assert len(asked) == before >= 1

    space.says["complete"] = (200, {"found": PEOPLE})
    area(page).press_sequentially("\n@L")
    expect(options(page)).to_have_count(2)


def test_without_an_answer_one_goes_on_writing(space, page):
    space.says["complete"] = (0, {})
    area(page).press_sequentially("@Lena and :smile")
    page.wait_for_timeout(400)

    assert area(page).input_value() == "@Lena and :smile"


def test_tags_are_offered_between_commas(space):
    space.says["complete"] = (200, {"found": [{"kind": "tag", "name": "maps", "insert": "x", "sign": "#"}]})
    page = space.show("""<complete-words kinds="tag" from="/complete" label="Suggestions" told="{n}">
        <input id="tags" type="text"></complete-words>""")
    page.locator("input").press_sequentially("scans, ma")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")

    assert page.locator("input").input_value() == "scans, maps, "
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")


def test_a_list_of_suggestions_stays_inside_the_page_in_both_directions(page):
    for way in ("ltr", "rtl"):
        page.evaluate(f"document.documentElement.dir = '{way}'")
        page.fill("textarea", "")
        area(page).press_sequentially(("word " if way == "ltr" else "كلمة ") * 9 + "@")
        expect(options(page)).to_have_count(2)
        box, width = page.locator(".suggestions").bounding_box(), page.viewport_size["width"]
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width


PREVIEW = """<form><live-preview to="/preview" into="preview"><button>Preview</button></live-preview>
<select name="language"><option value="">As it looks</option></select>
<textarea name="text"></textarea></form><div id="preview"></div>"""


def previews(space: Space) -> list[str]:
    return [sent for sent in space.sent if sent.startswith("preview ")]


def test_a_preview_goes_on_as_one_types_once_typing_rests(space):
    page = space.show(PREVIEW)
    html = '<div class="text" data-looks="As it looks: Deutsch"><strong>map</strong></div>'
    page.route("**/preview", lambda route: (space.sent.append("preview "), route.fulfill(body=html)))
    area(page).fill("a **map**")
    page.click("text=Preview")
    expect(page.locator("#preview strong")).to_have_text("map")
    expect(page.locator("option")).to_have_text("As it looks: Deutsch")
    expect(page.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    area(page).press_sequentially(" and more")
    page.wait_for_timeout(900)
    assert len(previews(space)) == 2

    page.click("text=Preview")
    area(page).press_sequentially(", still more")
    page.wait_for_timeout(900)
    assert len(previews(space)) == 2
    expect(page.locator("#preview")).to_be_empty()


def test_only_the_newest_answer_is_shown(space):
    page = space.show(PREVIEW)
    slow = []
    page.route("**/preview", lambda route: slow.append(route))
    page.click("text=Preview")
    area(page).press_sequentially("x")
    page.wait_for_timeout(900)
    assert len(slow) == 2
    slow[1].fulfill(body="<p>new</p>")
    expect(page.locator("#preview")).to_have_text("new")


def test_similar_titles_are_looked_for_once_typing_rests(space):
    page = space.show(
        """<similar-topics from="/similar"><input><div class="similar" role="status"></div></similar-topics>"""
    )
    asked = []
    page.route(
        "**/similar?*", lambda route: (asked.append(route.request.url), route.fulfill(body="<p>Perhaps</p>"))
    )
    page.locator("input").press_sequentially("How do you scan?")
    expect(page.get_by_role("status")).to_have_text("Perhaps")

    assert len(asked) == 1
    assert "title=How+do+you+scan" in asked[0]


TEMPLATES = """<fill-template><template data-category="1">What have you tried?</template>
<template data-category="2">Where, and when?</template><form>
<select name="category"><option value="">-</option><option value="1">A</option><option value="2">B</option>
<option value="3">C</option></select><textarea name="text"></textarea></form></fill-template>"""


def test_a_template_fills_an_empty_text_and_never_one_that_was_typed(space):
    page = space.show(TEMPLATES)
    for chosen, text in [
        ("1", "What have you tried?"),
        ("2", "Where, and when?"),
        ("3", ""),
        ("2", "Where, and when?"),
    ]:
        page.select_option("select", chosen)
        assert page.input_value("textarea") == text
    page.fill("textarea", "Where, and when? In Garoua.")
    page.select_option("select", "1")

    assert page.input_value("textarea") == "Where, and when? In Garoua."


def test_a_form_made_small_opens_when_one_writes_in_it(space):
    page = space.show("""<dock-composer><form class="composer composer--docked"><div class="composer__head">
        <button class="composer__small" type="button" aria-expanded="true">The form</button></div>
        <div><textarea id="text"></textarea></div></form></dock-composer>""")
    page.click("text=The form")
    expect(page.get_by_role("button")).to_have_attribute("aria-expanded", "false")
    assert page.locator("textarea").bounding_box()["height"] > 0
    assert page.locator("form").bounding_box()["height"] < 80
    page.evaluate("document.getElementById('text').focus()")

    expect(page.get_by_role("button")).to_have_attribute("aria-expanded", "true")


PICTURES = """<form><describe-picture for="text" hidden><img alt=""><label>What does one see?<input></label>
<button type="button" value="say">Put in</button><button type="button" value="later">Later</button></describe-picture>
<textarea id="text"></textarea></form>"""


def sent(page: Page, number: int) -> None:
    page.evaluate(f"""() => document.querySelector('form').dispatchEvent(
        new CustomEvent('picture', {{ detail: {{ id: {number}, url: '/logo.svg' }} }}))""")


def test_pictures_are_described_one_after_the_other(space):
    page = space.show(PICTURES)
    page.fill("textarea", r"Look: ![IMG\]1](upload:12) and ![IMG 2](upload:1) and ![IMG 3](upload:3)")
    for number in (12, 1, 3):
        sent(page, number)
    page.get_by_label("What does one see?").fill("A [red] door")
    page.click("text=Put in")
    page.click("text=Later")
    page.get_by_label("What does one see?").fill("سوق")
    page.keyboard.press("Enter")

    assert (
        page.input_value("textarea")
        == r"Look: ![A \[red\] door](upload:12) and ![IMG 2](upload:1) and ![سوق](upload:3)"
    )
    expect(page.locator("describe-picture")).to_be_hidden()
    assert page.url.endswith("/")
