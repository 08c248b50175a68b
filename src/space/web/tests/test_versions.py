"""With the real database: what is committed is heard, what is not committed is not, and silence keeps nothing."""

import threading
import time

import pytest
from django.db import connection, transaction

from space.web import versions
from space.web.versions import EVERYTHING, Ledger, Listener, bump


def _wait_for(true, seconds=5.0):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def _hang_up():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE ANY (%s)",
            [["LISTEN%", "SELECT 1"]],
        )


@pytest.fixture
def heard(transactional_db, monkeypatch):
    """A ledger with a true listener, which may be hung up on and comes back once it is let."""
    ledger, may_return, over = Ledger(), threading.Event(), threading.Event()

    def pause(_):
        may_return.wait(10)
        if over.is_set():
            raise SystemExit

    monkeypatch.setattr(
        versions, "time", type("Time", (), {"monotonic": time.monotonic, "sleep": staticmethod(pause)})
    )
    listener = Listener(ledger)
    listener.start()
    assert _wait_for(lambda: ledger.moment() is not None)
    ledger.may_return = may_return
    yield ledger
    over.set()
    may_return.set()
    _hang_up()
    listener.join(5)
    assert not listener.is_alive()


@pytest.mark.django_db(transaction=True)
def test_what_is_committed_is_heard_and_only_then(heard):
    moment = heard.moment()
    with transaction.atomic():
        bump("topic:7", "lists")
        time.sleep(0.1)
        assert heard.unchanged(["topic:7"], since=moment)

    assert _wait_for(lambda: not heard.unchanged(["topic:7"], since=moment))
    assert not heard.unchanged(["lists"], since=moment)
    assert heard.unchanged(["topic:8"], since=moment)
    assert heard.unchanged(["topic:7"], since=heard.moment())


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_not_heard(heard):
    moment = heard.moment()
    with transaction.atomic():
        bump(EVERYTHING)
        transaction.set_rollback(True)
    time.sleep(0.2)
    assert heard.unchanged(["lists"], since=moment)


@pytest.mark.django_db(transaction=True)
def test_a_listener_that_was_killed_leaves_nothing_usable_and_comes_back_with_a_clean_slate(heard):
    before = heard.moment()
    _hang_up()
    assert _wait_for(lambda: heard.moment() is None)
    assert not heard.unchanged([], since=before)

    bump("lists")
    heard.may_return.set()
    assert _wait_for(lambda: heard.moment() is not None)
    assert not heard.unchanged([], since=before)
    assert heard.unchanged(["lists"], since=heard.moment())


def test_a_process_that_has_heard_nothing_yet_keeps_nothing():
    assert Ledger().moment() is None
    assert not Ledger().unchanged([], since=0)


def test_a_listener_that_fell_silent_counts_as_away(monkeypatch):
    ledger = Ledger()
    ledger.hear()
    now = time.monotonic()
    monkeypatch.setattr(versions.time, "monotonic", lambda: now + 11)
    assert ledger.moment() is None


def test_changes_noted_by_many_threads_at_once_are_all_seen():
    ledger = Ledger()
    ledger.hear()
    before = ledger.moment()
    threads = [
        threading.Thread(target=lambda n=n: [ledger.note(f"topic:{n}:{i}") for i in range(200)])
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.moment() == before + 1600
    assert not any(ledger.unchanged([f"topic:{n}:{i}"], since=before) for n in range(8) for i in range(200))


def test_the_listener_uses_the_options_of_the_address(settings):
    settings.DATABASES = {
        "default": {"NAME": "space", "HOST": "db", "OPTIONS": {"sslmode": "require", "pool": {}}}
    }
    assert versions._address() == "sslmode=require dbname=space host=db"


def test_who_changes_something_knows_it_at_once_and_only_when_it_is_committed(transactional_db, monkeypatch):
    ledger = Ledger()
    monkeypatch.setattr(versions, "ledger", ledger)
    with transaction.atomic():
        bump("topic:7", "lists")
        assert ledger.changed_at("topic:7") == 0
    before = ledger.changed_at("topic:7")
    assert 0 < before < ledger.changed_at("lists")

    with transaction.atomic():
        bump("topic:7")
        transaction.set_rollback(True)
    assert ledger.changed_at("topic:7") == before
