"""A browser that looks at the running product, and watches for what must never happen on any page."""

import os
import time
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
)

from space.accounts.models import User
from space.web import versions
from tests.chromium import chromium, needs_chromium
from tests.serving import Web, session_of

PATIENCE = 20_000
SECONDS_TO_ANSWER = 60
# A refusal (422, 404 ...) is no fault of the page, but the browser writes a line about it.
NO_FAULT = "Failed to load resource: the server responded with a status of 4"

BUSY = """
SELECT pid, state, query FROM pg_stat_activity
WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid() AND query NOT LIKE 'LISTEN%'
"""

Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs Chromium. What fails is tried once more, and said to have been (docs/testing.md)."""
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.flaky(reruns=1))
            item.add_marker(needs_chromium)


@pytest.fixture(scope="session")
def site(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """The product as it is served, on the database of these tests."""
    web = Web(tmp_path_factory.mktemp("site"))
    with override_settings(STATIC_ROOT=web.folder / "static"):
        call_command("collectstatic", interactive=False, verbosity=0)
    yield web.start()
    web.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Of a module, not of the run: while Playwright runs, no other test of its thread could start a loop."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    with chromium() as started:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        yield started
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Watch:
    """Notes what no journey may cause: a broken policy, an error of a script or of the server, a stranger asked."""

    def __init__(self, site: Web) -> None:
        self.home = site.address
        self.log = site.said
        self.faults: list[str] = []
        # Words of errors that a journey causes itself, such as a lost connection.
        self.expected: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", self.said)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("request", self.asked)
        context.on("response", self.answered)

    def said(self, message: ConsoleMessage) -> None:
        expected = any(words in message.text for words in self.expected)
        if message.type == "error" and not expected and not message.text.startswith(NO_FAULT):
            self.faults.append(f"console: {message.text}")

    def asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.home}/", "data:")):
            self.faults.append(f"asked for {request.url}")

    def answered(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} at {response.url}\n{self.log.read_text()[-3000:]}")


@pytest.fixture
def watch(site: Web) -> Watch:
    return Watch(site)


@pytest.fixture
def as_(transactional_db: None, browser: Browser, site: Web, watch: Watch) -> Iterator[Open]:
    """`as_(lena, script=False, width=360)` is a page of a fresh browser in which Lena has signed in."""
    versions.bump(versions.EVERYTHING)
    contexts: list[BrowserContext] = []

    def visit(person: User | None = None, *, script: bool = True, width: int = 1280, **more: str) -> Page:
        size = {"width": width, "height": 800}
        context = browser.new_context(
            base_url=site.address, java_script_enabled=script, viewport=size, reduced_motion="reduce", **more
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch.over(context)
        if person:
            context.add_cookies([{"name": "space_session", "value": session_of(person), "url": site.address}])
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()
    until_all_is_answered()
    assert watch.faults == []


def until_all_is_answered() -> None:
    """A page that is closed may have sent what was typed last: that is done before the tables are emptied."""
    quiet, end = 0, time.monotonic() + SECONDS_TO_ANSWER
    while quiet < 3:
        with connection.cursor() as cursor:
            cursor.execute(BUSY)
            busy = cursor.fetchall()
        assert time.monotonic() < end, f"The server is still at work: {busy}"
        quiet = 0 if busy else quiet + 1
        time.sleep(0.02)


with_and_without_script = pytest.mark.parametrize(
    "script", [True, False], ids=["with JavaScript", "without JavaScript"]
)
