"""Who links an account of the wikis takes its name. Every address and every habit with the old one leads on."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.converters import PathConverter, SlugConverter, StringConverter

from space.accounts.models import Trust, User
from space.accounts.readers import reader_of
from space.accounts.wiki.actions.naming import take_name
from space.discuss.actions import write_reply
from space.discuss.arranging.moderator_form import person_named
from space.discuss.models import Level
from space.discuss.searching.operators import BY
from space.messages.forms import RecipientsField
from space.moderation.models import LogEntry
from space.testing.cast import make

OLD, NEW = "Nia@local", "ਨੀਆ ਕੌਰ"
PASSWORD = "seven blue lanterns"
# Of tags, settings and files; those of people are found by it.
OTHERS = (
    "discuss:tag",
    "administration:",
    "uploads:file",
    "uploads:preview",
    "uploads:size",
    "community:",
    "demo:",
)


@pytest.fixture
def nia(db: None) -> User:
    """Came with a password, and has linked an account since."""
    person = make(OLD, trust=Trust.BASIC)
    person.set_password(PASSWORD)
    person.picture = f"/uploads/people/{'0' * 32}/"
    person.save()
    return take_name(person, NEW)


def addresses(resolver: Any, prefix: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every address with the name of a person in it, and what else it takes."""
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from addresses(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        elif _is_of_a_person(entry.pattern.converters.get("name"), f"{prefix}{entry.name}"):
            more = {"order": "latest", "shape": "atom"}
            yield f"{prefix}{entry.name}", {k: v for k, v in more.items() if k in entry.pattern.converters}


def _is_of_a_person(converter: Any, name: str) -> bool:
    """Slugs are of things that we name ourselves."""
    is_word = isinstance(converter, StringConverter | PathConverter)
    return is_word and not isinstance(converter, SlugConverter) and not name.startswith(OTHERS)


ALL = sorted(addresses(get_resolver()), key=lambda one: one[0])


def test_there_are_such_addresses() -> None:
    assert {"accounts:person", "discuss:by", "discuss:by_feed", "messages:block"} <= {name for name, _ in ALL}


@pytest.mark.parametrize(("name", "more"), ALL, ids=[name for name, _ in ALL])
def test_an_old_address_leads_to_the_same_page(
    client: Client, nia: User, ada: User, name: str, more: dict[str, str]
) -> None:
    client.force_login(ada)
    new = reverse(name, kwargs={"name": NEW.replace(" ", "_"), **more})
    answer = client.get(reverse(name, kwargs={"name": OLD, **more}), {"lang": "en"}, follow=True)
    assert answer.status_code == client.get(new, {"lang": "en"}, follow=True).status_code == 200
    if answer.redirect_chain:
        assert answer.redirect_chain[0][0].partition("?")[0] == new
    assert NEW in answer.content.decode()


def test_what_is_sent_to_an_old_address_arrives(client: Client, nia: User, rosa: User) -> None:
    client.force_login(rosa)
    old = reverse("moderation:trust", args=[OLD])
    assert client.post(old, {"trust": "2", "reason": "She helps."}, follow=True).status_code == 200
    assert LogEntry.objects.filter(thing_id=nia.pk).exists()


@pytest.mark.parametrize("name", ["discuss:by", "review:flag_person", "messages:block"])
def test_a_name_that_nobody_ever_had_is_not_found(client: Client, nia: User, ada: User, name: str) -> None:
    client.force_login(ada)
    assert client.get(reverse(name, args=["Nobody_at_all"])).status_code == 404


def test_old_habits_lead_to_her(client: Client, nia: User, topic: Any, kofi: User, ada: User) -> None:
    reader = reader_of(kofi)
    assert BY.read([OLD], reader)[OLD].means == nia.pk
    assert person_named("Nia") == nia
    to = RecipientsField()
    to.reader = reader
    assert to.clean(f"@{OLD}, @{NEW}").people == (nia,)
    post = write_reply(topic, by=kofi, text=f"As @{OLD} said.")
    assert f'href="{nia.get_absolute_url()}"' in post.html

    client.force_login(kofi)
    client.post(reverse("discuss:follow"), {"person": OLD, "level": str(Level.WATCHING.value)})
    assert kofi.follows.filter(other=nia).exists()


def test_she_signs_in_under_the_name_she_was_used_to(client: Client, nia: User) -> None:
    for typed in ("Nia", OLD, NEW):
        assert client.login(username=typed, password=PASSWORD)


def test_who_takes_the_name_on_the_wiki_has_its_addresses(client: Client, nia: User) -> None:
    other = make("Somebody")
    take_name(nia, "Nia K.")
    take_name(other, NEW)
    page = client.get(reverse("discuss:by", args=[NEW.replace(" ", "_")]))
    assert page.status_code == 200
    assert "Nia K." not in page.content.decode()
