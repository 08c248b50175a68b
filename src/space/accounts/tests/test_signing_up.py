"""An account is a name and a password; the address is optional, and nobody learns whose it is."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.tests.people import person, sign_up, who

pytestmark = pytest.mark.django_db


def link_in(letter: mail.EmailMessage) -> str:
    return re.search(r"http://\S+?(/accounts/\S+)", letter.body)[1]


def test_a_name_is_stored_with_the_mark(client: Client) -> None:
    answer = sign_up(client, "Amina Yusuf")
    assert answer.status_code == 302
    assert who(client) == "Amina Yusuf@local"


def test_the_page_says_why_there_is_a_mark(client: Client) -> None:
    page = client.get(reverse("account_signup")).content.decode()
    assert "Amina@local" in page
    assert "nobody can take the name of somebody else" in page


def test_a_wiki_name_cannot_be_taken(client: Client) -> None:
    person("Jimbo")
    sign_up(client, "Jimbo")
    assert {user.name for user in User.objects.all()} == {"Jimbo", "Jimbo@local"}


@pytest.mark.parametrize("typed", ["Amina", "amina", "Аmina", "Amína", "Amina@local", "Amina "])
def test_a_name_that_looks_like_one_that_is_there_is_refused(client: Client, typed: str) -> None:
    person("Amina@local")
    answer = sign_up(client, typed)
    assert answer.status_code == 422
    assert "looks like it" in answer.content.decode()
    assert User.objects.count() == 1


def test_the_database_refuses_look_alikes_too() -> None:
    person("Amina@local")
    with pytest.raises(IntegrityError):
        person("Аmina@local")


def test_of_two_who_take_one_name_at_once_the_second_is_told(client: Client, monkeypatch) -> None:
    person("Amina@local")
    monkeypatch.setattr(
        "space.accounts.adapter.AccountAdapter.clean_username",
        lambda self, name, shallow=False: "Amina@local",
    )
    answer = sign_up(client, "Amina")
    assert answer.status_code == 422
    assert "looks like it" in answer.content.decode()


@pytest.mark.parametrize("password", ["short", "password123", "Amina Yusuf", ""])
def test_a_weak_password_is_refused_and_the_name_is_kept(client: Client, password: str) -> None:
    answer = client.post(reverse("account_signup"), {"username": "Amina Yusuf", "password1": password})
    assert answer.status_code == 422
    assert 'value="Amina Yusuf"' in answer.content.decode()


def test_an_address_is_used_only_once_it_is_proved(client: Client) -> None:
    sign_up(client, "Amina", email="amina@example.org")
    assert User.objects.get().email == ""
    client.post(link_in(mail.outbox[0]))
    assert User.objects.get().email == "amina@example.org"


def test_opening_the_link_alone_confirms_nothing(client: Client) -> None:
    sign_up(client, "Amina", email="amina@example.org")
    assert client.get(link_in(mail.outbox[0])).status_code == 200
    assert not EmailAddress.objects.filter(verified=True).exists()


def test_a_taken_address_gives_the_same_answer_as_a_free_one(client: Client) -> None:
    person("Lena@local", email="lena@example.org")
    taken = sign_up(client, "Amina", email="lena@example.org")
    free = sign_up(Client(), "Kofi", email="kofi@example.org")
    assert (taken.status_code, taken.headers["Location"]) == (free.status_code, free.headers["Location"])
    assert len(mail.outbox) == 2


def test_a_taken_address_cannot_be_proved_by_another(client: Client) -> None:
    person("Lena@local", email="lena@example.org")
    sign_up(client, "Amina", email="lena@example.org")
    client.post(link_in(mail.outbox[0]))
    assert User.objects.get(name="Amina@local").email == ""
    assert EmailAddress.objects.get(verified=True).user.name == "Lena@local"


def test_after_signing_up_one_is_not_asked_for_the_password_again(client: Client) -> None:
    sign_up(client, "Amina")
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_opening_the_link_of_another_account_signs_nobody_out(client: Client) -> None:
    sign_up(Client(), "Kofi", email="kofi@example.org")
    sign_up(client, "Amina")
    client.get(link_in(mail.outbox[0]))
    assert who(client) == "Amina@local"


def test_the_mail_names_the_account(client: Client) -> None:
    client.cookies["lang"] = "en"
    sign_up(client, "Amina", email="amina@example.org")
    assert mail.outbox[0].subject == "[Space] Confirm your e-mail address"
    assert "Hello Amina@local," in mail.outbox[0].body
