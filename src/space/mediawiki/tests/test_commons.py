"""What Commons says of a picture, from a wiki of our own that answers as Commons does."""

import json
import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from space.kit import clock, outgoing
from space.kit.outgoing import Answer, NoAnswer, Why
from space.mediawiki import commons
from space.mediawiki.api import Trouble, Wiki
from space.mediawiki.commons import bytes_of, picture
from space.mediawiki.files import file_name
from space.mediawiki.told import told, web_address
from space.testing.wikis import API, LIBRARY_SAYS, metadata

FIXTURES = Path(os.environ.get("SPACE_TEST_DATA") or "/nonexistent") / "mediawiki" / "fixtures.json"


def refused(given: str, language: str = "en") -> Trouble:
    with pytest.raises(Trouble) as said:
        picture(given, language)
    return said.value


@pytest.mark.parametrize(
    "given",
    [
        "Old library.jpg",
        "old_library.jpg",
        "  File:Old library.jpg ",
        "Fichier:Old library.jpg",
        "ملف:Old_library.jpg",
        "[[:c:File:Old library.jpg|thumb|[[Patiala]]]]",
        "https://commons.wikimedia.org/wiki/File:Old_library.jpg",
        "https://commons.m.wikimedia.org/wiki/File:Old_library.jpg?uselang=fr#filelinks",
        "https://commons.wikimedia.org/w/index.php?title=File:Old_library.jpg&action=edit",
        "https://commons.wikimedia.org/wiki/Special:FilePath/Old_library.jpg",
        "https://fr.wikipedia.org/wiki/Patiala#/media/Fichier:Old_library.jpg",
        "//upload.wikimedia.org/wikipedia/commons/a/ab/Old_library.jpg",
        "https://upload.wikimedia.org/wikipedia/commons/thumb/a/ab/Old_library.jpg/1280px-Old_library.jpg",
        "https://commons.wikimedia.org/wiki/File:%4Fld_library.jpg",
    ],
)
def test_a_picture_is_named_in_many_ways(given):
    assert file_name(given) == "Old library.jpg"


@pytest.mark.parametrize(
    "given",
    [
        "",
        "Patiala",
        "https://example.org/wiki/File:Old_library.jpg",
        "https://upload.wikimedia.org/wikipedia/en/a/ab/Old_library.jpg",
        "https://commons.wikimedia.org/wiki/Patiala",
        "https://commons.wikimedia.org.example.org/wiki/File:Old_library.jpg",
        "javascript:alert(1).jpg/../x",
        "http://[::1/File:X.jpg",
        "File:A<b>.jpg",
        "File:../../etc/passwd.jpg",
        "File:A|File:B.jpg",
        "x" * 300 + ".jpg",
    ],
)
def test_what_names_no_picture_of_commons_is_not_asked_for(given, recorded):
    assert file_name(given) == ""
    assert refused(given).code == "no_name"
    assert not recorded.asked


def test_the_facts_of_a_picture_are_text_with_one_address_each(recorded):
    recorded.has("The Municipal Library Patiala.jpg")
    facts = picture("File:The Municipal Library Patiala.jpg", "pa")
    assert (facts.name, facts.author, facts.licence) == (
        "The Municipal Library Patiala.jpg", "Wikilover90", "CC BY-SA 4.0",
    )  # fmt: skip
    assert facts.author_url == "https://commons.example.org/wiki/User:Wikilover90"
    assert facts.licence_url == "https://creativecommons.org/licenses/by-sa/4.0"
    assert facts.taken == "2018-07-13"
    assert (facts.description, facts.description_language) == ("ਪਟਿਆਲਾ", "pa")
    asked = recorded.asked[0]
    assert (asked["formatversion"], asked["errorformat"], asked["iiurlwidth"]) == ("2", "plaintext", "1920")
    assert picture("The Municipal Library Patiala.jpg", "fr").description_language == "en"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"Attribution": "Archive of Patiala"}, {"author": "Archive of Patiala", "author_url": ""}),
        ({"Attribution": " <i></i>"}, {"author": "Wikilover90"}),
        ({"DateTimeOriginal": "circa 1900"}, {"taken": "circa 1900"}),
        ({"DateTimeOriginal": "2018-07-13 14:05:22"}, {"taken": "2018-07-13"}),
        ({"DateTimeOriginal": "Taken on <b>13 July</b>"}, {"taken": "Taken on 13 July"}),
        (
            {"LicenseUrl": '<a rel="nofollow" href="https://example.org/licence">https://example.org/x</a>'},
            {"licence_url": "https://example.org/licence"},
        ),
        ({"LicenseUrl": "javascript:alert(1)"}, {"licence_url": ""}),
        (
            {
                "ImageDescription": '<div class="description fr" lang="fr"><span class="language fr"><b>Français : '
                "</b></span> Une <a href='/wiki/X'>porte</a></div>"
            },
            {"description": "Une porte", "description_language": "fr"},
        ),
        ({"ImageDescription": {"_type": "ul", "0": "One", "1": "Two"}}, {"description": "One Two"}),
        ({"ImageDescription": {"xx-none": "A", "_type": "lang"}}, {"description": "A"}),
        ({"Artist": ["odd"], "ImageDescription": None}, {"author": "", "description": ""}),
        ({"LicenseShortName": "Copyrighted free use"}, {"licence": "Copyrighted free use"}),
    ],
)
def test_what_commons_says_is_read_whatever_its_form(recorded, said, expected):
    recorded.has("A.jpg", LIBRARY_SAYS | metadata(**said))
    facts = picture("A.jpg", "en")
    assert {key: getattr(facts, key) for key in expected} == expected


@pytest.mark.parametrize(
    "said",
    [
        {"LicenseShortName": ""},
        {"LicenseShortName": "CC BY-NC 4.0", "License": "cc-by-nc-4.0"},
        {"LicenseShortName": "CC BY-ND 2.0"},
        {"LicenseShortName": "Fair use"},
        {"NonFree": "true"},
    ],
)
def test_a_picture_without_a_free_licence_is_refused(recorded, said):
    recorded.has("A.jpg", LIBRARY_SAYS | metadata(**said))
    error = refused("A.jpg")
    assert error.code == "not_free"
    assert "“A.jpg” names no free licence" in error.messages[0]


def test_what_is_not_there_or_hidden_or_no_picture_is_told(recorded):
    recorded.has("Hidden.jpg", filehidden=True)
    recorded.has("Song.ogg", mime="application/ogg")
    assert "no file “Nope.jpg”" in refused("Nope.jpg").messages[0]
    assert refused("Hidden.jpg").code == "missing"
    assert refused("Song.ogg").code == "no_picture"


def test_of_a_file_that_was_just_sent_there_the_wiki_is_asked_once_more(recorded, monkeypatch):
    recorded.has("A.jpg", metadata(), timestamp=clock.now().isoformat())
    monkeypatch.setattr(commons.time, "sleep", lambda _: recorded.has("A.jpg"))
    assert picture("A.jpg").licence == "CC BY-SA 4.0"
    assert len(recorded.asked) == 2


def test_a_wiki_that_asks_for_patience_is_left_alone_until_then(recorded):
    recorded.fails = Answer(429, API, {"retry-after": "40"}, b"")
    assert "Try again in 40 seconds" in refused("A.jpg").messages[0]
    recorded.fails = None
    assert refused("A.jpg").code == "busy"
    assert not recorded.asked


@pytest.mark.parametrize(
    ("fails", "code"),
    [
        (NoAnswer(Why.UNREACHABLE), "unreachable"),
        (NoAnswer(Why.TOO_LARGE), "too_large"),
        (Answer(500, API, {}, b""), "unreachable"),
        (Answer(200, API, {}, b"<html>"), "unreachable"),
        (Answer(200, API, {}, b"[1]"), "unreachable"),
        (Answer(200, API, {}, b'{"errors": [{"code": "maxlag", "text": "Waiting"}]}'), "busy"),
        (
            Answer(200, API, {}, b'{"errors": [{"code": "toomanyvalues", "text": "<b>Too</b> %s"}]}'),
            "toomanyvalues",
        ),
        (Answer(200, API, {}, b'{"query": {}}'), "missing"),
    ],
)
def test_every_way_to_fail_has_a_sentence(recorded, fails, code):
    recorded.fails = fails
    error = refused("A.jpg")
    assert error.code == code
    assert error.messages[0]


def test_a_query_is_followed_to_its_end(monkeypatch):
    said = [
        {"continue": {"rccontinue": "2|4", "continue": "-||"}, "query": {"pages": [{"title": "A"}]}},
        {"query": {"pages": [{"title": "B"}]}},
    ]
    asked = []

    def get(url: str, **_: object) -> Answer:
        asked.append(parse_qs(urlsplit(url).query))
        return Answer(200, url, {}, json.dumps(said[len(asked) - 1]).encode())

    monkeypatch.setattr(outgoing, "get", get)
    assert [page["title"] for page in Wiki(API).pages(titles="A|B")] == ["A", "B"]
    assert asked[1]["rccontinue"] == ["2|4"]


def test_a_picture_that_is_too_large_is_taken_narrower(recorded):
    recorded.has("A.jpg", data=b"x" * 500)
    facts = picture("A.jpg")
    recorded.has("A.jpg", thumburl="https://upload.example.org/1280px.jpg")
    recorded.files |= {facts.thumb: b"x" * 500, "https://upload.example.org/1280px.jpg": b"small"}
    assert bytes_of(facts, at_most=100) == b"small"
    assert recorded.asked[-1]["iiurlwidth"] == "1280"


def test_where_no_wiki_is_to_be_asked_we_are_told_so(settings):
    settings.COMMONS_API = ""
    assert refused("A.jpg").code == "off"


@pytest.mark.parametrize(
    ("html", "text", "href"),
    [
        ('<script>alert("x")</script>Ada<style>b{}</style>', "Ada", ""),
        ('<a href="javascript:alert(1)">Ada</a> <a href="//w.org/a">b</a>', "Ada b", "https://w.org/a"),
        ('<span style="display: none">no</span>yes', "yes", ""),
        ("<b>Ada</b> &lt;script&gt; &amp; co", "Ada <script> & co", ""),
        ("<table><tr><td>Ada</td><td>Kofi</td></tr></table>", "Ada Kofi", ""),
        ("<div><div>open", "open", ""),
        ("</div></p>closed", "closed", ""),
        ('<a href="https://u:p@w.org/">x</a>', "x", ""),
        (
            '<a href="/w/index.php?title=User:Ada&amp;action=edit&amp;redlink=1">Ada</a>',
            "Ada",
            "https://w.org/w/index.php?title=User%3AAda",
        ),
        ("x" * 400, "x" * 299 + "…", ""),
    ],
)
def test_html_of_a_wiki_becomes_text_and_one_address(html, text, href):
    said = told(html, "https://w.org/wiki/File:A.jpg")
    assert (said.text, said.href) == (text, href)


def test_addresses_that_are_none_of_the_web_are_none():
    assert web_address("http://[::1") == web_address("data:text/html,x") == web_address("") == ""


@pytest.mark.skipif(
    not FIXTURES.exists(), reason="SPACE_TEST_DATA names no folder with mediawiki/fixtures.json"
)
def test_what_a_real_wiki_was_heard_to_say_is_understood(settings, monkeypatch):
    """Replays its imageinfo: of the titles in that recording, and of nothing else."""
    recording = json.loads(FIXTURES.read_text())["imageinfo"]
    there = {page["title"]: page for page in recording["body"]["query"]["pages"]}
    settings.COMMONS_API = recording["request"]["url"].partition("?")[0]

    def get(url: str, **_: object) -> Answer:
        asked = parse_qs(urlsplit(url).query)
        body = {**recording["body"], "query": {"pages": [there[asked["titles"][0]]]}}
        return Answer(recording["status"], url, {}, json.dumps(body).encode())

    monkeypatch.setattr(outgoing, "get", get)
    commons._at.cache_clear()
    facts = picture("The Municipal Library Patiala.png")
    assert (facts.author, facts.licence, facts.taken) == ("Wikilover90", "CC BY-SA 4.0", "2018-07-13")
    assert facts.author_url.endswith("index.php?title=User%3AWikilover90")
    assert facts.licence_url == "https://creativecommons.org/licenses/by-sa/4.0"
    assert refused("Nope.jpg").code == "missing"
    with pytest.raises(KeyError):
        picture("Never recorded.jpg")
