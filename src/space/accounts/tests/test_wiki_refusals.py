"""Who does not come in by a wiki, and what they are told."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.actions import shut_account
from space.accounts.arriving.actions.waiting import decline, let_in
from space.accounts.models import Session, User, Waiting, WikiAccount
from space.accounts.numbers import NEW_ACCOUNTS, ON_BLOCKED, Blocked, NewAccounts
from space.accounts.tests.people import PASSWORD, person, sign_in, sign_up, who
from space.accounts.tests.test_coming_from_a_wiki import API, PROFILE, TOKEN, set_out
from space.accounts.wiki.actions.naming import take_name
from space.accounts.wiki.actions.refreshing import refresh_some
from space.administration.actions import change_setting
from space.kit import clock
from space.pages.demo.testwiki.wiki import Said
from space.testing.testwiki import Visited, says

pytestmark = pytest.mark.django_db


def test_who_presses_cancel_comes_back_without_a_state_and_is_told_kindly(
    client: Client, testwiki: Visited
) -> None:
    answer = testwiki.visit(client, "María José", button="cancel", next="/discuss/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "state=" not in answer.wsgi_request.get_full_path()
    assert "nothing was changed" in page
    assert 'name="next" value="/discuss/"' in page
    assert (who(client), User.objects.count()) == ("", 0)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Locked Everywhere", "locked on all wikis"),
        ("Nobody May See This", "do not show this account"),
        ("~2026-12345-67", "lasting account"),
    ],
)
def test_some_accounts_stay_out(client: Client, testwiki: Visited, name: str, words: str) -> None:
    answer = testwiki.visit(client, name)
    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert (who(client), User.objects.count()) == ("", 0)


@pytest.mark.parametrize("sub", ["0", 0, None, "", "x", "-4", [], "1" * 60])
def test_without_a_number_of_all_wikis_nobody_comes_in(
    client: Client, testwiki: Visited, sub: object
) -> None:
    testwiki.says[PROFILE] = says({"sub": sub, "username": "Somebody"})
    assert testwiki.visit(client, "Fresh Leaf").status_code == 403
    assert User.objects.count() == 0


@pytest.mark.parametrize("name", ["A/B", "..", "", None, 7, "\x00", "x" * 300])
def test_a_name_that_cannot_stand_here_is_refused(client: Client, testwiki: Visited, name: object) -> None:
    testwiki.says[PROFILE] = says({"sub": "7", "username": name})
    assert testwiki.visit(client, "Fresh Leaf").status_code == 403


def test_no_name_of_a_wiki_passes_for_one_made_here(client: Client, testwiki: Visited) -> None:
    local = person("Amina@local")
    testwiki.says[PROFILE] = says({"sub": "7", "username": "Amina@local"})
    testwiki.fails = {API}
    testwiki.visit(client, "Fresh Leaf")
    assert who(client) == "Amina@local@7"
    local.refresh_from_db()
    assert local.name == "Amina@local"


@pytest.mark.parametrize(
    ("part", "said", "status"),
    [
        (TOKEN, says({"error": "invalid_client"}, 401), 503),
        (TOKEN, says({"error": "invalid_request", "hint": "Authorization code has been revoked"}, 400), 400),
        (TOKEN, says({"error": "invalid_grant", "hint": "Failed to verify `code_verifier`."}, 400), 400),
        (TOKEN, Said(200, "<!DOCTYPE html>"), 503),
        (TOKEN, says({"access_token": ["x"]}), 503),
        (TOKEN, says(["x"]), 503),
        (PROFILE, says({"error": "access_denied", "hint": "Access token has been revoked"}, 401), 400),
        (PROFILE, Said(500, "A database query error has occurred."), 503),
        (PROFILE, Said(200, ""), 503),
    ],
)
def test_an_answer_that_is_none_signs_nobody_in(
    client: Client, testwiki: Visited, part: str, said: Said, status: int
) -> None:
    testwiki.says[part] = said
    assert testwiki.visit(client, "María José").status_code == status
    assert (who(client), User.objects.count()) == ("", 0)


@pytest.mark.parametrize("part", [TOKEN, PROFILE])
def test_a_wiki_that_is_away_is_told_of(client: Client, testwiki: Visited, part: str) -> None:
    testwiki.fails = {part}
    answer = testwiki.visit(client, "María José")
    assert answer.status_code == 503
    assert "does not answer just now" in answer.content.decode()


@pytest.mark.parametrize(
    "query", [{}, {"state": "x", "code": "y"}, {"code": "y"}, {"error": "invalid_scope"}]
)
def test_whoever_invents_a_way_back_begins_again(
    client: Client, testwiki: Visited, query: dict[str, str]
) -> None:
    set_out(client)
    assert client.get(reverse("wiki_back"), query).status_code == 400
    assert Client().get(reverse("wiki_back"), query).status_code == 400
    assert testwiki.asked == []


def test_a_block_from_one_page_changes_nothing(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "Kept From One Page")
    assert who(client) == "Kept From One Page"
    assert not WikiAccount.objects.get().blocked


@pytest.mark.parametrize("fails", [set(), {API}])
@pytest.mark.parametrize(
    ("then", "comes_in", "waits"),
    [(Blocked.LET_IN, True, False), (Blocked.APPROVAL, False, True), (Blocked.REFUSE, False, False)],
)
def test_what_a_block_from_the_whole_wiki_means_is_a_setting(
    client: Client, testwiki: Visited, ada: User, then: str, comes_in: bool, waits: bool, fails: set[str]
) -> None:
    change_setting(ON_BLOCKED, then, by=ada)
    testwiki.fails = fails
    testwiki.visit(client, "Kept From The Wiki")
    assert bool(who(client)) is comes_in
    assert Waiting.objects.filter(why=Waiting.Why.BLOCKED).exists() is waits


@pytest.mark.parametrize("way", ["wiki", "here"])
def test_where_each_new_account_is_looked_at_who_waits_is_told_so(
    client: Client, testwiki: Visited, ada: User, way: str
) -> None:
    change_setting(NEW_ACCOUNTS, NewAccounts.APPROVAL, by=ada)
    answer = testwiki.visit(client, "María José") if way == "wiki" else sign_up(client, "Amina")
    page = client.get(answer.headers["Location"]).content.decode()
    assert "Your account waits" in page
    newcomer = Waiting.objects.get().person
    assert who(client) == ""
    assert Client().get(newcomer.get_absolute_url()).status_code == 404
    assert "Your account waits" not in Client().get(answer.headers["Location"]).content.decode()

    decline(newcomer, "We know nobody of this name.")
    if way == "here":
        sign_in(client, "Amina", PASSWORD)
        page = client.get(answer.headers["Location"]).content.decode()
        assert "We know nobody of this name." in page
    let_in(newcomer)
    if way == "here":
        assert sign_in(client, "Amina", PASSWORD).status_code == 302
    else:
        testwiki.visit(client, "María José")
    assert who(client) == newcomer.name


def test_a_shut_account_does_not_open_again_nor_get_its_name_back(client: Client, testwiki: Visited) -> None:
    testwiki.visit(client, "María José")
    someone = take_name(User.objects.get(), "Somebody who left@local")
    shut_account(someone)
    answer = testwiki.visit(client, "María José")
    assert "Nobody can sign in with it" in client.get(answer.headers["Location"]).content.decode()
    with clock.at(timezone.now() + timedelta(days=8)):
        assert refresh_some() == 0
    assert (who(client), User.objects.get().name) == ("", "Somebody who left@local")


def test_who_is_locked_meanwhile_is_out_of_every_session_and_every_way_in(
    client: Client, testwiki: Visited
) -> None:
    testwiki.visit(client, "María José")
    someone = User.objects.get()
    someone.set_password(PASSWORD)
    someone.save()
    testwiki.person("María José").locked = True
    assert testwiki.visit(Client(), "María José").status_code == 403
    assert not Session.objects.filter(user=someone).exists()
    answer = sign_in(client, "María José")
    assert who(client) == ""
    assert "locked on all wikis" in client.get(answer.headers["Location"]).content.decode()

    testwiki.person("María José").locked = False
    testwiki.visit(client, "María José")
    assert who(client) == "María José"
