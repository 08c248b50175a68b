"""An account of a wiki on one that was made here, what is shown of it, and off again."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import FormerName, Session, User, WikiAccount
from space.accounts.tests.people import PASSWORD, person, sign_in, sign_up, who
from space.accounts.tests.test_coming_from_a_wiki import API
from space.accounts.tests.test_second_factor import SECRET
from space.accounts.wiki.actions.refreshing import refresh_some
from space.accounts.wiki.panels import rounded
from space.kit import clock
from space.pages.demo.testwiki.wiki import Said
from space.testing.testwiki import Visited, here

pytestmark = pytest.mark.django_db
PAGE = "/preferences/wiki/"


def linked(client: Client, testwiki: Visited, name: str = "María José") -> User:
    person()
    sign_in(client)
    assert testwiki.visit(client, name, way="wiki_link").headers["Location"] == PAGE
    return User.objects.get(name=name)


def test_whoever_links_is_called_as_on_the_wiki_and_old_links_lead_on(
    client: Client, testwiki: Visited
) -> None:
    someone = linked(client, testwiki)
    assert (User.objects.get().pk, who(client)) == (someone.pk, "María José")
    assert someone.skeleton == ""
    old = Client().get("/people/Amina@local/")
    assert (old.status_code, old.headers["Location"]) == (301, someone.get_absolute_url())
    assert sign_in(Client(), "María José").status_code == 302
    testwiki.visit(other := Client(), "María José")
    assert who(other) == "María José"


def test_a_former_name_is_nobodys_to_take(client: Client, testwiki: Visited) -> None:
    linked(client, testwiki)
    assert sign_up(Client(), "Amina").status_code == 422
    assert sign_up(Client(), "Аmina").status_code == 422


def test_linking_needs_a_fresh_proof(client: Client, testwiki: Visited) -> None:
    client.force_login(person())
    answer = client.post(reverse("wiki_link"))
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert Client().post(reverse("wiki_link")).headers["Location"].startswith(reverse("account_login"))


def test_two_accounts_are_never_made_into_one(client: Client, testwiki: Visited) -> None:
    testwiki.visit(Client(), "María José")
    person()
    sign_in(client)
    answer = testwiki.visit(client, "María José", way="wiki_link")
    assert answer.status_code == 409
    assert "has its own page here already" in answer.content.decode()
    assert who(client) == "Amina@local"
    testwiki.visit(client, "Fresh Leaf", way="wiki_link")
    assert testwiki.visit(client, "Old Oak of the North", way="wiki_link").status_code == 409
    assert who(client) == "Fresh Leaf"


def test_a_link_that_one_began_is_not_finished_by_another(client: Client, testwiki: Visited) -> None:
    person()
    sign_in(client)
    way_back = here(testwiki.way_back(client.post(reverse("wiki_link")).headers["Location"], "María José"))
    client.post(reverse("account_logout"))
    person("Lena@local")
    sign_in(client, "Lena")
    assert client.get(way_back).status_code == 400
    assert not WikiAccount.objects.exists()


def test_the_second_proof_is_asked_for_after_the_wiki_too(client: Client, testwiki: Visited) -> None:
    TOTP.activate(linked(client, testwiki), SECRET)
    answer = testwiki.visit(other := Client(), "María José")
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert who(other) == ""


def test_only_who_has_another_way_in_unlinks_and_gets_a_name_of_ours(
    client: Client, testwiki: Visited
) -> None:
    testwiki.visit(client, "María José")
    assert "no other way in" in client.get(PAGE).content.decode()
    assert client.post(reverse("wiki_unlink"), {"name": "Amina"}).status_code == 403

    someone = User.objects.get()
    someone.set_password(PASSWORD)
    someone.save()
    client = Client()
    sign_in(client, "María José")
    assert client.post(reverse("wiki_unlink"), {"name": "a/b"}).status_code == 422
    assert client.post(reverse("wiki_unlink"), {"name": "Amina"}).headers["Location"] == PAGE
    assert who(client) == "Amina@local"
    assert Client().get("/people/María_José/").headers["Location"] == "/people/Amina@local/"

    testwiki.visit(Client(), "María José")
    assert User.objects.get(name="María José") != someone
    assert Client().get("/people/María_José/").status_code == 200
    assert not FormerName.objects.filter(name="María José").exists()


def test_one_goes_back_to_the_name_that_was_ones_own(client: Client, testwiki: Visited) -> None:
    linked(client, testwiki)
    assert client.post(reverse("wiki_unlink"), {"name": "Amina"}).status_code == 302
    assert who(client) == "Amina@local"
    assert client.get("/people/Amina@local/").status_code == 200


def test_who_comes_in_by_the_wiki_alone_proves_it_by_the_wiki(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "María José")
    assert client.get(reverse("account_set_password")).status_code == 200
    session = client.session
    session["account_authentication_methods"][-1]["at"] -= 3600
    session.save()
    asked = client.get(reverse("account_set_password"))
    assert asked.headers["Location"].startswith(reverse("wiki_prove"))
    assert "Ask the wiki" in client.get(asked.headers["Location"]).content.decode()

    wrong = testwiki.visit(client, "Fresh Leaf", way="wiki_prove", next="/accounts/password/set/")
    assert wrong.status_code == 403
    assert client.get(reverse("account_set_password")).status_code == 302
    right = testwiki.visit(client, "María José", way="wiki_prove", next="/accounts/password/set/")
    assert right.headers["Location"] == "/accounts/password/set/"
    assert client.get(reverse("account_set_password")).status_code == 200
    assert who(client) == "María José"


@pytest.mark.parametrize(("edits", "told"), [(0, 0), (9, 9), (87, 87), (643, 640), (12_345, 12_000)])
def test_edits_are_told_by_two_digits(edits: int, told: int) -> None:
    assert rounded(edits) == told


def test_everybody_sees_the_same_few_facts(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "Old Oak of the North")
    for page in ("/people/Old_Oak_of_the_North/", PAGE):
        text = re.sub(r"\s+", " ", client.get(page).content.decode())
        assert "98,000" in text
        assert "global-rollbacker" in text
        assert "https://sv.wikipedia.org/wiki/User:Old_Oak_of_the_North" in text


def test_once_a_week_the_wikis_are_asked_and_renames_and_locks_followed(
    client: Client, testwiki: Visited
) -> None:
    testwiki.visit(client, "María José")
    testwiki.visit(Client(), "Fresh Leaf")
    testwiki.asked.clear()
    refresh_some()
    assert testwiki.asked == []

    testwiki.person("María José").locked = True
    testwiki.person("Fresh Leaf").name = "Green Leaf"
    with clock.at(timezone.now() + timedelta(days=8)):
        assert refresh_some() == 2
        assert refresh_some() == 0
    assert User.objects.filter(name="Green Leaf").exists()
    assert WikiAccount.objects.get(name="María José").locked
    assert (who(client), Session.objects.filter(user__name="María José").exists()) == ("", False)


def test_a_wiki_that_asks_for_patience_is_left_alone(client: Client, testwiki: Visited, monkeypatch) -> None:
    for name in ("María José", "Fresh Leaf"):
        testwiki.visit(Client(), name)
    testwiki.says[API] = Said(429, "")
    testwiki.asked.clear()
    with clock.at(timezone.now() + timedelta(days=8)):
        assert refresh_some() == 0
    assert len(testwiki.asked) == 1
    testwiki.visit(client, "María José")
    assert who(client) == "María José"


def test_one_can_have_the_wikis_asked_now(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "Fresh Leaf")
    testwiki.person("Fresh Leaf").edits = 77
    client.post(reverse("wiki_refresh"))
    assert WikiAccount.objects.get().edits == 77
    testwiki.fails = {API}
    page = client.post(reverse("wiki_refresh"), follow=True).content.decode()
    assert "does not answer" in page
