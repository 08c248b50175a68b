"""Administrators let new accounts in, or not; both stand in the log."""

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.arriving.actions.waiting import let_wait
from space.accounts.models import User, Waiting
from space.moderation.models import LogEntry
from space.notifications.models import Notification
from space.testing.cast import make
from space.testing.telling import tell_what_waits

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(db: None) -> User:
    return let_wait(make("Mirembe", days=0), Waiting.Why.EVERYBODY)


def log() -> list[tuple[str, int, str]]:
    found = LogEntry.objects.filter(what__contains="let-in").order_by("pk")
    return [(one.what, one.thing_id, getattr(getattr(one, "reason", None), "text", "")) for one in found]


def test_who_is_let_in_comes_in_and_the_log_says_by_whom(client: Client, ada: User, newcomer: User) -> None:
    client.force_login(ada)
    assert "Mirembe" in client.get(reverse("administration:waiting")).content.decode()
    for _ in range(2):
        client.post(reverse("administration:let_in", args=[newcomer.pk]))
    newcomer.refresh_from_db()
    assert newcomer.is_active
    assert log() == [("let-in", newcomer.pk, "")]


def test_who_is_not_let_in_is_told_why(client: Client, ada: User, newcomer: User) -> None:
    client.force_login(ada)
    answer = client.post(
        reverse("administration:decline", args=[newcomer.pk]), {f"{newcomer.pk}-reason": " "}
    )
    assert answer.status_code == 422
    assert "the only answer they get" in answer.content.decode()
    for reason in ("Made for advertising.", "Something else."):
        client.post(reverse("administration:decline", args=[newcomer.pk]), {f"{newcomer.pk}-reason": reason})
    newcomer.refresh_from_db()
    assert not newcomer.is_active
    assert Waiting.objects.get().reason == "Made for advertising."
    assert log() == [("not-let-in", newcomer.pk, "Made for advertising.")]


def test_moderators_hear_once_a_day_that_somebody_waits(rosa: User, ada: User, lena: User) -> None:
    for name in ("Mirembe", "Nakato"):
        let_wait(make(name, days=0), Waiting.Why.EVERYBODY)
        tell_what_waits()
    told = Notification.objects.filter(because="newcomers").values_list("person__name", flat=True)
    assert sorted(told) == ["Ada", rosa.name]


def test_who_was_let_in_is_welcomed_at_the_bell(client: Client, rosa: User, newcomer: User) -> None:
    client.force_login(rosa)
    client.post(reverse("administration:let_in", args=[newcomer.pk]))
    tell_what_waits()
    newcomer.refresh_from_db()
    client.force_login(newcomer)
    assert "let you in" in client.get(reverse("notifications:all")).content.decode()
