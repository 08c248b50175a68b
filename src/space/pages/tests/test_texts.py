"""Guidelines, About, Privacy and the words of Home: ours in every language, or the community's own."""

import re

import pytest
from django.conf import settings

from space.administration.actions import change_setting
from space.administration.texts import said
from space.pages.wiki.texts import ABOUT, CONTACT, GUIDELINES, PRIVACY
from space.pages.wording import LEAD, WELCOME

CODES = [code for code, _ in settings.LANGUAGES]
PAGES = {"/guidelines/": GUIDELINES, "/about/": ABOUT, "/privacy/": PRIVACY, "/contact/": CONTACT}
every_language = pytest.mark.parametrize("code", CODES)
every_page = pytest.mark.parametrize("address", PAGES)


@every_language
@every_page
def test_each_text_comes_in_each_language_and_is_long_enough_to_say_something(address, code):
    ours = PAGES[address].ours(code)
    assert ours.language == code
    assert 250 <= len(ours.source.split()) <= 600
    assert ours.html.count("<h2") >= 3


@every_language
@every_page
def test_its_page_is_in_the_readers_language_for_everybody(client, db, address, code):
    page = client.get(address, {"lang": code}).content.decode()
    assert PAGES[address].ours(code).html in page
    assert f'<div class="prose" lang="{code}"' in page


@every_language
def test_texts_of_ours_lead_to_pages_that_there_are(client, db, code):
    inside = {
        link for text in PAGES.values() for link in re.findall(r'href="(/[^"]*)"', text.ours(code).html)
    }
    assert {"/guidelines/", "/privacy/"} <= inside
    assert [link for link in inside if client.get(link).status_code != 200] == []


def test_a_language_that_has_no_text_of_ours_shows_english():
    assert GUIDELINES.ours("nb").language == "en"


def test_welcome_and_lead_are_the_communitys_and_are_shown_as_they_are(client, ada):
    change_setting(WELCOME, {"en": said("en", "Come in, <friend>.", rich=False)}, by=ada)
    change_setting(LEAD, {"en": said("en", 'We "talk" here.', rich=False)}, by=ada)
    page = client.get("/").content.decode()
    assert "<h1>Come in, &lt;friend&gt;.</h1>" in page
    assert 'content="We &quot;talk&quot; here."' in page
    assert LEAD.ours("fr").source in client.get("/?lang=fr").content.decode()


def test_bar_and_foot_lead_there(client, db):
    page = client.get("/").content.decode()
    top, foot = page.partition("</header>")[0], page.partition("<footer")[2]
    assert all(f'href="{address}"' in top for address in ("/guidelines/", "/about/"))
    assert all(f'href="{address}"' in foot for address in ("/guidelines/", "/privacy/"))


def test_the_site_map_names_them(client, db):
    doors = client.get("/sitemap-doors.xml").content.decode()
    assert all(f"{address}</loc>" in doors for address in PAGES)
