"""People sign in by their name as they wrote it, or by an address that they proved."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from space.accounts.models import Nature, Session
from space.accounts.tests.people import PASSWORD, person, sign_in, who

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "login", ["Amina@local", "Amina", " Amina ", "amina@example.org", "AMINA@example.org"]
)
def test_a_name_with_or_without_the_mark_or_an_address_signs_in(client: Client, login: str) -> None:
    person(email="amina@example.org")
    answer = sign_in(client, login)
    assert answer.status_code == 302
    assert who(client) == "Amina@local"


@pytest.mark.parametrize(
    "login", ["amina", "AMINA", "Amina@Local", "Аmina", "Amina@example.org", "%", "", "\x00"]
)
def test_another_name_does_not(client: Client, login: str) -> None:
    person()
    answer = sign_in(client, login)
    assert answer.status_code == 422
    assert who(client) == ""


def test_letters_made_of_two_characters_are_the_same_name(client: Client) -> None:
    person("Jos\u00e9@local")
    sign_in(client, "Jose\u0301")
    assert who(client) == "Jos\u00e9@local"


def test_names_that_differ_in_case_are_two_people(client: Client) -> None:
    person("María José", password="the first of two people")
    person("María josé", password="the second of two people")
    sign_in(client, "María josé", "the second of two people")
    assert who(client) == "María josé"


def test_a_local_name_signs_in_although_a_wiki_name_is_the_same(client: Client) -> None:
    person("Amina", password="another password entirely")
    person("Amina@local")
    sign_in(client, "Amina")
    assert who(client) == "Amina@local"


def test_an_address_that_was_not_proved_does_not_sign_in(client: Client) -> None:
    EmailAddress.objects.create(user=person(), email="amina@example.org", verified=False, primary=True)
    assert sign_in(client, "amina@example.org").status_code == 422


@pytest.mark.parametrize(
    "more", [{"is_active": False}, {"nature": Nature.ARCHIVED}, {"nature": Nature.SYSTEM}]
)
def test_closed_and_made_up_accounts_do_not_sign_in(client: Client, more: dict[str, object]) -> None:
    person(**more)
    assert sign_in(client).status_code == 422


def test_a_wrong_password_keeps_the_name_and_says_nothing_of_whether_it_exists(client: Client) -> None:
    person()
    known, unknown = (sign_in(client, login, "wrong").content.decode() for login in ("Amina", "Amino"))
    assert 'value="Amina"' in known
    assert known.replace("Amina", "Amino").count("Amino") == unknown.count("Amino")


def test_one_goes_back_to_where_one_was(client: Client) -> None:
    person()
    assert sign_in(client, next="/discuss/").headers["Location"] == "/discuss/"


@pytest.mark.parametrize(
    "away",
    ["https://evil.example/", "//evil.example/", "https:evil", "/\\evil.example", "javascript:alert(1)"],
)
def test_nobody_is_sent_to_another_site(client: Client, away: str) -> None:
    person()
    assert "evil" not in sign_in(client, next=away).headers["Location"]


def test_signing_in_changes_the_key_of_the_session(client: Client) -> None:
    person()
    session = client.session
    session["before"] = "kept"
    session.save()
    old = client.cookies["space_session"] = session.session_key
    sign_in(client)
    assert client.session.session_key != old
    assert not Session.objects.filter(session_key=old).exists()


def test_signing_out_needs_a_post(client: Client) -> None:
    person()
    sign_in(client)
    assert client.get(reverse("account_logout")).status_code == 200
    assert who(client) == "Amina@local"
    client.post(reverse("account_logout"))
    assert who(client) == ""
    assert Session.objects.filter(user__isnull=False).count() == 0


def test_the_form_needs_the_token(client: Client) -> None:
    person()
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403


def test_who_is_signed_in_is_led_on(client: Client) -> None:
    person()
    sign_in(client)
    assert client.get(reverse("account_login"), {"next": "/discuss/"}).headers["Location"] == "/discuss/"


def test_a_password_of_spaces_stays_as_it_is(client: Client) -> None:
    person(password=f" {PASSWORD} ")
    assert sign_in(client, password=PASSWORD).status_code == 422
    assert sign_in(client, password=f" {PASSWORD} ").status_code == 302


def test_an_unknown_name_takes_as_long_as_a_wrong_password(client: Client, monkeypatch) -> None:
    hashed = []
    monkeypatch.setattr("space.accounts.backends.make_password", hashed.append)
    person()
    sign_in(client, "Amina", "wrong")
    assert hashed == []
    sign_in(client, "Nobody", "wrong")
    assert hashed == ["wrong"]
