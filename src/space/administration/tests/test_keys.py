"""Whoever lost passkey, app and recovery codes is let in by an administrator, with a reason that they read."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from space.accounts.models import Session, User
from space.accounts.tests.people import person, sign_in, who
from space.moderation.models import LogEntry
from space.notifications.models import Notification
from space.testing.telling import tell_what_waits

pytestmark = pytest.mark.django_db


@pytest.fixture
def guarded(db: None) -> User:
    someone = person(email="amina@example.org")
    TOTP.activate(someone, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    RecoveryCodes.activate(someone)
    return someone


def take(client: Client, reason: str = "They showed it at the meetup.", name: str = "Amina@local"):
    return client.post(reverse("administration:keys", args=[name]), {"reason": reason})


def test_an_administrator_takes_lost_keys_away_and_the_person_is_told(
    client: Client, ada: User, guarded: User, mailoutbox
) -> None:
    elsewhere = Client()
    elsewhere.force_login(guarded)
    client.force_login(ada)
    assert take(client).status_code == 302
    assert not Authenticator.objects.exists()
    assert not Session.objects.filter(user=guarded).exists()
    assert LogEntry.objects.get(what="keys-taken").reason.text == "They showed it at the meetup."
    assert "They showed it at the meetup." in mailoutbox[0].body
    tell_what_waits()
    assert Notification.objects.filter(person=guarded).exists()
    again = Client()
    sign_in(again)
    assert who(again) == guarded.name


@pytest.mark.parametrize("reason", ["", "   "])
def test_it_needs_a_reason(client: Client, ada: User, guarded: User, reason: str) -> None:
    client.force_login(ada)
    assert take(client, reason).status_code == 422
    assert Authenticator.objects.count() == 2


def test_nobody_else_can_do_it_and_nobody_to_themselves(
    client: Client, ada: User, rosa: User, lena: User, guarded: User
) -> None:
    for someone in (rosa, lena, guarded):
        client.force_login(someone)
        assert take(client).status_code == 403
    client.force_login(ada)
    assert take(client, name="Ada").status_code == 403
    assert Authenticator.objects.count() == 2


def test_who_would_have_no_way_in_keeps_their_passkey(client: Client, ada: User, guarded: User) -> None:
    guarded.set_unusable_password()
    guarded.save()
    guarded.emailaddress_set.all().delete()
    client.force_login(ada)
    answer = take(client)
    assert answer.status_code == 422
    assert "nothing would be left" in answer.content.decode()
    assert Authenticator.objects.count() == 2


def test_who_has_none_loses_nothing(client: Client, ada: User, lena: User) -> None:
    client.force_login(ada)
    assert "no passkeys" in take(client, name="Lena_Müller").content.decode()
    assert not LogEntry.objects.filter(what="keys-taken").exists()
