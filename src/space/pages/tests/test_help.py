"""Help: complete in every language, true of the interface, with pictures that are light and told in words."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from PIL import Image

from space.administration.actions import change_setting
from space.community.registry import find
from space.discuss.numbers import NEW_DAYS
from space.discuss.searching.choices import STATUSES
from space.pages.help import reading
from space.pages.help.shelf import DOTS, INDEX, NAMES, PICTURES, TEXTS
from space.search.grammar import operators
from space.search.grammar.generic import KINDS, ORDERS, PLACES

CODES = [code for code, _ in settings.LANGUAGES]
ALL = (INDEX, *NAMES)
every_language = pytest.mark.parametrize("code", CODES)
every_page = pytest.mark.parametrize("name", ALL)


def source(name, code):
    return (TEXTS / f"{name}.{code}.md").read_text("utf-8")


def address(name):
    return reverse("pages:help") if name == INDEX else reverse("pages:help_page", args=[name])


@every_language
@every_page
def test_each_page_is_in_the_readers_language_for_everybody(client, db, name, code):
    page = client.get(address(name), {"lang": code}).content.decode()
    assert f'<div class="prose help" lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}"' in page
    assert f"<h1>{reading.page(name, code).title}</h1>" in page
    assert all(
        f'hreflang="{one}" href="{settings.ORIGIN}{address(name)}?lang={one}"' in page for one in CODES
    )


@pytest.mark.parametrize("code", set(CODES) - {"en"})
@every_page
def test_each_language_tells_the_same(name, code):
    ours, english = source(name, code), source(name, "en")
    assert ours.count("\n## ") == english.count("\n## ") >= 2
    for part in (r"\]\(picture:([a-z-]+)\)", r"\]\((/[^)]*)\)"):
        assert re.findall(part, ours) == re.findall(part, english)
    for part in (r"\{(\w+)\}", r"<kbd>(\w)</kbd>"):
        assert sorted(re.findall(part, ours)) == sorted(re.findall(part, english))
    assert len(re.findall(r"^[-|] ?", ours, re.MULTILINE)) == len(
        re.findall(r"^[-|] ?", english, re.MULTILINE)
    )


def catalogue(code):
    """Every word of the interface in this language: what it is for English, and its translations."""
    entry = re.compile(r'^msgid "(.*)"\nmsgstr "(.*)"$', re.MULTILINE)
    said: dict[str, set[str]] = {}
    file = settings.LOCALE_PATHS[0] / code / "LC_MESSAGES" / "django.po"
    for english, translated in entry.findall(file.read_text("utf-8")):
        said.setdefault(english, set()).add(translated)
    return said


@pytest.mark.parametrize("code", set(CODES) - {"en"})
@every_page
def test_buttons_are_called_as_the_interface_calls_them(name, code):
    said = catalogue(code)
    theirs = re.findall(r"\*\*([^*]+)\*\*", source(name, "en"))
    ours = re.findall(r"\*\*([^*]+)\*\*", source(name, code))
    assert len(ours) == len(theirs)
    assert [word for word in theirs if word in said and not said[word] & set(ours)] == []


@every_language
@every_page
def test_every_picture_is_there_told_in_words_and_light(name, code):
    for alt, picture in re.findall(r"!\[(.*)\]\(picture:([a-z-]+)\)", source(name, code)):
        file = PICTURES / f"{picture}.{code}.webp"
        assert file.stat().st_size < 25_000, file.name
        assert len(alt) >= 30
        with Image.open(file) as image:
            assert image.width / DOTS <= 760


def test_no_picture_is_left_over():
    shown = set(re.findall(r"picture:([a-z-]+)", "".join(source(name, "en") for name in NAMES)))
    assert {file.name for file in PICTURES.iterdir()} == {
        f"{one}.{code}.webp" for one in shown for code in CODES
    }


def test_pictures_stand_in_the_page_with_their_size_and_are_fetched_when_one_comes_near(client, db):
    page = client.get(address("reading")).content.decode()
    found = re.findall(r'<img src="/static/pages/help/lists\.en\.webp" alt="[^"]{30,}" ([^>]*)>', page)
    assert len(found) == 1
    assert re.fullmatch(r'width="\d+"\s+height="\d+" loading="lazy"', found[0])


@every_language
def test_the_index_leads_to_all_pages_and_they_to_each_other(client, db, code):
    index = client.get(address(INDEX), {"lang": code}).content.decode()
    for name in NAMES:
        page = reading.page(name, code)
        assert f'<a href="{address(name)}" hreflang="{code}">{page.title}</a>' in index
        assert f"<p>{page.lead}</p>" in index
    keys = client.get(address("keys"), {"lang": code}).content.decode()
    assert f'rel="prev" href="{address("messages")}"' in keys
    assert f'rel="next" href="{address("moderating")}"' in keys
    assert 'rel="prev"' not in client.get(address(NAMES[0])).content.decode()
    assert 'rel="next"' not in client.get(address(NAMES[-1])).content.decode()


def test_links_lead_to_pages_that_there_are(client, lena):
    client.force_login(lena)
    links = {link for name in ALL for link in re.findall(r"\]\((/[^)]*)\)", source(name, "en"))}
    assert "/guidelines/" in links
    assert {link: client.get(link, follow=True).status_code for link in links} == dict.fromkeys(links, 200)


def test_numbers_are_those_of_the_settings_of_today(client, ada):
    told = {one for name in ALL for one in re.findall(r"\{(\w+)\}", source(name, "en"))}
    assert {one for one in told if find(one) is None} == set()
    assert "begun in the last 2 days" in client.get(address("reading")).content.decode()
    change_setting(NEW_DAYS, 5, by=ada)
    assert "begun in the last 5 days" in client.get(address("reading")).content.decode()
    assert "depuis moins de 5 jours" in client.get(address("reading"), {"lang": "fr"}).content.decode()


def test_a_language_without_a_page_shows_the_english_one_and_says_so():
    page = reading.page("reading", "nb")
    assert (page.lang, page.dir, page.title) == ("en", "ltr", "Reading and keeping your place")


def test_a_page_costs_nothing_but_the_settings_and_the_reader(client, lena, django_assert_num_queries):
    """Where a process hears the database it knows the settings; in a test it asks for them."""
    client.get(address("people"))
    with django_assert_num_queries(1):
        client.get(address("people"))
    client.force_login(lena)
    with django_assert_num_queries(2):
        client.get(address("people"))


def test_a_page_that_there_is_not_is_not_found(client, db):
    assert client.get("/help/flying/").status_code == 404


def test_foot_and_menu_lead_to_help(client, lena):
    client.force_login(lena)
    page = client.get("/guidelines/").content.decode()
    top, foot = page.partition("</header>")[0], page.partition("<footer")[2]
    assert f'href="{address(INDEX)}"' in top
    assert f'href="{address(INDEX)}"' in foot


def test_home_and_empty_lists_lead_there(client, lena, topic):
    assert f'<a href="{address(INDEX)}">How this place works</a>' in client.get("/").content.decode()
    client.force_login(lena)
    assert f'href="{address("reading")}">How lists work</a>' in client.get("/discuss/unread").content.decode()
    assert f'href="{address("reading")}"' not in client.get("/discuss/").content.decode()


def test_the_site_map_names_all_pages(client, db):
    found = client.get("/sitemap-help.xml").content.decode()
    assert all(f"{address(name)}</loc>" in found for name in ALL)


@every_language
def test_every_filter_is_told_and_every_one_that_is_told_there_is(code):
    told = set(re.findall(r"`-?(\w+):(?=\S)", source("search", code)))
    assert {one.name for one in operators.offered()} <= told
    # The one in quotes is an example of what is no filter.
    assert told <= {one.name for one in operators.every()}
    values = set(re.findall(r"`(?:\w+:)?(\w+)`", source("search", code)))
    for choices in (KINDS, STATUSES, PLACES, ORDERS):
        assert {one.name for one in choices.every()} <= values
