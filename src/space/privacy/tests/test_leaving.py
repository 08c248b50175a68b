"""Who leaves is out at once and finds the way back for two weeks; who holds something alone hands it over first."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.accounts.models import User
from space.accounts.personal import Way
from space.accounts.tests.people import person, sign_in, who
from space.groups.actions import admit
from space.groups.models import Role
from space.kit import clock
from space.notifications.models import Letter
from space.privacy.actions import erase_some, leave
from space.privacy.models import Farewell

pytestmark = pytest.mark.django_db
_YES = {"way": "name", "sure": "on"}


def test_one_leaves_on_the_page_and_comes_back_by_signing_in(client):
    someone = person(about="I was here")
    sign_in(client)
    assert client.post(reverse("privacy:leave"), {"way": "name"}).status_code == 422
    assert "closed" in client.post(reverse("privacy:leave"), _YES).content.decode()
    assert who(client) == ""
    assert sign_in(client).url == reverse("privacy:back")
    assert who(client) == ""
    client.post(reverse("privacy:back"))
    assert not Farewell.objects.exists()
    assert client.post(reverse("privacy:back")).status_code == 404
    sign_in(client)
    assert who(client) == someone.name
    assert User.objects.get(pk=someone.pk).about == "I was here"


def test_a_wrong_password_does_not_tell_that_an_account_is_leaving(client):
    leave(person(), Way.NAME)
    answer = sign_in(client, password="not this one at all")
    assert answer.status_code == 422
    assert client.get(reverse("privacy:back")).status_code == 404


def test_the_link_of_the_mail_leads_back_once(client):
    someone = person(email="amina@example.org")
    farewell = leave(someone, Way.WORDS)
    letter = bytes(Letter.objects.get(recipients=["amina@example.org"]).mime).decode()
    link = letter.replace("=\n", "").split("open this page before then: ")[1].split()[0]
    path = "/" + link.split("/", 3)[3]
    assert client.get(path).status_code == 200
    assert not User.objects.get(pk=someone.pk).is_active
    assert client.get(path[:-3] + "xx/").status_code == 404
    client.post(path)
    assert User.objects.get(pk=someone.pk).is_active
    assert client.post(path).status_code == 404
    assert not Farewell.objects.filter(pk=farewell.pk).exists()


def test_once_erasing_has_begun_there_is_no_way_back(client):
    someone = person()
    farewell = leave(someone, Way.NAME)
    with clock.at(farewell.due_at + timedelta(minutes=1)):
        erase_some(farewell.pk)
    assert sign_in(client).status_code == 422


def test_the_only_administrator_and_the_only_owner_hand_over_first(client, ada, kofi, circle, lena):
    admit(circle, kofi, role=Role.OWNER)
    admit(circle, lena)
    for one in (ada, kofi):
        client.force_login(one)
        session = client.session
        session["account_authentication_methods"] = [{"method": "password", "at": 2e9 * 2}]
        session["account_authentication_methods_user"] = str(one.pk)
        session.save()
        assert "only" in client.get(reverse("privacy:leave")).content.decode()
        assert client.post(reverse("privacy:leave"), _YES).status_code == 422
    admit(circle, lena, role=Role.OWNER)
    assert leave(kofi, Way.NAME)
