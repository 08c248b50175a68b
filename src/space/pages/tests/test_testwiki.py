"""The test wiki says what a true one was heard to say, in its shape, and nothing that it does not know."""

import json
import os
import threading
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.tests.people import who
from space.accounts.wiki import door, standing
from space.pages.demo.testwiki.server import serving
from space.pages.demo.testwiki.wiki import WAY_BACK, Asked, NotRecorded, Said, TestWiki
from space.testing.testwiki import Visited, here

pytestmark = pytest.mark.django_db
TOKEN = "/w/rest.php/oauth2/access_token"
PROFILE = "/w/rest.php/oauth2/resource/profile"


def test_what_it_does_not_know_it_does_not_answer(testwiki: Visited) -> None:
    for url in ("/w/api.php?action=query&list=recentchanges", "/w/rest.php/oauth2/client", "/wiki/Main_Page"):
        with pytest.raises(NotRecorded):
            testwiki.wiki.answer(Asked("GET", url))


def test_the_way_back_of_the_demo_is_ours(settings: Any) -> None:
    assert door.back() == f"{settings.ORIGIN}{WAY_BACK}"


def recorded() -> dict[str, Any]:
    folder = os.environ.get("SPACE_TEST_DATA")
    file = Path(folder or "/nowhere") / "mediawiki" / "fixtures.json"
    if not file.exists():
        pytest.skip("set SPACE_TEST_DATA to a folder with mediawiki/fixtures.json")
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def shape(said: Any) -> Any:
    """Names and types; of errors also which they are."""
    if not isinstance(said, dict):
        return type(said).__name__
    told = {key: said[key] for key in ("error", "hint") if key in said}
    return {key: told.get(key, shape(value)) for key, value in said.items()}


def test_its_answers_have_the_shape_of_recorded_ones(client: Client, testwiki: Visited) -> None:
    heard = recorded()
    wiki = testwiki.wiki
    back = testwiki.way_back(client.post(reverse("wiki_sign_in")).headers["Location"], "María José")
    refused = testwiki.way_back(
        client.post(reverse("wiki_sign_in")).headers["Location"], "María José", button="cancel"
    )
    code = parse_qs(urlsplit(back).query)["code"][0]
    step = next(iter(client.session["wiki"].values()))
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": wiki.back,
        "client_id": wiki.client,
        "client_secret": wiki.secret,
        "code_verifier": step["verifier"],
    }
    token = wiki.answer(Asked("POST", TOKEN, form))
    bearer = json.loads(token.body)["access_token"]
    pairs = {
        "oauth_token_ok": token,
        "oauth_token_code_reused": wiki.answer(Asked("POST", TOKEN, form)),
        "oauth_token_garbage_code": wiki.answer(Asked("POST", TOKEN, form | {"code": "y"})),
        "oauth_token_bad_secret": wiki.answer(Asked("POST", TOKEN, form | {"client_secret": "x"})),
        "oauth_profile_authonlyprivate": wiki.answer(Asked("GET", PROFILE, bearer=bearer)),
        "oauth_profile_bad_bearer": wiki.answer(Asked("GET", PROFILE, bearer="x")),
        "oauth_profile_revoked": wiki.answer(Asked("GET", PROFILE, bearer="a.b.c")),
    }
    for name, said in pairs.items():
        assert (said.status, shape(json.loads(said.body))) == (
            heard[name]["status"],
            shape(heard[name]["body"]),
        ), name
    for ours, name in ((back, "oauth_callback_ok"), (refused, "oauth_callback_denied")):
        assert set(parse_qs(urlsplit(ours).query)) == set(parse_qs(urlsplit(heard[name]["location"]).query))
    kind = {key.lower(): value for key, value in heard["oauth_profile_authonlyprivate"]["headers"].items()}
    assert pairs["oauth_profile_authonlyprivate"].content_type == kind["content-type"]


def test_over_a_true_line_too(client: Client, settings: Any) -> None:
    """As in the demo: a port of this machine, reached by the one way out, because its operator named it."""
    wiki = TestWiki(door.back(), "c" * 32, "5" * 40)
    server = serving(wiki, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        place = f"localhost:{server.server_port}"
        settings.WIKI, settings.WIKI_CLIENT, settings.WIKI_SECRET = f"http://{place}", "c" * 32, "5" * 40
        standing.forget()
        visited = Visited(wiki)
        leads_to = client.post(reverse("wiki_sign_in")).headers["Location"]
        way_back = here(visited.way_back(leads_to, "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"))
        settings.PRIVATE_HOSTS = []
        assert client.get(way_back).status_code == 503
        assert User.objects.count() == 0

        settings.PRIVATE_HOSTS = [place]
        leads_to = client.post(reverse("wiki_sign_in")).headers["Location"]
        assert client.get(here(visited.way_back(leads_to, "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"))).status_code == 302
        assert who(client) == "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"
    finally:
        server.shutdown()
        server.server_close()
        standing.forget()


def test_a_wrong_consumer_never_sends_anybody_back(testwiki: Visited) -> None:
    """As MediaWiki does: it says so on a page of its own."""
    for wrong in ("client_id=x", f"client_id={testwiki.wiki.client}&redirect_uri=https://evil.example/"):
        said: Said = testwiki.wiki.answer(
            Asked("GET", f"/w/rest.php/oauth2/authorize?response_type=code&{wrong}")
        )
        assert (said.status, said.location) == (200, "")
        assert "Connection Error" in said.body
