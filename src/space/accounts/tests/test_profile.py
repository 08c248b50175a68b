"""Everybody can see a person's page; it says what they said, and nothing they did not."""

import pytest
from django.test import Client

from space.accounts.models import Nature, User
from space.accounts.tests.people import person
from space.web import panels

pytestmark = pytest.mark.django_db


def page(client: Client, name: str) -> str:
    answer = client.get(f"/people/{name}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    "name", ["Aïssatou Bello", "يوسف حمدان", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ", "Amina@local", "O'Brien", "100%", "a?b=c"]
)
def test_a_page_has_the_name_in_any_script(client: Client, name: str) -> None:
    someone = person(name)
    answer = client.get(someone.get_absolute_url())
    assert answer.status_code == 200
    assert '<bdi translate="no">' in answer.content.decode()


def test_a_name_with_spaces_leads_to_the_one_with_underscores(client: Client) -> None:
    person("Aïssatou Bello")
    for spelling in ("Aïssatou Bello", "Aïssatou__Bello", "_Aïssatou_Bello", "Ai\u0308ssatou_Bello"):
        answer = client.get(f"/people/{spelling}/")
        assert answer.status_code == 301
        assert answer.headers["Location"] == "/people/A%C3%AFssatou_Bello/"


def test_case_matters_and_nobody_is_guessed(client: Client) -> None:
    person("Aïssatou Bello")
    assert client.get("/people/aïssatou_bello/").status_code == 404


def test_the_address_of_the_mail_is_on_no_page(client: Client) -> None:
    person("Amina@local", email="secret@example.org")
    assert "secret@" not in page(client, "Amina@local")


def test_languages_stand_by_their_own_names(client: Client) -> None:
    person("Amina", languages=["ff", "pa"])
    assert '<span class="language" lang="pa">ਪੰਜਾਬੀ</span>' in page(client, "Amina")


def test_roles_are_told(client: Client, rosa: User, ada: User, viktor: User) -> None:
    assert "Moderator" in page(client, "Rosa_Quispe")
    assert "Administrator" in page(client, "Ada")
    assert "Suspended" in page(client, "Віктор")


def test_an_author_of_archived_messages_has_a_page_that_says_so(client: Client) -> None:
    person("Somebody (r-devel)", nature=Nature.ARCHIVED, is_active=False)
    assert "Author of archived messages" in page(client, "Somebody_(r-devel)")


def test_a_closed_account_says_nothing_of_the_person(client: Client) -> None:
    person("Amina", about="my secret", languages=["ff"], is_active=False)
    text = page(client, "Amina")
    assert "This account is closed." in text
    assert "my secret" not in text


def test_only_the_person_is_offered_to_edit(client: Client) -> None:
    someone = person("Amina")
    assert "Edit your page" not in page(client, "Amina")
    client.force_login(someone)
    assert "Edit your page" in page(client, "Amina")


def test_apps_above_add_panels_for_the_reader(client: Client, monkeypatch) -> None:
    asked = []
    monkeypatch.setitem(
        panels._panels,
        "person",
        [panels.Panel(1, "none.html", lambda thing, reader: asked.append((thing.name, reader.pk)))],
    )
    person("Amina")
    page(client, "Amina")
    assert asked == [("Amina", 0)]


def test_a_page_is_made_in_few_queries(client: Client, django_assert_max_num_queries) -> None:
    person("Amina")
    with django_assert_max_num_queries(6):
        page(client, "Amina")


def test_the_menu_leads_to_the_own_page(client: Client) -> None:
    client.force_login(person("Aïssatou Bello"))
    assert client.get("/me/").headers["Location"] == "/people/A%C3%AFssatou_Bello/"
