"""Administrators let new accounts in, or not; both stand in the log."""

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.arriving.actions.waiting import let_wait
from space.accounts.models import User, Waiting
from space.moderation.models import LogEntry
from space.testing.cast import make

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
