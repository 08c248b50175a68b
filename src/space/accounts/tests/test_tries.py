"""Whoever guesses is slowed down; whoever knows is not."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.numbers import SIGN_IN_TRIES_A_MINUTE, SIGN_IN_TRIES_AN_HOUR, SIGN_UPS_AN_HOUR
from space.accounts.tests.people import person, sign_in, sign_up, who
from space.administration.actions import change_setting
from space.kit import clock
from space.limits.models import Bucket

pytestmark = pytest.mark.django_db


def guess(client: Client, times: int, login: str = "Amina", **more: str):
    answers = [
        client.post(reverse("account_login"), {"login": login, "password": f"guess {n}"}, **more)
        for n in range(times)
    ]
    return answers[-1].content.decode()


def test_after_six_wrong_passwords_even_the_right_one_waits(client: Client) -> None:
    person()
    assert "do not belong together" in guess(client, 6)
    answer = sign_in(client)
    assert answer.status_code == 422
    assert "too many tries" in answer.content.decode()
    assert who(client) == ""


def test_after_the_wait_one_can_go_on(client: Client) -> None:
    person()
    guess(client, 7)
    with clock.at(timezone.now() + timedelta(minutes=1)):
        assert sign_in(client).status_code == 302


def test_thirty_in_an_hour_are_enough(client: Client) -> None:
    start = timezone.now()
    for minute in range(6):
        with clock.at(start + timedelta(minutes=minute)):
            last = guess(client, 6, login=f"Somebody {minute}")
    assert "too many tries" in last


def test_one_account_is_guarded_against_many_addresses(client: Client) -> None:
    person()
    for n in range(6):
        guess(client, 1, REMOTE_ADDR=f"203.0.113.{n}")
    assert "too many tries" in guess(client, 1, REMOTE_ADDR="198.51.100.1")


def test_with_and_without_the_mark_is_one_account(client: Client) -> None:
    for n, login in enumerate(["Amina", "Amina@local", "AMINA"] * 2):
        guess(client, 1, login=login, REMOTE_ADDR=f"203.0.113.{n}")
    assert "too many tries" in guess(client, 1, REMOTE_ADDR="198.51.100.1")


def test_a_room_full_of_people_behind_one_address_can_sign_in() -> None:
    for n in range(10):
        name = "Guest " + "abcdefghij"[n]
        person(f"{name}@local")
        assert sign_in(Client(), name).status_code == 302


def test_a_client_cannot_invent_addresses_for_itself(client: Client) -> None:
    for n in range(6):
        guess(client, 1, login=f"Person {n}", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}")
    assert "too many tries" in guess(client, 1, login="Other", HTTP_X_FORWARDED_FOR="198.51.100.99")


def test_nothing_that_limits_keep_tells_an_address_or_a_name(client: Client) -> None:
    guess(client, 1, login="Amina", REMOTE_ADDR="203.0.113.7")
    kept = " ".join(Bucket.objects.values_list("who", flat=True))
    assert "203.0" not in kept
    assert "amina" not in kept.lower()


def test_accounts_are_not_made_without_end(client: Client, settings) -> None:
    settings.SIGN_UPS_AN_HOUR = 1
    assert sign_up(Client(), "One").status_code == 302
    assert sign_up(Client(), "Another").status_code == 422


def test_letters_are_not_sent_without_end(client: Client, mailoutbox) -> None:
    person(email="amina@example.org")
    for _ in range(8):
        last = client.post(reverse("account_reset_password"), {"email": "amina@example.org"})
    assert last.status_code == 422
    assert len(mailoutbox) == 5


def test_the_own_password_cannot_be_guessed_from_an_open_browser(client: Client) -> None:
    client.force_login(person())
    fields = {
        "oldpassword": "wrong",
        "password1": "brand new words here",
        "password2": "brand new words here",
    }
    for _ in range(7):
        answer = client.post(reverse("account_change_password"), fields)
    assert "too many tries" in answer.content.decode()


def test_administrators_choose_how_often_one_may_try(client: Client, ada) -> None:
    change_setting(SIGN_IN_TRIES_A_MINUTE, 3, by=ada)
    change_setting(SIGN_UPS_AN_HOUR, 1, by=ada)
    person()
    # In one moment: tries come back with time, also while a test takes some.
    with clock.at(timezone.now()):
        assert "too many tries" not in guess(client, 3)
        assert "too many tries" in guess(client, 1)
        change_setting(SIGN_IN_TRIES_A_MINUTE, 50, by=ada)
        change_setting(SIGN_IN_TRIES_AN_HOUR, 5, by=ada)
        assert "too many tries" in guess(client, 4)

    assert sign_up(Client(), "One").status_code == 302
    assert sign_up(Client(), "Another").status_code == 422
