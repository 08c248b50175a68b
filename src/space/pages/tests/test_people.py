"""The directory: who is found, by what, in which order, and who never is."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from space.accounts.models import Nature, User
from space.discuss.actions import write_reply
from space.discuss.actions.last_posts import note_last_posts
from space.groups.actions import admit, found_group
from space.kit import clock
from space.pages.people import views
from space.testing.cast import make

PAGE = "/people/"


@pytest.fixture
def names(client):
    """The names that a page of the directory shows, in its order."""

    def shown(query: str = "", at=client) -> list[str]:
        page = at.get(query if query.startswith("/") else f"{PAGE}{query}")
        assert page.status_code == 200
        return [row["face"].name for row in page.context["rows"]]

    return shown


def person(name: str, days: int = 10, **more: object) -> User:
    made = make(name, days=days)
    User.objects.filter(pk=made.pk).update(**more)
    return made


def test_everybody_stands_there_by_name_in_any_script(names, db):
    for name in ("Émile", "ada", "Zoë", "Віктор", "يوسف", "Bela"):
        person(name)
    assert names() == ["ada", "Bela", "Émile", "Zoë", "Віктор", "يوسف"]


def test_who_never_stands_there(names, lena, viktor, rosa):
    person("Closed", is_active=False)
    person("Archived", nature=Nature.ARCHIVED)
    person("Hidden", is_listed=False)
    User.objects.system()
    assert names() == ["Lena Müller", "Rosa Quispe"]
    for name in ("Closed", "Archived", "Hidden", "Space", "Віктор"):
        assert names(f"?name={name}") == []


def test_who_was_suspended_is_back_when_that_is_over(names, viktor):
    assert "Віктор" not in names()
    viktor.penalties.update(until=timezone.now() - timedelta(minutes=1))
    assert "Віктор" in names()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lena", ["Lena Müller"]),
        ("MULLER", ["Lena Müller"]),
        ("mül lena", ["Lena Müller"]),
        ("m", ["Kofi Mensah", "Lena Müller"]),
        ("вік", ["Віктор Б."]),
        ("nobody", []),
        ("%", []),
        ("'; --", []),
        ("lena kofi", []),
    ],
)
def test_people_are_found_by_the_beginnings_of_their_names(names, lena, kofi, typed, found):
    person("Віктор Б.")
    assert names(f"?name={typed}") == found


def test_a_slip_is_forgiven_where_nobody_fits(client, lena, kofi):
    page = client.get(f"{PAGE}?name=Mensha")
    assert "Nobody is called <bdi>Mensha</bdi>" in page.content.decode()
    assert [row["face"].name for row in page.context["alike"]] == ["Kofi Mensah"]
    assert client.get(f"{PAGE}?name=Mensah").context["alike"] == []


def test_the_most_alike_comes_first(client, db):
    for name in ("Mariama", "Marianna", "Marianne B"):
        person(name)
    alike = client.get(f"{PAGE}?name=Marianma").context["alike"]
    assert next(row["face"].name for row in alike) == "Mariama"


def test_long_names_are_told_apart_by_their_ends(names, db):
    person("Wikimedianeroftheriver")
    person("Wikimedianerofthehills")
    assert names("?name=wikimedianerofther") == ["Wikimedianeroftheriver"]


def test_people_are_found_by_a_language_that_they_read(names, db):
    person("Amina", languages=["ff", "fr"])
    person("Lena", languages=["de"])
    assert names("?language=fr") == ["Amina"]
    assert names("?language=fr&name=le") == []
    assert names("?language=qqx-nonsense") == ["Amina", "Lena"]


def test_languages_that_are_read_here_are_offered_by_their_own_names(client, db, monkeypatch):
    monkeypatch.setattr(views.read_here, "_have", None)
    person("Amina", languages=["pa", "fr"])
    page = client.get(PAGE).content.decode()
    assert '<option value="pa" lang="pa">ਪੰਜਾਬੀ</option>' in page
    assert 'value="ka"' not in page
    assert '<option value="ka" lang="ka" selected>' in client.get(f"{PAGE}?language=ka").content.decode()


def test_people_are_found_by_a_community_that_everybody_may_know_of(names, lena, kofi, circle):
    garden = found_group(slug="garden", name="Garden", by=None)
    admit(garden, lena)
    assert names("?community=garden") == ["Lena Müller"]
    assert names("?community=safety-circle") == []
    assert names("?community=nowhere") == []


def test_an_unlisted_community_is_offered_to_nobody(client, kofi, circle, rosa, monkeypatch):
    monkeypatch.setattr(views.known_communities, "_have", None)
    found_group(slug="garden", name="Garden", by=rosa)
    client.force_login(kofi)
    page = client.get(f"{PAGE}?community=safety-circle")
    assert '<option value="garden">Garden</option>' in page.content.decode()
    assert "Safety circle" not in page.content.decode()
    assert page.context["rows"] == []


def test_newest_first(names, db):
    for days, name in ((5, "Five"), (1, "One"), (9, "Nine")):
        person(name, days=days)
    assert names("?order=newest") == ["One", "Five", "Nine"]


def test_who_wrote_lately_comes_first_and_who_never_did_not_at_all(names, topic, lena, kofi, rosa):
    with clock.at(timezone.now() + timedelta(minutes=5)):
        write_reply(topic, by=kofi, text="We photograph the cards.")
    note_last_posts()
    assert names("?order=lately") == ["Kofi Mensah", "Lena Müller"]


@pytest.mark.parametrize("order", ["name", "newest", "lately"])
def test_pages_follow_each_other_without_a_gap_or_a_repetition(
    client, names, order, monkeypatch, topic, kofi, lena
):
    monkeypatch.setattr(views, "ON_A_PAGE", 3)
    User.objects.exclude(name__in=[lena.name, kofi.name]).update(is_listed=False)
    came = timezone.now() - timedelta(days=3)
    for number in range(8):
        # The same name as lists are sorted by it, and the same moment: the id decides.
        twin = person(f"Twin{'é' if number % 2 else 'e'} {number // 2}", created_at=came)
        with clock.at(came + timedelta(hours=1)):
            write_reply(topic, by=twin, text="Me too, and at the same time.")
    note_last_posts()
    seen, address = [], f"{PAGE}?order={order}"
    while address:
        seen.append(names(address))
        address = client.get(address).context["older"]
    flat = [name for page in seen for name in page]
    assert len(flat) == len(set(flat)) == (9 if order == "lately" else 10)
    assert [len(page) for page in seen] == ([3, 3, 3] if order == "lately" else [3, 3, 3, 1])


@pytest.mark.parametrize(
    "query",
    [
        "?before=x",
        "?before=_",
        "?before=a_99999999999999999999",
        "?order=name&before=\u0661_\u0661",
        "?order=age",
        "?order=newest&before=9_9",
    ],
)
def test_what_means_nothing_gives_a_page(names, lena, query):
    assert names(query) == ["Lena Müller"]


def test_a_row_says_roles_languages_and_a_few_words(client, ada, rosa):
    long = "Je travaille au musée de la ville et j’écris sur les rivières du pays. " * 4
    User.objects.filter(pk=ada.pk).update(about=long, languages=["fr", "ff", "en", "ar", "pa"])
    page = client.get(PAGE).content.decode()
    assert "Administrator" in page
    assert "Moderator" in page
    assert '<p class="people__words" lang="fr" dir="ltr">Je travaille' in page
    assert long[:150] not in page
    assert "<span>+1</span>" in page


def test_a_full_page_costs_what_a_row_costs(client, lena):
    first = cost(client)
    for number in range(29):
        person(f"Person {number}", languages=["fr"], about="Bonjour à tous et à toutes.")
    assert cost(client) == first
    assert first <= 4


def cost(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    return len(asked)


def test_pages_for_nobody_are_kept_but_not_for_every_word_that_is_typed(client, lena):
    assert client.get(PAGE).headers["X-Space-Tags"] == "people scores"
    assert "X-Space-Tags" in client.get(f"{PAGE}?language=fr&order=newest").headers
    assert "X-Space-Tags" not in client.get(f"{PAGE}?name=lena").headers


def test_an_empty_directory_says_what_will_be_there(client, db):
    assert "Nobody stands here yet" in client.get(PAGE).content.decode()
    assert "Nobody fits" in client.get(f"{PAGE}?name=qwxyz").content.decode()


def test_what_was_typed_is_only_text(client, db):
    page = client.get(f'{PAGE}?name="><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in page


def test_the_foot_and_the_lists_of_a_person_lead_there(client, lena, topic):
    for path in ("/discuss/by/Lena_Müller/", "/discuss/by/Lena_Müller/posts"):
        assert client.get(path).content.decode().count(f'href="{PAGE}"') == 2
    assert client.get("/discuss/").content.decode().count(f'href="{PAGE}"') == 1
