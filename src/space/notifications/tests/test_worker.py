"""The queue with a true worker: what was enqueued happens, once, and the house is kept clean."""

import pytest
from django.db import connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.models import User
from space.notifications.mail import send, transports
from space.notifications.models import Letter

PERIODIC = {
    "accounts.forget_sessions",
    "jobs.forget_old",
    "limits.forget_unused",
    "mail.forget_old",
    "mail.try_again",
    "uploads.forget_loose",
}


@pytest.fixture
def work(transactional_db, settings, monkeypatch, lena):
    """Let a worker do everything that waits."""
    settings.EMAIL_URL = "memory:"
    monkeypatch.setattr(transports, "outbox", [])
    # The list of towns is loaded by the clock, and takes longer than a letter waits for its next try.
    monkeypatch.setattr("space.places.actions.is_due", lambda: False)
    User.objects.filter(pk=lena.pk).update(email="lena@example.org")
    lena.refresh_from_db()

    def worked():
        with app.replace_connector(app.connector.get_worker_connector()):
            app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        connections.close_all()

    return worked


def _job():
    return ProcrastinateJob.objects.get(task_name="mail.send_letter")


def test_a_letter_that_was_enqueued_is_sent_once(work, lena):
    letter = send(lena, subject="Hello", text="x")
    work()
    work()

    letter.refresh_from_db()
    assert letter.sent_at
    assert len(transports.outbox) == 1
    assert _job().status == "succeeded"


def test_a_mail_server_that_is_away_is_asked_again_later(work, lena, settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:1"
    send(lena, subject="Hello", text="x")
    work()

    job = _job()
    assert (job.status, job.attempts) == ("todo", 1)
    assert job.scheduled_at is not None
    assert bytes(Letter.objects.get().mime)


def test_what_cleans_the_house_is_planned_and_runs(work):
    planned = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert planned >= PERIODIC
    for name in PERIODIC:
        app.tasks[name].defer(timestamp=1)
    work()
    left = ProcrastinateJob.objects.exclude(status="succeeded").values_list("task_name", "status")
    assert list(left) == []
