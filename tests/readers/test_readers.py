"""Every kind of reader on every address: the status that the table says, and no private byte for anybody else."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.utils.html import escape

from space.accounts.models import User
from space.testing.cast import make
from space.testing.rooms import MARKER
from space.web.errors import words_of
from tests.readers.table import PARTS, READERS, TABLE, Row
from tests.readers.world import build


def shares(count: int) -> dict[str, list[Row]]:
    """All rows in as many tests, of about the same length: making the world takes as long as asking a hundred rows."""
    shares: list[tuple[list[str], list[Row]]] = [([], []) for _ in range(count)]
    for name, rows in sorted(PARTS.items(), key=lambda part: len(part[1]), reverse=True):
        names, taken = min(shares, key=lambda share: len(share[1]))
        names.append(name)
        taken += rows
    return {" ".join(sorted(names)): rows for names, rows in shares}


SHARES = shares(6)


@pytest.fixture
def world(tmp_path, settings, topic, secret, kofi, ada, rosa, circle):
    settings.MEDIA_ROOT = tmp_path / "media"
    return build(tmp_path, topic, secret, kofi, ada, rosa, circle)


@pytest.fixture
def clients(amina, lena, kofi, rosa, ada, viktor):
    """A browser for every kind of reader, each signed in as that person."""
    people = {
        "newcomer": amina,
        "member": make("Budi Santosa"),
        "former": User.objects.get(name="Zainab Bello"),
        "outsider": lena,
        "insider": kofi,
        "moderator": rosa,
        "visitor": User.objects.get(name="Matiu Rangi"),
        "administrator": ada,
        "suspended": viktor,
    }
    browsers = {name: Client() for name in READERS}
    for name, person in people.items():
        browsers[name].force_login(person)
    return browsers


def ask(client: Client, row: Row, world):
    address = row.where(world)
    return client.get(address) if row.post is None else client.post(address, row.post)


def names_of(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from names_of(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield f"{prefix}{entry.name}"


def test_every_address_has_a_row():
    assert set(names_of(get_resolver())) == {row.name for row in TABLE}


@pytest.mark.parametrize("share", SHARES)
def test_each_reader_gets_what_the_table_says_and_nothing_private(share, world, clients):
    wrong = [
        told
        for row in SHARES[share]
        for name in READERS
        if row.concerns(name) and (told := look(row, name, clients[name], world))
    ]

    assert not wrong, "\n".join(wrong)


def look(row: Row, name: str, client: Client, world) -> str:
    """What is wrong with what this reader gets there, or nothing. Leaves no trace in the database."""
    with transaction.atomic():
        answer = ask(client, row, world)
        says = told_by(answer, row, world)
        transaction.set_rollback(True)
    if answer.status_code != row.expected(name):
        return f"{row} gives {answer.status_code} to {name}, not {row.expected(name)}"
    if MARKER in says and name not in ("insider", "visitor"):
        return f"{row} tells {name} something private"
    return ""


def told_by(answer, row: Row, world) -> str:
    """All that an answer says: body and headers, without the address that the reader asked for, and its words."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    asked = row.where(world)
    says = f"{headers}\n{body.decode(errors='replace')}".replace(asked, "").replace(asked.strip("/"), "")
    # A page of nothing offers to search for them.
    return says.replace(f'value="{escape(words_of(asked))}"', "") if answer.status_code == 404 else says


def test_what_a_page_says_does_not_depend_on_what_one_may_not_see(client, topic, request):
    pages = ["/", "/discuss/", "/discuss/categories", "/discuss.atom", "/sitemap-topics.xml"]
    before = [client.get(page).content for page in pages]
    request.getfixturevalue("secret")

    assert [client.get(page).content for page in pages] == before
