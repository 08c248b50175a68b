"""The whole dance with a wiki, as far as one process goes: out, back with a code, in."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import Session, Trust, User, WikiAccount
from space.accounts.numbers import ON_BLOCKED, Blocked
from space.accounts.tests.people import person, who
from space.administration.actions import change_setting
from space.kit import clock
from space.testing.testwiki import Visited, here, says

pytestmark = pytest.mark.django_db
TOKEN, PROFILE, API = "access_token", "resource/profile", "api.php"


def set_out(client: Client, **form: str) -> str:
    return client.post(reverse("wiki_sign_in"), form).headers["Location"]


@pytest.mark.parametrize("name", ["María José", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "ابراهيم من حلب", "Old Oak of the North"])
def test_one_is_called_as_on_the_wiki(client: Client, testwiki: Visited, name: str) -> None:
    answer = testwiki.visit(client, name, next="/discuss/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/discuss/")
    assert who(client) == name
    page = client.get(User.objects.get(name=name).get_absolute_url())
    assert name in page.content.decode()


def test_what_the_wiki_is_asked(client: Client, testwiki: Visited) -> None:
    asked = parse_qs(urlsplit(set_out(client, lang="ar")).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [testwiki.wiki.back]
    assert len(asked["state"][0]) >= 32
    client.cookies["lang"] = "ar"
    assert parse_qs(urlsplit(set_out(client)).query)["ui_locales"] == ["ar"]


def test_no_token_and_no_secret_is_kept(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "María José")
    kept = str([*WikiAccount.objects.values(), *User.objects.values(), dict(client.session)])
    assert "eyJ" not in kept
    assert "def502" not in kept
    assert "verifier" not in kept


def test_who_comes_back_is_the_same_person_also_under_a_new_name(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "María José")
    first = User.objects.get(name="María José")
    testwiki.person("María José").name = "María José de la Cruz"
    testwiki.visit(Client(), "María José de la Cruz")

    assert list(User.objects.filter(wiki__isnull=False)) == [first]
    assert User.objects.get().name == "María José de la Cruz"
    old = client.get("/people/María_José/")
    assert (old.status_code, old.headers["Location"]) == (301, User.objects.get().get_absolute_url())


def test_a_name_that_somebody_else_took_on_the_wiki_is_theirs_here_too(
    client: Client, testwiki: Visited
) -> None:
    testwiki.visit(Client(), "María José")
    before = User.objects.get()
    testwiki.person("María José").name = "Somebody Renamed"
    testwiki.add(200, "María José", edits=3)
    testwiki.visit(client, "María José")

    before.refresh_from_db()
    assert before.name == "María José@101"
    assert WikiAccount.objects.get(person__name="María José").sub == "200"
    testwiki.visit(Client(), "Somebody Renamed")
    before.refresh_from_db()
    assert before.name == "Somebody Renamed"
    assert client.get("/people/María_José/").status_code == 200


def test_the_machines_own_name_can_be_somebodys(client: Client, testwiki: Visited) -> None:
    machine = User.objects.system()
    testwiki.add(200, "Space")
    testwiki.visit(client, "Space")
    assert who(client) == "Space"
    assert User.objects.system() == machine


@pytest.mark.parametrize(
    ("name", "trust"),
    [
        ("Fresh Leaf", Trust.NEW),
        ("Kept From One Page", Trust.MEMBER),
        ("ابراهيم من حلب", Trust.MEMBER),
        ("Old Oak of the North", Trust.MEMBER),
    ],
)
def test_edits_and_days_on_the_wikis_give_trust(
    client: Client, testwiki: Visited, name: str, trust: Trust
) -> None:
    testwiki.visit(client, name)
    found = User.objects.get(name=name)
    assert (found.trust, found.trust_by_hand) == (trust, False)
    assert not client.get(reverse("account_login")).wsgi_request.reader.is_moderator


def test_who_is_blocked_on_the_whole_wiki_begins_without_trust(
    client: Client, testwiki: Visited, ada: User
) -> None:
    change_setting(ON_BLOCKED, Blocked.LET_IN, by=ada)
    testwiki.visit(client, "Kept From The Wiki")
    assert User.objects.get(name="Kept From The Wiki").trust == Trust.NEW
    testwiki.person("Kept From The Wiki").block = ""
    testwiki.visit(Client(), "Kept From The Wiki")
    assert User.objects.get(name="Kept From The Wiki").trust == Trust.BASIC


def test_names_that_differ_in_case_alone_are_two_people(client: Client, testwiki: Visited) -> None:
    testwiki.add(901, "María josé")
    testwiki.visit(client, "María José")
    testwiki.visit(other := Client(), "María josé")
    assert (who(client), who(other)) == ("María José", "María josé")
    assert User.objects.filter(name__in=["María José", "María josé"]).count() == 2


def test_trust_never_falls_by_coming_back(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "Fresh Leaf")
    User.objects.update(trust=Trust.LEADER)
    testwiki.visit(Client(), "Fresh Leaf")
    assert User.objects.get().trust == Trust.LEADER


def test_an_address_counts_only_if_it_was_proved_there_and_nobody_has_it(testwiki: Visited) -> None:
    other = person("Amina@local", email="maria.jose@example.org")
    testwiki.visit(Client(), "María José")
    assert list(EmailAddress.objects.values_list("user", flat=True)) == [other.pk]
    assert User.objects.get(name="María José").email == ""

    testwiki.visit(Client(), "ਗੁਰਪ੍ਰੀਤ ਕੌਰ")
    testwiki.says[PROFILE] = says(
        {"sub": "9", "username": "X", "email": "x@example.org", "confirmed_email": False}
    )
    testwiki.visit(Client(), "Fresh Leaf")
    assert EmailAddress.objects.count() == 1


def test_without_the_other_wikis_one_comes_in_all_the_same(client: Client, testwiki: Visited) -> None:
    testwiki.fails = {API}
    testwiki.visit(client, "María José")
    assert who(client) == "María José"
    assert WikiAccount.objects.get().edits == 120


def test_the_session_has_another_key_afterwards(client: Client, testwiki: Visited) -> None:
    way_back = testwiki.way_back(set_out(client), "María José")
    planted = client.cookies["space_session"].value
    client.get(here(way_back))
    assert client.cookies["space_session"].value != planted
    assert not Session.objects.filter(session_key=planted).exists()


@pytest.mark.parametrize(
    "away", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site(client: Client, testwiki: Visited, away: str) -> None:
    assert testwiki.visit(client, "María José", next=away).headers["Location"] == "/"


def test_a_way_back_is_good_once_in_one_browser_and_for_an_hour(client: Client, testwiki: Visited) -> None:
    way_back = here(testwiki.way_back(set_out(client), "María José"))
    assert Client().get(way_back).status_code == 400
    assert client.get(way_back).status_code == 302
    client.post(reverse("account_logout"))
    again = client.get(way_back)
    assert (again.status_code, who(client)) == (400, "")

    late = here(testwiki.way_back(set_out(client), "María José"))
    with clock.at(timezone.now() + timedelta(minutes=61)):
        assert client.get(late).status_code == 400


def test_a_code_of_somebody_else_cannot_be_slipped_in(client: Client, testwiki: Visited) -> None:
    """The code of another dance is bound to the verifier of that one."""
    foreign = parse_qs(urlsplit(testwiki.way_back(set_out(Client()), "Fresh Leaf")).query)["code"][0]
    state = parse_qs(urlsplit(set_out(client)).query)["state"][0]
    answer = client.get(reverse("wiki_back"), {"code": foreign, "state": state})
    assert (answer.status_code, who(client)) == (400, "")


def test_setting_out_needs_the_token_of_the_form(testwiki: Visited) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(reverse("wiki_sign_in")).status_code == 403
    assert strict.get(reverse("wiki_sign_in")).status_code == 405


def test_without_a_wiki_there_is_no_door(client: Client, testwiki: Visited, settings) -> None:
    with_door = client.get(reverse("account_login"))
    assert reverse("wiki_sign_in") in with_door.content.decode()
    assert "form-action 'self' https://wiki.example.org" in with_door.headers["Content-Security-Policy"]
    assert "wiki.example.org" not in client.get("/").headers["Content-Security-Policy"]
    settings.WIKI_CLIENT = ""
    for name in ("account_login", "account_signup"):
        page = client.get(reverse(name))
        assert reverse("wiki_sign_in") not in page.content.decode()
        assert "wiki" not in page.headers["Content-Security-Policy"]
    assert client.post(reverse("wiki_sign_in")).status_code == 404
    assert client.get(reverse("wiki_back")).status_code == 404
