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
    with django_assert_max_num_queries(8):
        page(client, "Amina")


def card(client: Client, name: str):
    return client.get(f"/people/{name}/card")


def test_a_card_tells_the_same_in_a_few_words(client: Client, django_assert_max_num_queries, hearing) -> None:
    said = "Je travaille au musée de la ville et j’écris sur les rivières du pays. " * 4
    person("Amina", about=said, languages=["fr", "ff", "en", "ar", "pa", "sw"])
    with django_assert_max_num_queries(1):
        text = card(client, "Amina").content.decode()
    assert '<a href="/people/Amina/">' in text
    assert "Je travaille au musée" in text
    assert said[:150] not in text
    assert 'lang="fr"' in text
    assert text.count('class="language"') == 5
    assert "+1" in text
    assert "here since" in text


def test_a_card_of_a_closed_account_says_nothing_of_the_person(client: Client) -> None:
    person("Amina", about="my secret", languages=["ff"], is_active=False)
    text = card(client, "Amina").content.decode()
    assert "my secret" not in text
    assert "language" not in text


def test_a_card_of_nobody_is_nowhere(client: Client, db) -> None:
    assert card(client, "Nobody_here").status_code == 404


def test_for_nobody_a_card_is_the_same_for_all_and_holds_no_form(client: Client, lena: User) -> None:
    answer = card(client, "Lena_Müller")
    assert "<form" not in answer.content.decode()
    assert answer.headers["X-Space-Tags"] == f"person:{lena.pk}"
    assert answer.headers["Cache-Control"] == "private, max-age=60"


def test_for_a_member_a_card_has_the_way_to_follow_and_nothing_keeps_it(client: Client, lena, kofi) -> None:
    client.force_login(kofi)
    answer = card(client, "Lena_Müller")
    assert '<input type="hidden" name="person" value="Lena_Müller">' in answer.content.decode()
    assert "X-Space-Tags" not in answer.headers
    assert "<form" not in card(client, "Kofi_Mensah").content.decode()


def test_a_page_shows_the_picture_and_the_letter_under_it(client: Client) -> None:
    person("Amina", picture="/uploads/people/0a/")
    text = page(client, "Amina")
    assert '>A<img src="/uploads/people/0a/96.webp" width="96" height="96" alt="">' in text


def test_the_menu_leads_to_the_own_page(client: Client) -> None:
    client.force_login(person("Aïssatou Bello"))
    assert client.get("/me/").headers["Location"] == "/people/A%C3%AFssatou_Bello/"
