"""One job tells of all that waits: what is written in a busy minute shares its price, and not its fate."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from space.discuss.actions import start_topic, write_reply
from space.notifications import actions, causes
from space.notifications.models import Telling
from space.testing.telling import tell_what_waits, told

JOBS = ProcrastinateJob.objects.filter(task_name="notifications.tell_what_waits", status="todo")


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """People here write as fast as the test."""
    monkeypatch.setattr("space.discuss.allowances.take", lambda who, what: None)


@pytest.fixture
def topic(topic):
    """Nobody heard of its beginning."""
    tell_what_waits()
    return topic


def test_many_posts_wait_for_one_job(topic, kofi):
    for number in range(3):
        write_reply(topic, by=kofi, text=f"Words {number}.")
    assert (JOBS.count(), Telling.objects.filter(waits=True).count()) == (1, 3)


def test_many_posts_are_told_with_the_questions_of_one(topic, questions, lena, kofi, rosa, monkeypatch):
    # While anybody writes in the same cluster, as tests beside this one do, one more job is asked for: a question more.
    monkeypatch.setattr("space.notifications.actions.telling.have_a_job", lambda: None)
    other = start_topic(questions, by=lena, title="Which map is the oldest?", text="One of these.")
    write_reply(topic, by=kofi, text="@Rosa Quispe, one.")
    with CaptureQueriesContext(connection) as one:
        assert tell_what_waits() == 2
    for number in range(12):
        write_reply((topic, other)[number % 2], by=kofi, text=f"@Rosa Quispe {number}")
    with CaptureQueriesContext(connection) as twelve:
        assert tell_what_waits() == 24
    # Six posts go into the same line, one after the other.
    assert len(twelve) == len(one) + 5
    assert told(lena) == ["6 new posts by Kofi Mensah", "7 new posts by Kofi Mensah"]
    assert told(rosa) == ["Kofi Mensah mentioned you"] * 13


def test_what_cannot_be_told_keeps_nothing_else_from_being_told(topic, lena, kofi, rosa, monkeypatch):
    broken = write_reply(topic, by=kofi, text="One.")
    write_reply(topic, by=kofi, text="@Rosa Quispe, two.")
    true = causes._together["post"]

    def told_of(asked, limit):
        if any(one.ids == (broken.pk,) for one in asked):
            raise ValueError("It is broken.")
        return true(asked, limit)

    monkeypatch.setitem(causes._together, "post", told_of)
    assert actions.tell_what_waits() == 2
    monkeypatch.undo()
    # It has a job of its own, which the queue tries again.
    assert ProcrastinateJob.objects.get(task_name="notifications.tell_of").args == {
        "cause": f"post {broken.pk}"
    }
    assert told(lena) == ["2 new posts by Kofi Mensah"]
