"""The box over a list: its text and the menus are two views of one thing."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.utils import timezone

from space.accounts.readers import NOBODY
from space.discuss.actions import (
    arrange_category,
    bookmark,
    choose_answer,
    close_topic,
    pin_topic,
    start_topic,
    write_reply,
)
from space.discuss.lists.titles import saying
from space.discuss.models import Topic
from space.kit import clock
from space.search.grammar import LISTS, parse
from space.testing.cast import make
from space.testing.rooms import MARKER


def begin(category, by, title, **more):
    more = {"text": "Some words of a beginning.", "language": "en"} | more
    return start_topic(category, by=by, title=title, **more)


def shown(client, address):
    page = client.get(address, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def listed(client, text, path="/discuss/", **more):
    """The titles of the list, as words that tell them apart."""
    html = shown(client, f"{path}?{urlencode({'q': text, **more})}")
    rows = html.partition('<ol class="topics">')[2].partition("</ol>")[0]
    return sorted(word for word in ("Maps", "Books", "Ünïcode", "مكتبة") if word in rows)


def box(html):
    return unescape(re.search('id="filter"[^>]* value="([^"]*)"', html)[1])


@pytest.fixture
def three(questions, lena, kofi):
    """Begun a day apart, so that dates tell them apart."""
    now = timezone.now()
    with clock.at(now - timedelta(days=20)):
        maps = begin(questions, lena, "Maps of old towns", tags=["maps", "towns"], kind="question")
    with clock.at(now - timedelta(days=10)):
        books = begin(questions, kofi, "Books about towns", tags=["towns"], language="fr")
    with clock.at(now - timedelta(days=1)):
        code = begin(questions, kofi, "Ünïcode for beginners", language="de")
    write_reply(maps, by=kofi, text="There are some in the library.")
    return maps, books, code


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("", ["Books", "Maps", "Ünïcode"]),
        ("towns", ["Books", "Maps"]),
        ("TOWNS -maps", ["Books"]),
        ('"old towns"', ["Maps"]),
        ("unicode", ["Ünïcode"]),
        ('by:"Kofi Mensah"', ["Books", "Ünïcode"]),
        ("-by:kofi-mensah", ["Maps"]),
        ("tag:maps tag:towns", ["Maps"]),
        ("tag:maps,towns", ["Books", "Maps"]),
        ("-tag:maps", ["Books", "Ünïcode"]),
        ("lang:fr,de", ["Books", "Ünïcode"]),
        ("-lang:français", ["Maps", "Ünïcode"]),
        ("kind:question", ["Maps"]),
        ("after:15d before:5d", ["Books"]),
        ("posts:>1", ["Maps"]),
        ("posts:1", ["Books", "Ünïcode"]),
        ("category:questions", ["Books", "Maps", "Ünïcode"]),
        ("-category:Questions", []),
        ("status:unanswered", ["Books", "Ünïcode"]),
        ("-status:unanswered -lang:fr", ["Maps"]),
        ("colour:red lang:fr", ["Books"]),
    ],
)
def test_a_text_narrows_the_list(client, three, text, titles):
    assert listed(client, text) == titles


def test_every_status_is_what_its_name_says(client, three, rosa):
    maps, books, code = three
    close_topic(books, by=rosa)
    pin_topic(code, by=rosa, everywhere=False)
    choose_answer(maps.posts.get(number=2), by=rosa)
    for text, titles in {
        "status:open": ["Maps", "Ünïcode"],
        "status:closed": ["Books"],
        "status:solved": ["Maps"],
        "status:unsolved": [],
        "status:closed,solved": ["Books", "Maps"],
        "status:pinned": ["Ünïcode"],
        "-status:pinned": ["Books", "Maps"],
    }.items():
        assert listed(client, text) == titles, text


def test_what_is_mine_is_mine_alone(client, three, lena, kofi):
    books = three[1]
    bookmark(books.posts.get(number=1), by=lena)
    client.force_login(lena)
    assert listed(client, "in:mine") == ["Maps"]
    assert listed(client, "in:bookmarked") == ["Books"]
    assert listed(client, "-in:mine,bookmarked") == ["Ünïcode"]
    assert listed(client, "in:unread") == ["Maps"]
    client.force_login(kofi)
    assert listed(client, "in:bookmarked") == []


def test_who_is_not_signed_in_is_told_that_nothing_is_theirs(client, three):
    html = shown(client, "/discuss/?q=in:mine")
    assert "Sign in, and it works." in html
    assert listed(client, "in:mine") == ["Books", "Maps", "Ünïcode"]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("tag:maps lang:fr status:open", "/discuss/?tag=maps&languages=fr&status=open"),
        ("kind:question tag:maps tag:towns", "/discuss/?tag=maps%2Ctowns&kind=question"),
        ("category:Questions -tag:old", "/discuss/c/questions/"),
        ("order:top towns", "/discuss/top?q=towns"),
        ("order:newest", "/discuss/"),
        ("  towns   old ", "/discuss/?q=towns+old"),
        ("BY:lena", '/discuss/?q=by%3A"Lena Müller"'),
        ("", "/discuss/"),
    ],
)
def test_a_list_has_one_address_however_it_is_asked_for(client, three, typed, address):
    if "by" in address:
        make("Lena")
        address = "/discuss/?q=by%3ALena"
    response = client.get("/discuss/", {"q": typed})
    if "-tag" in typed:
        address += "?q=-tag%3Aold"
    assert (response.status_code, response.url) == (302, address)
    assert client.get(response.url).status_code == 200


def test_the_box_says_what_the_menus_say_and_the_menus_what_the_box_says(client, three):
    html = shown(client, "/discuss/?tag=maps&kind=question&languages=en&status=open&q=by:%22Lena+Müller%22")
    assert box(html) == 'tag:maps kind:question lang:en status:open by:"Lena Müller"'
    # A choice of a menu keeps what was written, and what was written can be taken away by a press.
    links = [link.replace("&amp;", "&") for link in html.split('href="')[1:]]
    addresses = [urlsplit(link.partition('"')[0]) for link in links]
    asked = [parse_qs(one.query) for one in addresses if one.path == "/discuss/"]
    assert {"tag": ["maps"], "kind": ["question"], "languages": ["en"], "status": ["open"]} in asked
    closed = {"tag": ["maps"], "kind": ["question"], "languages": ["en"], "status": ["closed"]}
    assert closed | {"q": ['by:"Lena Müller"']} in asked


def test_lists_of_a_category_a_tag_and_a_person_take_a_text_too(client, three, lena):
    assert listed(client, "towns -maps", "/discuss/c/questions/") == ["Books"]
    assert listed(client, "-lang:fr", "/discuss/tag/towns/") == ["Maps"]
    assert listed(client, "after:15d", "/discuss/by/Kofi_Mensah/") == ["Books", "Ünïcode"]
    assert listed(client, "towns", "/discuss/unanswered") == ["Books"]
    client.force_login(lena)
    assert listed(client, "unicode", "/discuss/new") == ["Ünïcode"]


def test_a_feed_has_the_same_filters(client, three):
    feed = client.get("/discuss.atom", {"q": "towns -tag:maps"}).content.decode()
    assert "Books" in feed
    assert "Maps" not in feed


def test_nothing_that_fits_says_how_to_widen_it(client, three):
    html = shown(client, "/discuss/?q=nowhere")
    assert "Nothing fits all of these filters" in html
    assert 'href="/discuss/"' in html.partition('class="empty"')[2]


def test_a_title_in_another_script_is_found_by_its_words(client, questions, lena):
    begin(questions, lena, "مكتبة المدينة القديمة", language="ar")
    assert listed(client, "المدينة") == ["مكتبة"]
    assert listed(client, "lang:العربية «المدينة القديمة»") == ["مكتبة"]


@pytest.mark.parametrize(
    "text",
    [
        "category:{0}-room", "-category:{0}-room", "tag:{0}", "-tag:{0}", "category:questions,{0}-room",
        "tag:{0},maps", "{0}", "category:{1}", "tag:{1}",
    ],
)  # fmt: skip
def test_what_one_may_not_know_of_is_answered_as_what_is_not_there(client, three, lena, secret, text):
    """The same page for the name of a closed thing as for a name that nothing has."""
    client.force_login(lena)
    other = MARKER[::-1]
    pages = []
    for _ in range(2):
        shown(client, "/discuss/")
    for word in (MARKER, other):
        html = shown(client, f"/discuss/?{urlencode({'q': text.format(word, word[:9])})}")
        html = re.sub('(value|token)="[^"]{64}"', "", html)
        pages.append(html.replace(word, "…").replace(word[:9], "…"))
    assert pages[0] == pages[1]


def test_who_is_inside_uses_the_names_of_the_closed_group(client, kofi, secret):
    client.force_login(kofi)
    html = shown(client, f"/discuss/?q=tag:{MARKER},other")
    assert f"The {MARKER} plan" in html


def test_a_category_below_counts_with_the_one_above(client, questions, lena, ada):
    below = arrange_category("answers", by=ada, name="Answers", parent=questions)
    begin(below, lena, "Maps of old towns")
    assert listed(client, "category:questions,nowhere") == ["Maps"]


@pytest.mark.parametrize(
    "text", ["%", "_", "'", "\\", "😀", "a" * 600, "posts:9999999", "after:0001", '"' * 50]
)
def test_odd_texts_break_nothing(client, three, text):
    shown(client, f"/discuss/?{urlencode({'q': text})}")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("maps", ["Maps"]),
        ("ma towns", ["Maps"]),
        ("-maps -code", ["Books"]),
        ('-m -"b"', []),
        ("%", []),
        ("_", []),
        ("\\", []),
        ("-% -_ towns", ["Books", "Maps"]),
    ],
)
def test_words_in_titles_and_words_that_must_not_be_there(client, three, text, titles):
    assert listed(client, text) == titles


def test_a_title_is_read_once_however_many_words_must_not_be_there():
    asked = parse(" ".join(f"-w{n}" for n in range(30)), NOBODY, LISTS)
    sql = str(Topic.objects.for_actions().filter(saying(asked)).query)

    assert sql.count("normalize(") == 1
