"""Who is here invites others, a few, and only staff learns who came with whose invitation."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse

from space.accounts.arriving.actions.inviting import end_invitation, invite_by_link, path_of, use
from space.accounts.models import Arrival, Invitation, User
from space.accounts.numbers import INVITATIONS_A_DAY, NEW_ACCOUNTS, NewAccounts
from space.accounts.tests.people import PASSWORD, who
from space.administration.actions import change_setting
from space.kit import clock
from space.testing.testwiki import Visited

pytestmark = pytest.mark.django_db
PAGE = "/invitations/"


def come(invitation: Invitation, name: str = "Mirembe", client: Client | None = None):
    client = client or Client()
    return client.post(path_of(invitation), {"username": name, "password1": PASSWORD})


def make_link(client: Client, **more: str):
    return client.post(PAGE, {"link-days": "7", "link-people": "2", "link-note": "", **more})


def test_a_member_makes_a_link_and_finds_it_on_the_page(client: Client, lena: User) -> None:
    client.force_login(lena)
    assert make_link(client, **{"link-note": "Friends of the museum"}).status_code == 302
    page = client.get(PAGE).content.decode()
    assert path_of(Invitation.objects.get()) in page
    assert "Friends of the museum" in page


def test_where_nobody_comes_without_it_a_link_opens_the_door(client: Client, lena: User, ada: User) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.INVITATION, by=ada)
    assert "by invitation" in client.get(reverse("account_signup")).content.decode()
    refused = client.post(reverse("account_signup"), {"username": "Mirembe", "password1": PASSWORD})
    assert (refused.status_code, User.objects.filter(name="Mirembe@local").exists()) == (422, False)

    link = invite_by_link(by=lena, days=7, people=1)
    assert "You are invited" in client.get(path_of(link)).content.decode()
    assert come(link, client=client).status_code == 302
    assert who(client) == "Mirembe@local"


def test_a_link_is_good_for_so_many_people_and_days_and_until_it_is_taken_back(lena: User, ada: User) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.INVITATION, by=ada)
    once, other = (invite_by_link(by=lena, days=7, people=1) for _ in range(2))
    assert come(once).status_code == 302
    assert come(once, "Nakato").status_code == 422
    with clock.at(clock.now() + timedelta(days=8)):
        assert "used up, too old" in Client().get(path_of(other)).content.decode()
    end_invitation(other.pk, by=ada)
    assert "You are invited" in Client().get(path_of(other)).content.decode()
    end_invitation(other.pk, by=lena)
    assert come(other, "Nakato").status_code == 422


def test_an_unknown_key_and_a_spent_one_get_the_same_answer(client: Client, lena: User) -> None:
    spent = invite_by_link(by=lena, days=7, people=1)
    end_invitation(spent.pk, by=lena)
    one = client.get(path_of(spent)).content.decode()
    other = client.get(reverse("account_invited", args=["x" * len(spent.key)])).content.decode()
    assert "used up, too old" in one
    assert (
        one.replace(spent.key, "x" * len(spent.key)).split("<main")[1].split("csrf")[0]
        == (other.split("<main")[1].split("csrf")[0])
    )


def test_a_link_does_not_say_whose_it_is_but_moderators_find_out(
    client: Client, lena: User, kofi: User, rosa: User
) -> None:
    link = invite_by_link(by=lena, days=7, people=1)
    assert lena.name not in client.get(path_of(link)).content.decode()
    come(link)
    page = User.objects.get(name="Mirembe@local").get_absolute_url()
    client.force_login(kofi)
    assert lena.name not in client.get(page).content.decode()
    client.force_login(rosa)
    assert lena.name in client.get(page).content.decode()


def test_a_mail_invites_one_person_and_its_address_is_not_kept(
    client: Client, lena: User, mailoutbox
) -> None:
    client.force_login(lena)
    client.post(PAGE, {"address": "mirembe@example.org", "note": "From the workshop"})
    made = Invitation.objects.get()
    assert mailoutbox[0].to == ["mirembe@example.org"]
    assert path_of(made) in mailoutbox[0].body
    assert lena.name in mailoutbox[0].subject
    assert made.uses_left == 1
    assert "mirembe" not in str(list(Invitation.objects.values())).lower()


def test_an_address_that_has_an_account_gives_no_other_answer(client: Client, lena: User, mailoutbox) -> None:
    User.objects.create(name="Known@local", email="known@example.org")
    client.force_login(lena)
    known = client.post(PAGE, {"address": "known@example.org", "note": ""}, follow=True)
    unknown = client.post(PAGE, {"address": "nobody@example.org", "note": ""}, follow=True)
    assert known.status_code == unknown.status_code == 200
    assert len(mailoutbox) == 2


def test_newcomers_and_who_is_suspended_invite_nobody(client: Client, amina: User, viktor: User) -> None:
    for person in (amina, viktor):
        client.force_login(person)
        assert make_link(client).status_code == 403
    assert not Invitation.objects.exists()


def test_there_are_so_many_in_a_day_and_what_was_typed_stays(client: Client, lena: User, ada: User) -> None:
    change_setting(INVITATIONS_A_DAY, 1, by=ada)
    client.force_login(lena)
    make_link(client)
    answer = make_link(client, **{"link-note": "Another one"})
    assert answer.status_code == 422
    assert "Another one" in answer.content.decode()
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(("people", "wide", "status"), [("11", "", 422), ("40", "on", 422), ("10", "", 302)])
def test_a_member_opens_no_door_for_a_whole_room(
    client: Client, lena: User, people: str, wide: str, status: int
) -> None:
    client.force_login(lena)
    more = {"link-people": people} | ({"link-is_wide": wide} if wide else {})
    assert make_link(client, **more).status_code == status
    assert not Invitation.objects.filter(is_wide=True).exists()


def test_who_is_gone_lets_nobody_in(lena: User, ada: User) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.INVITATION, by=ada)
    link = invite_by_link(by=lena, days=7, people=1)
    User.objects.filter(pk=lena.pk).update(is_active=False)
    assert come(link).status_code == 422


def test_somebody_from_a_wiki_needs_an_invitation_too(
    client: Client, testwiki: Visited, lena: User, ada: User
) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.INVITATION, by=ada)
    assert "by invitation" in testwiki.visit(client, "María José").content.decode()
    assert not User.objects.filter(name="María José").exists()
    link = invite_by_link(by=lena, days=7, people=1)
    testwiki.visit(client, "María José", invitation=link.key)
    assert who(client) == "María José"
    assert Arrival.objects.get().invitation == link
    # Who is here already comes in as before.
    testwiki.visit(Client(), "María José")


@pytest.mark.django_db(transaction=True)
def test_of_many_who_use_the_last_place_at_once_one_comes_in(lena: User) -> None:
    link = invite_by_link(by=lena, days=7, people=1)
    together, came = Barrier(6), []

    def try_it() -> None:
        together.wait()
        try:
            use(link)
            came.append(1)
        except ValidationError:
            pass
        finally:
            connection.close()

    everybody = [Thread(target=try_it) for _ in range(6)]
    for one in everybody:
        one.start()
    for one in everybody:
        one.join()
    assert len(came) == 1
