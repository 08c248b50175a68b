"""The whole way: a page kept in front of Django, the database that says what changed, and a listener that dies."""

import re
import threading
import time
from datetime import timedelta
from uuid import uuid4
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.utils import timezone, translation

from space.discuss.actions import hide_post, write_reply
from space.discuss.actions.polling import close_if_due
from space.discuss.models import Results
from space.kit import clock
from space.languages.variant import page_variant
from space.testing.polls import ask as ask_poll
from space.testing.polls import votes
from space.web import versions
from space.web.pagecache import PageCache, counting


def _wait_for(true, seconds=5.0):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def _hang_up():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')"
        )


@pytest.fixture
def listening(transactional_db, monkeypatch):
    """The process hears of changes; when hung up on, it stays deaf."""
    heard = threading.Event()

    def stay_away(_):
        heard.wait()
        raise SystemExit

    clock = type("Time", (), {"monotonic": time.monotonic, "sleep": staticmethod(stay_away)})
    monkeypatch.setattr(versions, "time", clock)
    monkeypatch.setattr(versions, "start_listening", lambda: None)
    monkeypatch.setattr(counting, "start", lambda: None)
    listener = versions.Listener(versions.ledger)
    listener.start()
    assert _wait_for(lambda: versions.ledger.moment() is not None)
    yield
    heard.set()
    _hang_up()
    listener.join(5)
    versions.ledger.lose()


@pytest.fixture
def ask(listening, settings, monkeypatch):
    """Ask as nobody; says the page, and whether Django was asked for it."""
    django, asked = get_wsgi_application(), []

    def counted(environ, start):
        asked.append(environ["PATH_INFO"])
        return django(environ, start)

    site = PageCache(counted, variant=page_variant)

    def get(address):
        before = len(asked)
        environ = {
            "PATH_INFO": address,
            "REQUEST_METHOD": "GET",
            "HTTP_HOST": settings.HOSTS[0],
            "QUERY_STRING": "",
        }
        setup_testing_defaults(environ)
        page = b"".join(site(environ, lambda status, headers: None)).decode()
        translation.deactivate()
        return page, len(asked) > before

    return get


def _moment_after(action):
    """Do it, and wait until the database has told of it. It tells in order: its word on what came after is enough."""
    result = action()
    after, before = f"after:{uuid4()}", versions.ledger.moment()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [versions.CHANNEL, after])
    assert _wait_for(lambda: versions.ledger.changed_at(after) > before)
    return result


def test_a_page_is_rendered_once_until_something_on_it_changes(ask, topic, kofi):
    address = topic.get_absolute_url()
    # Until the word of the topic itself is there, each page may be made anew.
    _moment_after(lambda: ask(address))
    ask(address)
    assert not ask(address)[1]

    _moment_after(lambda: write_reply(topic, by=kofi, text="An answer that is new."))
    page, rendered = ask(address)
    assert rendered
    assert "An answer that is new." in page


def test_what_is_hidden_is_gone_from_every_kept_page_at_once(ask, topic, kofi, rosa):
    post = _moment_after(lambda: write_reply(topic, by=kofi, text="Somebody's private address."))
    address = topic.get_absolute_url()
    ask(address)
    assert "private address" in ask(address)[0]
    _moment_after(lambda: hide_post(post, by=rosa, reason="Private data"))
    assert "private address" not in ask(address)[0]


@pytest.mark.parametrize("results", [Results.AFTER_VOTING, Results.AFTER_CLOSING])
def test_a_kept_page_holds_no_results_before_a_poll_is_closed_and_holds_them_after(ask, topic, kofi, results):
    end = timezone.now() + timedelta(hours=1)
    poll = ask_poll(topic, results=results, closes_at=end)
    _moment_after(lambda: votes(poll, (kofi, "Salt")))
    address = topic.get_absolute_url()
    page, rendered = ask(address)
    assert rendered
    assert "1 vote" in page
    assert "100%" not in page
    assert "<form" not in re.search(r'<section class="poll".*</section>', page)[0]
    assert not ask(address)[1]

    with clock.at(end):
        _moment_after(lambda: close_if_due(poll.pk))
        page, rendered = ask(address)
    assert rendered
    assert "100%" in page


def test_votes_throw_a_kept_page_away_and_leave_kept_rows_alone(ask, topic, kofi):
    poll = _moment_after(lambda: ask_poll(topic))
    ask(topic.get_absolute_url())
    ask("/discuss/")
    _moment_after(lambda: votes(poll, (kofi, "Salt")))

    page, rendered = ask(topic.get_absolute_url())
    assert rendered
    assert "100%" in page
    assert not ask("/discuss/")[1]


def test_a_process_that_hears_nothing_serves_nothing_kept(ask, topic, kofi, rosa):
    post = _moment_after(lambda: write_reply(topic, by=kofi, text="Somebody's private address."))
    address = topic.get_absolute_url()
    ask(address)
    assert not ask(address)[1]
    _hang_up()
    assert _wait_for(lambda: versions.ledger.moment() is None)

    hide_post(post, by=rosa, reason="Private data")
    page, rendered = ask(address)
    assert rendered
    assert "private address" not in page
    assert ask(address)[1]
