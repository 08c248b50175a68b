"""A password is changed by who knows it, and found again by who owns the address."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from space.accounts.models import Session
from space.accounts.tests.people import PASSWORD, person, sign_in, who

pytestmark = pytest.mark.django_db
NEW = "five herons wade at dawn"


def ask(client: Client, email: str):
    return client.post(reverse("account_reset_password"), {"email": email})


def follow(client: Client, letter) -> str:
    """Open the link of the mail; where its form stands."""
    link = re.search(r"http://\S+?(/accounts/\S+)", letter.body)[1]
    return client.get(link).headers["Location"]


def change(client: Client, old: str = PASSWORD):
    return client.post(
        reverse("account_change_password"), {"oldpassword": old, "password1": NEW, "password2": NEW}
    )


def test_a_new_password_signs_in_and_the_old_one_no_more(client: Client) -> None:
    client.force_login(person())
    assert change(client).status_code == 302
    assert sign_in(Client(), password=NEW).status_code == 302
    assert sign_in(Client(), password=PASSWORD).status_code == 422


def test_changing_it_signs_out_everywhere_else(client: Client) -> None:
    elsewhere, someone = Client(), person()
    elsewhere.force_login(someone)
    client.force_login(someone)
    change(client)
    assert who(client) == "Amina@local"
    assert who(elsewhere) == ""


def test_it_needs_the_old_one(client: Client) -> None:
    client.force_login(person())
    answer = change(client, old="wrong")
    assert answer.status_code == 422
    assert "not your current password" in answer.content.decode()


def test_a_mail_leads_to_a_new_password(client: Client, mailoutbox) -> None:
    person(email="amina@example.org")
    ask(client, "Amina@Example.org")
    form = follow(client, mailoutbox[0])
    answer = client.post(form, {"password1": NEW, "password2": NEW})
    assert answer.status_code == 302
    assert sign_in(Client(), password=NEW).status_code == 302


def test_the_link_of_the_mail_works_once(client: Client, mailoutbox) -> None:
    person(email="amina@example.org")
    ask(client, "amina@example.org")
    client.post(follow(client, mailoutbox[0]), {"password1": NEW, "password2": NEW})
    again = re.search(r"http://\S+?(/accounts/\S+)", mailoutbox[0].body)[1]
    assert "used or is too old" in Client().get(again).content.decode()


def test_resetting_signs_out_everywhere(client: Client, mailoutbox) -> None:
    thief = Client()
    thief.force_login(person(email="amina@example.org"))
    ask(client, "amina@example.org")
    client.post(follow(client, mailoutbox[0]), {"password1": NEW, "password2": NEW})
    assert who(thief) == ""


def test_nobody_learns_from_the_page_who_has_an_account(client: Client, mailoutbox) -> None:
    person(email="amina@example.org")
    known, unknown = ask(client, "amina@example.org"), ask(Client(), "nobody@example.org")
    assert (known.status_code, known.headers["Location"]) == (
        unknown.status_code,
        unknown.headers["Location"],
    )
    assert [letter.to for letter in mailoutbox] == [["amina@example.org"], ["nobody@example.org"]]


def test_an_address_that_was_only_typed_opens_nothing(client: Client, mailoutbox) -> None:
    EmailAddress.objects.create(user=person(), email="typo@example.org", verified=False, primary=True)
    ask(client, "typo@example.org")
    assert "/accounts/password" not in mailoutbox[0].body


def test_a_closed_account_gets_no_link(client: Client, mailoutbox) -> None:
    person(email="amina@example.org", is_active=False)
    ask(client, "amina@example.org")
    assert "/accounts/password" not in mailoutbox[0].body


def test_the_link_leads_to_the_host_that_was_asked(client: Client, mailoutbox) -> None:
    person(email="amina@example.org")
    assert (
        client.post(
            reverse("account_reset_password"), {"email": "amina@example.org"}, HTTP_HOST="evil.example"
        ).status_code
        == 400
    )
    assert mailoutbox == []


def test_a_change_is_told_by_mail_without_an_address(client: Client, mailoutbox) -> None:
    client.force_login(person(email="amina@example.org"))
    change(client)
    assert mailoutbox[0].subject == "[Space] Your password was changed"
    assert "Amina@local" in mailoutbox[0].body
    assert "127.0.0.1" not in mailoutbox[0].body


def test_who_signed_in_long_ago_proves_it_before_changing_the_address(client: Client) -> None:
    client.force_login(person())
    answer = client.get(reverse("account_email"))
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    back = client.post(answer.headers["Location"], {"password": PASSWORD})
    assert back.headers["Location"] == reverse("account_email")
    assert client.get(back.headers["Location"]).status_code == 200


def test_no_session_holds_an_ip_address(client: Client) -> None:
    client.force_login(person())
    client.post(
        reverse("account_email"), {"email": "a@example.org", "action_add": "1"}, REMOTE_ADDR="203.0.113.7"
    )
    sign_in(Client(), REMOTE_ADDR="203.0.113.7")
    assert not any(
        "203.0.113.7" in str(Session.get_session_store_class()().decode(row.session_data))
        for row in Session.objects.all()
    )


def test_an_address_is_changed_once_the_new_one_is_proved(client: Client, mailoutbox) -> None:
    someone = person(email="old@example.org")
    sign_in(client)
    client.post(reverse("account_email"), {"email": "new@example.org", "action_add": "1"})
    someone.refresh_from_db()
    assert someone.email == "old@example.org"
    client.post(re.search(r"http://\S+?(/accounts/\S+)", mailoutbox[0].body)[1])
    someone.refresh_from_db()
    assert someone.email == "new@example.org"
    assert EmailAddress.objects.get().email == "new@example.org"


def test_one_can_do_without_an_address_again(client: Client) -> None:
    someone = person(email="old@example.org")
    sign_in(client)
    client.post(reverse("account_email"), {"email": "old@example.org", "action_remove": "1"})
    someone.refresh_from_db()
    assert someone.email == ""


def test_somebody_elses_address_gives_no_other_answer(client: Client) -> None:
    person("Lena@local", email="lena@example.org")
    person()
    sign_in(client)
    taken = client.post(reverse("account_email"), {"email": "lena@example.org", "action_add": "1"})
    free = client.post(reverse("account_email"), {"email": "free@example.org", "action_add": "1"})
    assert (taken.status_code, taken.headers["Location"]) == (free.status_code, free.headers["Location"])
