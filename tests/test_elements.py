"""The custom elements, each on a page that works without it. The browser gets its files from here."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.chromium import chromium, needs_chromium

STATIC = Path(__file__).parents[1] / "src/space/web/static/web"
# Nothing listens there; a name that browsers trust, so that the clipboard works.
HOME = "http://localhost/"

pytestmark = needs_chromium

POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
HEAD = """<!DOCTYPE html><html lang="en" dir="ltr" data-theme="auto"><head><title>t</title>
<link rel="stylesheet" href="/static/space.css">
<script type="module" src="/static/space.js"></script></head><body data-person="12">"""
COMPOSER = """<keep-draft to="/drafts/reply-7" discard="/drafts/reply-7/discard" saved="Saved" kept="Kept here"
discarded="Discarded"><confirm-leave><form id="reply" action="/sent" method="post"><input type="hidden" name="key">
<input type="hidden" name="draft"><div class="overtaken" hidden><p class="overtaken__other"></p>
<button type="button" value="mine">Keep mine</button><button type="button" value="theirs">Take the other</button></div>
<mark-toolbar for="text"><div role="toolbar"><button type="button" data-mark="bold">Bold</button>
<button type="button" data-mark="list">List</button></div></mark-toolbar>
<complete-words kinds="@ # :" from="/complete" topic="7" label="Suggestions" told="{n} suggestions">
<textarea id="text" name="text"></textarea></complete-words><span class="composer__state"></span>
<button class="composer__undo" type="button" hidden>Undo</button>
<button name="discard" value="1">Discard</button><button>Send</button></form></confirm-leave></keep-draft>"""
MENU = """<menu-details><details><summary id="s">Menu</summary><a class="menu__item" href="/a">A</a></details>
</menu-details><p>Elsewhere</p>"""
POST = """<article><div class="text"><p>First.</p><p id="two">Second.</p></div>
<quote-button for="text" head="> @Amina, [#3](/t/3):"><a href="#reply">Quote</a></quote-button></article>"""
LINK = '<copy-link copied="Copied"><a href="/t/7">Link</a><span role="status"></span></copy-link>'

SHARE = """<share-link address="/t/7" copied="Copied"><a href="/share">Share</a><span role="status"></span>
</share-link>"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


class Space:
    """A page of a site that exists only in this test; remembers what the browser sent to it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.body = ""
        self.sent: list[str] = []
        # What addresses of data answer: a status and what they say; 0 where nothing comes back.
        self.says: dict[str, tuple[int, dict[str, object]]] = {}
        page.route("**/*", self.answer)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        if path.startswith("static/"):
            return route.fulfill(path=STATIC / path.removeprefix("static/"))
        if route.request.method == "POST":
            self.sent.append(f"{path} {route.request.post_data or ''}")
        if (told := self.says.get(path.partition("?")[0])) is not None:
            return route.fulfill(status=told[0], json=told[1]) if told[0] else route.abort()
        headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY}
        return route.fulfill(body=HEAD + ("<p>Elsewhere</p>" if path else self.body), headers=headers)

    def show(self, body: str) -> Page:
        self.body = body
        self.page.goto(HOME)
        return self.page


@pytest.fixture
def space(browser: Browser) -> Iterator[Space]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], color_scheme="light")
    yield Space(context.new_page())
    context.close()


def test_a_menu_closes_by_escape_and_gives_the_focus_back(space: Space) -> None:
    page = space.show(MENU)
    page.click("summary")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "A"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "s"
    assert not page.evaluate("document.querySelector('details').open")


def test_a_menu_closes_when_one_clicks_elsewhere(space: Space) -> None:
    page = space.show(MENU)
    page.click("summary")
    page.click("p")
    assert not page.evaluate("document.querySelector('details').open")


def test_a_button_of_the_toolbar_marks_what_is_selected_and_undo_takes_it_back(space: Space) -> None:
    page = space.show(COMPOSER)
    page.fill("textarea", "one kind word")
    page.evaluate("document.querySelector('textarea').setSelectionRange(4, 8)")
    page.click("[data-mark=bold]")
    assert page.input_value("textarea") == "one **kind** word"
    page.keyboard.press("Control+z")
    assert page.input_value("textarea") == "one kind word"


def test_a_list_marks_every_line_of_the_selection(space: Space) -> None:
    page = space.show(COMPOSER)
    page.fill("textarea", "bread\nsalt\ntea")
    page.evaluate("document.querySelector('textarea').setSelectionRange(1, 8)")
    page.click("[data-mark=list]")
    assert page.input_value("textarea") == "- bread\n- salt\ntea"


def test_the_keyboard_marks_and_sends(space: Space) -> None:
    page = space.show(COMPOSER)
    page.focus("textarea")
    page.keyboard.press("Control+i")
    page.keyboard.type("word")
    assert page.input_value("textarea") == "*word*"
    page.keyboard.press("Control+Enter")
    page.wait_for_url(HOME + "sent")
    assert any(sent.startswith("sent ") and "text=*word*" in sent for sent in space.sent)


def test_a_quote_takes_the_selected_words_with_their_author(space: Space) -> None:
    page = space.show(POST + COMPOSER)
    page.evaluate("getSelection().selectAllChildren(document.getElementById('two'))")
    page.click("text=Quote")
    assert page.input_value("textarea") == "> @Amina, [#3](/t/3):\n>\n> Second.\n\n"


def test_reading_is_told_once_with_the_last_post_that_was_seen(space: Space) -> None:
    posts = "".join(f'<article id="p{number}">Post {number}</article>' for number in (1, 2, 3))
    page = space.show(f'<post-reader to="/read" token="secret">{posts}</post-reader>')
    page.wait_for_timeout(300)
    page.evaluate("document.querySelector('post-reader').tell()")
    page.evaluate("document.querySelector('post-reader').tell()")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('post-reader').told") == 3
    assert len([sent for sent in space.sent if sent.startswith("read")]) == 1


def test_a_permalink_is_copied_and_the_page_stays(space: Space) -> None:
    page = space.show(LINK)
    page.click("a")
    expect(page.locator("[role=status]")).to_have_text("Copied")
    assert page.url == HOME
    assert page.evaluate("navigator.clipboard.readText()") == HOME + "t/7"


def test_time_is_told_as_distance_while_it_is_near(space: Space) -> None:
    written = (datetime.now(UTC) - timedelta(hours=2, seconds=5)).isoformat()
    near = f'<relative-time id="near"><time datetime="{written}">1 Jan</time></relative-time>'
    far = '<relative-time id="far"><time datetime="2001-01-01T00:00:00Z">1 Jan 2001</time></relative-time>'
    page = space.show(near + far)
    assert page.inner_text("#near") == "2h ago"
    assert page.inner_text("#far") == "1 Jan 2001"


PLACES = "<option>1</option><option>2</option><option>3</option>"
ROWS = "".join(
    f"""<li><select id="s{name}"><option value="">–</option>{PLACES}</select>
    <label for="s{name}">{name}</label><span class="poll__steer" hidden>
    <button type="button" data-step="-1" aria-label="{name}: up">u</button>
    <button type="button" data-step="1" aria-label="{name}: down">d</button></span></li>"""
    for name in ("Bread", "Salt", "Tea")
)
RANKS = f'<rank-options moved="{{option}}: place {{n}}"><ol>{ROWS}</ol><p role="status"></p></rank-options>'


def ranks(page: Page) -> dict[str, str]:
    """Options in the order in which they stand, with their places."""
    rows = page.locator("li").all()
    return {row.locator("label").inner_text(): row.locator("select").input_value() for row in rows}


def test_buttons_move_options_up_and_down_and_out(space: Space) -> None:
    page = space.show(RANKS)
    for name in ("Tea: up", "Salt: up", "Salt: up"):
        page.get_by_label(name).click()
    assert list(ranks(page).items()) == [("Salt", "1"), ("Tea", "2"), ("Bread", "")]
    assert page.inner_text("[role=status]") == "Salt: place 1"
    assert page.get_by_label("Salt: up").get_attribute("aria-disabled") == "true"
    page.get_by_label("Salt: up").click(force=True)
    page.get_by_label("Salt: down").click()
    page.get_by_label("Salt: down").click()
    assert list(ranks(page).items()) == [("Tea", "1"), ("Bread", ""), ("Salt", "")]
    assert page.inner_text("[role=status]") == "Salt: place –"


def test_no_place_is_given_twice(space: Space) -> None:
    page = space.show(RANKS)
    page.get_by_label("Bread", exact=True).select_option("2")
    page.get_by_label("Salt", exact=True).select_option("3")
    page.get_by_label("Tea", exact=True).select_option("2")
    assert list(ranks(page).items()) == [("Tea", "2"), ("Bread", "3"), ("Salt", "")]
    assert page.evaluate("document.activeElement.id") == "sTea"


def test_a_topic_is_copied_where_no_program_takes_it(space: Space) -> None:
    page = space.show(SHARE)
    page.evaluate("navigator.share = undefined")
    page.click("a")
    expect(page.locator("[role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == HOME + "t/7"
    assert page.url == HOME


def test_a_topic_is_handed_to_the_programs_of_the_device(space: Space) -> None:
    page = space.show(SHARE)
    page.evaluate("void (navigator.share = async shared => { window.shared = shared })")
    page.click("a")
    assert page.evaluate("shared") == {"title": "t", "url": HOME + "t/7"}
    page.evaluate("void (navigator.share = async () => { throw new DOMException('No', 'AbortError') })")
    page.click("a")
    assert page.url == HOME


def test_where_sharing_fails_the_page_shows_the_address(space: Space) -> None:
    page = space.show(SHARE)
    page.evaluate("void (navigator.share = async () => { throw new DOMException('No', 'NotAllowedError') })")
    page.click("a")
    page.wait_for_url(HOME + "share")


def test_a_folded_post_counts_as_read(space: Space) -> None:
    fold = (
        '<details class="folded" id="f2"><summary>Post by X</summary><article id="p2">Two</article></details>'
    )
    page = space.show(
        f'<post-reader to="/read" token="secret"><article id="p1">One</article>{fold}</post-reader>'
    )
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('post-reader').highest") == 2
