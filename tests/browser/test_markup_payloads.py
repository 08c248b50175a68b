"""Texts that mean harm, rendered and opened in a real browser, with htmx on the page, with our policy and without it.

The site exists only here: the test answers every request itself, so none can leave.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Dialog, Page, Route
from tests.chromium import chromium, needs_chromium

from space.markup import render
from space.markup.tests.looking import collected_payloads, own_payloads

HTMX = Path(__file__).parents[2] / "src/space/web/static/web/htmx.min.js"
HOME = "http://space.test/"
AT_ONCE = 700

# Everything a page could wait for: what is dispatched here reaches on… attributes and htmx alike.
POKE = """() => {
  const kinds = ["load", "error", "click", "mouseover", "focus", "toggle", "animationstart", "pointerenter",
    "submit", "input", "change", "revealed", "intersect", "htmx:load", "start", "begin", "scroll", "paste"]
  for (const element of document.querySelectorAll("main *"))
    for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }))
}"""
STRANGE = """() => [...document.querySelectorAll("main *")].flatMap(element => [
  ...element.getAttributeNames().filter(name => /^(on|hx-|data-|style$|id$|name$)/.test(name)),
  ...(element.protocol && !/^(https?|mailto)?:$/.test(element.protocol) ? [element.protocol] : []),
  ...(element.matches("script, style, iframe, object, embed, form, svg, math, link, meta, base")
    ? [element.tagName] : []),
])"""

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


class Site:
    """One page with texts of people on it. Remembers what the browser did that it should not."""

    def __init__(self, page: Page, *, policy: bool) -> None:
        self.page = page
        self.headers = {"content-type": "text/html; charset=utf-8"}
        if policy:
            self.headers["content-security-policy"] = settings.CONTENT_SECURITY_POLICY
        self.body = ""
        self.harm: list[str] = []
        page.route("**/*", self.answer)
        page.on("dialog", self.dialog)
        page.on("framenavigated", lambda frame: frame.url == HOME or self.harm.append(f"went to {frame.url}"))

    def dialog(self, dialog: Dialog) -> None:
        self.harm.append(f"asked {dialog.message}")
        dialog.dismiss()

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOME)
        if path == "":
            return route.fulfill(body=self.body, headers=self.headers)
        if path == "htmx.js" and HTMX.exists():
            return route.fulfill(path=HTMX)
        if not path.startswith("uploads/"):
            self.harm.append(f"asked for {route.request.url}")
        return route.fulfill(status=404)

    def show(self, texts: list[str]) -> list[str]:
        """Open a page that holds these pieces of HTML, poke everything on it, and tell the harm."""
        posts = "\n".join(f"<article>{text}</article>" for text in texts)
        self.body = f"<!DOCTYPE html><title>t</title><script src=/htmx.js></script><main>{posts}</main>"
        self.page.goto(HOME)
        self.page.evaluate(POKE)
        self.page.wait_for_timeout(150)
        if self.page.evaluate("() => window.harmed"):
            self.harm.append("ran a script")
        return self.harm + self.page.evaluate(STRANGE)


@pytest.fixture
def site(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Site]:
    page = browser.new_page()
    yield Site(page, policy=getattr(request, "param", True))
    page.close()


def rendered(payloads: list[str]) -> list[str]:
    return [
        render(payload, people=lambda names: dict.fromkeys(names, "/people/x/")).html for payload in payloads
    ]


@pytest.mark.parametrize("site", [True, False], indirect=True, ids=["with the policy", "without it"])
def test_our_payloads_do_nothing_in_a_browser(site: Site) -> None:
    assert site.show(rendered(own_payloads())) == []


@pytest.mark.parametrize("site", [True, False], indirect=True, ids=["with the policy", "without it"])
def test_collected_payloads_do_nothing_in_a_browser(site: Site) -> None:
    payloads = collected_payloads()
    if not payloads:
        pytest.skip("SPACE_TEST_DATA is not set: only our own payloads are opened")
    for start in range(0, len(payloads), AT_ONCE):
        assert site.show(rendered(payloads[start : start + AT_ONCE])) == []


@pytest.mark.parametrize("site", [False], indirect=True)
@pytest.mark.parametrize(
    "payload", ["<img src=x onerror='window.harmed=1'>", "<iframe src=https://evil.example>"]
)
def test_this_test_sees_harm_where_nothing_is_cleaned(site: Site, payload: str) -> None:
    assert site.show([payload])


def test_htmx_is_driven_by_what_is_not_cleaned_and_not_by_what_is(site: Site) -> None:
    if not HTMX.exists():
        pytest.skip("htmx.min.js is not built: nothing to drive")
    texts = [
        '<p hx-get="/harm" hx-trigger="load">x</p>',
        '<p data-hx-post="/harm" data-hx-trigger="click">x</p>',
    ]
    assert site.show(rendered(texts)) == []
    assert f"asked for {HOME}harm" in site.show(texts)
