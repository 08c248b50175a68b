"""The test wiki without a network: a browser's way there and back, and what we ask it meanwhile."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.wiki import door, standing
from space.kit import outgoing
from space.kit.outgoing import Answer, NoAnswer, Why
from space.pages.demo.testwiki.people import Account
from space.pages.demo.testwiki.wiki import Asked, Said, TestWiki

ORIGIN = "https://wiki.example.org"


class Visited:
    """A wiki as our tests visit it. `fails` names parts of addresses that do not answer; `says` others' answers."""

    def __init__(self, wiki: TestWiki) -> None:
        self.wiki = wiki
        self.fails: set[str] = set()
        self.says: dict[str, Said] = {}
        self.asked: list[str] = []

    def person(self, name: str) -> Account:
        return next(one for one in self.wiki.people.values() if one.name == name)

    def add(self, sub: int, name: str, **more: Any) -> Account:
        self.wiki.people[str(sub)] = one = Account(sub, name, **more)
        return one

    def ask(self, url: str, *, form: dict[str, str] | None = None, bearer: str = "", **bounds: Any) -> Answer:
        return self._answered(Asked("GET" if form is None else "POST", url, form or {}, bearer))

    def get(self, url: str, **bounds: Any) -> Answer:
        return self._answered(Asked("GET", url))

    def _answered(self, asked: Asked) -> Answer:
        assert asked.url.startswith(ORIGIN), f"nothing is recorded for {asked.url}"
        self.asked.append(asked.url)
        if any(part in asked.url for part in self.fails):
            raise NoAnswer(Why.UNREACHABLE)
        said = next((said for part, said in self.says.items() if part in asked.url), None)
        said = said or self.wiki.answer(asked)
        return Answer(said.status, asked.url, {"content-type": said.content_type}, said.body.encode())

    def way_back(self, leads_to: str, name: str, *, button: str = "accept") -> str:
        """Where a browser ends up that goes there, logs in as this one and presses the button."""
        number = str(self.person(name).sub)
        there = self.wiki.answer(Asked("GET", leads_to))
        for pressed in ({"account": number}, {button: "1"}):
            form = {"returntoquery": _of(there.location)["returntoquery"], **pressed}
            there = self.wiki.answer(Asked("POST", f"{ORIGIN}/w/index.php", form))
            if not there.location.startswith(self.wiki.back):
                there = self.wiki.answer(Asked("GET", there.location, cookie=number))
        return there.location

    def visit(
        self, client: Client, name: str, *, button: str = "accept", way: str = "wiki_sign_in", **form: str
    ) -> Any:
        """The whole dance: our button, the wiki, and back. Gives our last answer."""
        leads_to = client.post(reverse(way), form).headers["Location"]
        return client.get(here(self.way_back(leads_to, name, button=button)))


def here(address: str) -> str:
    """Path and query of an address of ours, for a test client."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def _of(address: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture
def testwiki(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visited]:
    """The door to the test wiki is open. Asking it for what it does not know fails the test."""
    settings.WIKI, settings.WIKI_CLIENT, settings.WIKI_SECRET = ORIGIN, "c" * 32, "5" * 40
    visited = Visited(TestWiki(door.back(), "c" * 32, "5" * 40, origin=ORIGIN))
    monkeypatch.setattr(outgoing, "ask", visited.ask)
    monkeypatch.setattr(outgoing, "get", visited.get)
    standing.forget()
    yield visited
    standing.forget()


def says(told: Any, status: int = 200) -> Said:
    return Said(status, json.dumps(told))
