"""The whole dance with a wiki in a real browser: our button, the wiki's pages, and back. Its policy must let it pass.

Against a true wiki: SPACE_TEST_WIKI="https://KEY:SECRET@wiki.example.org/?user=NAME&password=WORD" and
--liveserver localhost:PORT, where the consumer's callback is http://localhost:PORT/accounts/wiki/back/
"""

import os
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.chromium import chromium, needs_chromium

from space.accounts.models import User
from space.accounts.wiki import door, standing
from space.pages.demo.testwiki.server import serving
from space.pages.demo.testwiki.wiki import TestWiki

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in this thread
TRUE_WIKI = os.environ.get("SPACE_TEST_WIKI", "")
pytestmark = [
    pytest.mark.django_db(transaction=True),
    needs_chromium,
]
NAME = "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"
RENAMED = "ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਸਿੱਧੂ"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def home(live_server: Any, settings: Any) -> str:
    settings.ORIGIN = str(live_server.url).replace("127.0.0.1", "localhost")
    settings.ALLOWED_HOSTS = ["localhost"]
    return settings.ORIGIN  # type: ignore[no-any-return]


@pytest.fixture
def wiki(home: str, settings: Any) -> Iterator[TestWiki]:
    """The test wiki on a port of this machine; its origin is another one than ours."""
    one = TestWiki(door.back(), "c" * 32, "5" * 40)
    server = serving(one, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    place = f"localhost:{server.server_port}"
    settings.WIKI, settings.WIKI_CLIENT, settings.WIKI_SECRET = f"http://{place}", one.client, one.secret
    settings.PRIVATE_HOSTS = [place]
    standing.forget()
    yield one
    server.shutdown()
    server.server_close()
    standing.forget()


def opened(browser: Browser, home: str) -> tuple[Page, list[str]]:
    """A page of a fresh browser, and what it complains of."""
    page = browser.new_context(base_url=home, locale="en").new_page()
    page.set_default_timeout(20_000)
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    return page, errors


def go_to_the_wiki(page: Page, at: str = "/accounts/login/") -> None:
    page.goto(at)
    page.get_by_role("button", name="Log in with your Wikimedia account").click()


def test_a_newcomer_comes_from_the_wiki_and_comes_back_renamed(
    browser: Browser, home: str, wiki: TestWiki
) -> None:
    page, errors = opened(browser, home)
    page.goto("/preferences/")
    go_to_the_wiki(page, page.url)
    page.get_by_role("button", name=NAME).click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("button", name="Allow").click()
    page.wait_for_url(f"{home}/preferences/")
    expect(page.locator(".page-head__lead")).to_have_text(NAME)
    page.goto("/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    expect(page.locator("main")).to_contain_text("pa.wikipedia.org")
    before = page.url

    next(one for one in wiki.people.values() if one.name == NAME).name = RENAMED
    again, more = opened(browser, home)
    go_to_the_wiki(again)
    again.get_by_role("button", name=RENAMED).click()
    again.get_by_role("button", name="Allow").click()
    again.wait_for_url(f"{home}/")
    again.goto(before)
    expect(again.get_by_role("heading", level=1)).to_have_text(RENAMED)
    assert again.url != before
    assert User.objects.get().name == RENAMED
    assert errors + more == []


@pytest.mark.skipif(
    not TRUE_WIKI, reason="needs a wiki with Extension:OAuth: set SPACE_TEST_WIKI, as told above"
)
def test_the_same_with_a_true_wiki(browser: Browser, home: str, settings: Any) -> None:
    account = open_the_door_to(TRUE_WIKI, settings)
    page, errors = opened(browser, home)
    go_to_the_wiki(page)
    log_in_there(page, home, account)
    page.wait_for_url(f"{home}/")
    person = User.objects.select_related("wiki").get()
    assert person.name == account["user"].replace("_", " ")
    assert person.wiki.sub.isdecimal()
    page.goto("/me/")
    expect(page.get_by_role("heading", level=1)).to_have_text(person.name)
    # Again, in a browser that the wiki knows: it asks nothing more.
    page.context.clear_cookies(name="space_session")
    go_to_the_wiki(page)
    page.wait_for_url(f"{home}/")
    assert User.objects.get() == person
    assert errors == []


def open_the_door_to(address: str, settings: Any) -> dict[str, str]:
    """The true wiki, and the account there."""
    place = urlsplit(address)
    where = f"{place.hostname}:{place.port}" if place.port else str(place.hostname)
    settings.WIKI = f"{place.scheme}://{where}"
    settings.WIKI_CLIENT, settings.WIKI_SECRET = place.username, place.password
    settings.PRIVATE_HOSTS = [where]
    standing.forget()
    return {name: values[0] for name, values in parse_qs(place.query).items()}


def log_in_there(page: Page, home: str, account: dict[str, str]) -> None:
    """The first time: no, and then yes. Later the wiki asks for no more than the password."""
    page.locator("#wpName1").fill(account["user"])
    page.locator("#wpPassword1").fill(account["password"])
    page.locator("#wpLoginAttempt").click()
    page.wait_for_load_state()
    if page.url.startswith(home):
        return
    page.locator("[name=cancel]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are not signed in")
    page.get_by_role("button", name="Try again").click()
    page.locator("[name=accept]").click()
