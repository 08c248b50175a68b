"""A session brings its person and all roles along, in one query; whoever is out is out at once."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from space.accounts.actions import shut_account
from space.accounts.models import Session, User
from space.accounts.sessions import SessionStore
from space.accounts.tests.people import person, sign_in, who

pytestmark = pytest.mark.django_db


def test_session_person_and_roles_are_one_query(
    client: Client, rosa: User, django_assert_num_queries
) -> None:
    client.force_login(rosa)
    key = client.cookies["space_session"].value
    with django_assert_num_queries(1):
        store = SessionStore(key)
        store.get("_")
        user, reader = store.person()
    assert (user.pk, reader.is_moderator, reader.name) == (rosa.pk, True, rosa.name)


def test_a_reader_without_a_session_costs_no_query(
    client: Client, hearing, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0):
        client.get(reverse("account_login"))


def test_a_session_that_never_was_is_nobody(client: Client) -> None:
    client.cookies["space_session"] = "neverneverneverneverneverneverne"
    assert who(client) == ""


def test_a_closed_account_is_signed_out_at_once(client: Client) -> None:
    someone = person()
    sign_in(client)
    shut_account(someone)
    assert who(client) == ""
    assert not Session.objects.filter(user=someone).exists()


def test_an_account_that_is_only_marked_inactive_is_signed_out_too(client: Client) -> None:
    person()
    sign_in(client)
    User.objects.update(is_active=False)
    assert who(client) == ""


def test_the_session_of_one_cannot_be_pointed_at_another(client: Client) -> None:
    person()
    other = person("Lena@local")
    sign_in(client)
    store = SessionStore(client.cookies["space_session"].value)
    store.load()
    row = Session.objects.get()
    Session.objects.update(
        session_data=store.encode({**store.decode(row.session_data), SESSION_KEY: str(other.pk)})
    )
    assert who(client) == ""


def test_the_row_of_a_session_names_its_person(client: Client) -> None:
    someone = person()
    sign_in(client)
    assert Session.objects.get().user == someone


def test_a_suspended_person_reads_on_but_is_no_member(client: Client, viktor: User) -> None:
    client.force_login(viktor)
    reader = client.get(reverse("account_logout")).wsgi_request.reader
    assert (reader.is_authenticated, reader.is_member, reader.groups) == (True, False, frozenset())
