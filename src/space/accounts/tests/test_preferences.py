"""What a person prefers takes effect with the next page."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import User
from space.accounts.tests.people import person

pytestmark = pytest.mark.django_db
PAGE = "/preferences/"


@pytest.fixture
def someone(client: Client) -> User:
    user = person(languages=["fr"])
    client.force_login(user)
    return user


def save(client: Client, **fields: object):
    return client.post(PAGE, {"theme": "auto", **fields})


def test_only_who_is_signed_in_has_preferences(client: Client) -> None:
    assert client.get(PAGE).headers["Location"] == f"{reverse('account_login')}?next={PAGE}"


def test_the_interface_language_changes_at_once(client: Client, someone: User) -> None:
    client.cookies["lang"] = "en"
    answer = client.post(PAGE, {"language": "ar", "theme": "auto"}, follow=True)
    assert 'dir="rtl"' in answer.content.decode()
    assert not client.cookies["lang"].value


def test_every_interface_language_is_offered_by_its_own_name(client: Client, someone: User, settings) -> None:
    page = client.get(PAGE).content.decode()
    assert all(autonym in page for _, autonym in settings.LANGUAGES)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (["Français (fr)", "English (en)"], ["fr", "en"]),
        (["ar", "", "fr"], ["ar", "fr"]),
        (["ਪੰਜਾਬੀ", "punjabi"], ["pa"]),
        (["  kiswahili "], ["sw"]),
        (["zh-yue"], ["yue"]),
        ([], []),
    ],
)
def test_languages_are_typed_by_name_or_code_in_order(client: Client, someone: User, typed, stored) -> None:
    save(client, languages=typed)
    someone.refresh_from_db()
    assert someone.languages == stored


@pytest.mark.parametrize(
    ("do", "then"),
    [
        ("up:1", ["English (en)", "français (fr)", "qwxyz"]),
        ("down:0", ["English (en)", "français (fr)", "qwxyz"]),
        ("up:0", ["français (fr)", "English (en)", "qwxyz"]),
        ("remove:1", ["français (fr)", "qwxyz"]),
        ("add:ar", ["français (fr)", "English (en)", "qwxyz", "العربية (ar)"]),
        ("add:qwxyz", ["français (fr)", "English (en)", "qwxyz"]),
        ("down:99", ["français (fr)", "English (en)", "qwxyz"]),
        ("fly:x", ["français (fr)", "English (en)", "qwxyz"]),
    ],
)
def test_languages_are_put_in_order_by_buttons_before_they_are_saved(client, someone, do, then) -> None:
    typed = ["français (fr)", "", "English (en)", "qwxyz"]
    page = save(client, languages=typed, about="I write about rivers.", arrange=do)
    assert page.status_code == 200
    found = re.findall(r'name="languages" value="([^"]+)"', page.content.decode())
    assert found == then
    assert "I write about rivers." in page.content.decode()
    someone.refresh_from_db()
    assert (someone.languages, someone.about) == (["fr"], "")


def test_what_the_browser_asks_for_is_offered_and_not_taken(client, someone) -> None:
    page = client.get(PAGE, headers={"Accept-Language": "pa-IN,fr;q=0.8,xx,en;q=0.5"}).content.decode()
    assert re.findall(r'value="add:([^"]+)"', page) == ["pa", "en"]
    someone.refresh_from_db()
    assert someone.languages == ["fr"]


@pytest.mark.parametrize(
    ("page", "typed"), [("fr", "allemand"), ("ar", "الألمانيّة"), ("en", "german"), ("fr", "Deut")]
)
def test_a_language_is_found_by_its_name_in_the_language_of_the_page(client, someone, page, typed) -> None:
    client.post(f"{PAGE}?lang={page}", {"theme": "auto", "languages": [typed]})
    someone.refresh_from_db()
    assert someone.languages == ["de"]


def test_an_unknown_language_is_told_and_nothing_typed_is_lost(client: Client, someone: User) -> None:
    answer = save(client, languages=["fr", "qwxyz"], about="I write about rivers.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "We do not know the language “qwxyz”" in page
    assert 'value="qwxyz"' in page
    assert "I write about rivers." in page


def test_the_theme_is_in_the_page(client: Client, someone: User) -> None:
    save(client, theme="dark")
    assert 'data-theme="dark"' in client.get(PAGE).content.decode()


def test_times_are_in_the_zone_of_the_reader(client: Client, someone: User, monkeypatch) -> None:
    save(client, time_zone="Africa/Douala")
    seen = []
    monkeypatch.setattr(
        "space.accounts.views.PreferencesForm.of",
        lambda *a: seen.append(str(timezone.get_current_timezone())) or 1 / 0,
    )
    with pytest.raises(ZeroDivisionError):
        client.get(PAGE)
    assert seen == ["Africa/Douala"]


def test_the_zone_of_one_reader_does_not_stay_for_the_next(client: Client, someone: User) -> None:
    save(client, time_zone="Asia/Tokyo")
    client.get(PAGE)
    Client().get(reverse("account_login"))
    assert timezone.get_current_timezone_name() == "UTC"


def test_a_zone_that_is_none_is_refused(client: Client, someone: User) -> None:
    assert save(client, time_zone="Mars/Olympus").status_code == 422


def test_about_is_plain_text(client: Client, someone: User) -> None:
    save(
        client, about="<b>Hello</b>\n\nJe travaille au musée de la ville et j’écris sur les rivières du pays."
    )
    page = client.get(someone.get_absolute_url()).content.decode()
    assert "&lt;b&gt;Hello&lt;/b&gt;" in page
    assert 'lang="fr"' in page


def test_too_much_about_oneself_is_given_back(client: Client, someone: User) -> None:
    answer = save(client, about="x" * 2001)
    assert answer.status_code == 422
    assert "x" * 2001 in answer.content.decode()


def test_without_an_account_the_theme_is_a_cookie(client: Client) -> None:
    answer = client.post(reverse("accounts:theme"), {"theme": "dark", "next": "/discuss/"})
    assert answer.headers["Location"] == "/discuss/"
    assert client.cookies["theme"].value == "dark"


@pytest.mark.parametrize("theme", ["", "pink", "dark; Path=/x"])
def test_a_theme_that_is_none_sets_nothing(client: Client, theme: str) -> None:
    assert "theme" not in client.post(reverse("accounts:theme"), {"theme": theme}).cookies


def test_another_site_sets_no_theme_and_gets_nobody_sent_away(client: Client) -> None:
    away = client.post(reverse("accounts:theme"), {"theme": "dark", "next": "//evil.example/"})
    assert away.headers["Location"] == "/"
    foreign = client.post(reverse("accounts:theme"), {"theme": "dark"}, HTTP_SEC_FETCH_SITE="cross-site")
    assert foreign.status_code == 403


def test_who_is_signed_in_keeps_the_theme_with_the_account(client: Client, someone: User) -> None:
    client.force_login(someone)
    client.post(reverse("accounts:theme"), {"theme": "dark", "next": "/"})

    someone.refresh_from_db()
    assert someone.theme == "dark"


def test_who_does_not_want_to_stand_in_the_directory_says_so(client: Client, someone: User) -> None:
    save(client)
    someone.refresh_from_db()
    assert not someone.is_listed
    save(client, is_listed="on")
    someone.refresh_from_db()
    assert someone.is_listed


def test_every_page_about_oneself_leads_to_the_others(client: Client, someone: User) -> None:
    for path in (PAGE, "/notifications/levels", "/uploads/picture"):
        text = client.get(path).content.decode()
        assert all(
            f'href="{other}"' in text for other in (PAGE, "/notifications/levels", "/uploads/picture", "/me/")
        )
        assert f'href="{path}" aria-current="page"' in text
