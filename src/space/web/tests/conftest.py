from collections import Counter
from wsgiref.util import setup_testing_defaults

import pytest

from space.languages.variant import page_variant
from space.web import versions
from space.web.pagecache import PageCache, counting
from space.web.pagecache.marks import TAGS


@pytest.fixture
def ledger(monkeypatch):
    """A ledger that hears, without a thread or a database."""
    heard = versions.Ledger()
    heard.hear()
    monkeypatch.setattr(versions, "ledger", heard)
    monkeypatch.setattr(versions, "start_listening", lambda: None)
    monkeypatch.setattr(counting, "start", lambda: None)
    monkeypatch.setattr(counting, "_counted", Counter())
    return heard


class Site:
    """A page cache before a small application; each answer says how often the application was asked."""

    def __init__(self):
        self.asked = 0
        self.status = "200 OK"
        self.headers = [("Content-Type", "text/html; charset=utf-8"), (TAGS, "lists")]
        self.while_rendering = lambda: None
        self.cache = PageCache(self._application, variant=page_variant)

    def _application(self, environ, start):
        self.asked += 1
        body = f"page {self.asked} " + "words " * 300
        self.while_rendering()
        start(self.status, list(self.headers))
        return [body.encode()]

    def get(self, path="/", query="", method="GET", **environ):
        sent = {}
        asked = {
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": method,
            "HTTP_HOST": "localhost",
            **environ,
        }
        setup_testing_defaults(asked)
        body = b"".join(
            self.cache(asked, lambda status, headers: sent.update(status=status, headers=dict(headers)))
        )
        return Got(sent["status"], sent["headers"], body)


class Got:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def number(self):
        """Of the application's answer that this page is."""
        return int(self.body.split()[1])


@pytest.fixture
def site(ledger, settings):
    settings.HOSTS = ["localhost"]
    return Site()
