"""Pictures of Commons are found by words, in one question, and only those that may stand in a story."""

import pytest

from space.kit.outgoing import NoAnswer, Why
from space.mediawiki import searching
from space.mediawiki.api import Trouble
from space.mediawiki.searching import is_words, search, thumb
from space.testing.wikis import LIBRARY_SAYS, metadata


def names(words: str, language: str = "en") -> list[str]:
    return [facts.name for facts in search(words, language)]


@pytest.mark.parametrize(
    ("given", "is_search"),
    [
        ("red library", True),
        ("  مكتبة  ", True),
        ("Kirche / Moschee", True),
        ("File:A<b>.jpg", True),
        ("", False),
        ("Library.jpg", False),
        ("https://commons.wikimedia.org/wiki/File:Library.jpg", False),
        ("https://example.org/a library", False),
        ("//example.org", False),
        ("example.org/library", False),
        ("x" * 301, False),
    ],
)
def test_what_is_no_name_and_no_address_is_searched_for(given, is_search):
    assert is_words(given) is is_search


def test_pictures_come_in_one_question_those_that_fit_best_first(recorded):
    for name in ("Red.jpg", "Blue.jpg"):
        recorded.has(name)
    recorded.finds["a library & more"] = ["Red.jpg", "Blue.jpg"]
    first, second = search(" a  library & more ", "pa")
    assert (first.name, second.name) == ("Red.jpg", "Blue.jpg")
    assert (first.description, first.description_language, first.author) == ("ਪਟਿਆਲਾ", "pa", "Wikilover90")
    assert thumb(first.thumb) == recorded.files[first.thumb]
    [asked] = recorded.asked
    assert (asked["gsrnamespace"], asked["iiurlwidth"], asked["iiextmetadatalanguage"]) == ("6", "330", "pa")


def test_only_free_pictures_are_found_and_a_dozen_at_most(recorded):
    recorded.has("Book.pdf", mime="application/pdf")
    recorded.has("Old book.djvu", mime="image/vnd.djvu")
    recorded.has("Hidden.jpg", filehidden=True)
    recorded.has("Poster.jpg", LIBRARY_SAYS | metadata(NonFree="true"))
    recorded.has("Bare.jpg", metadata())
    recorded.has("Drawing.svg", mime="image/svg+xml")
    many = [f"{number}.jpg" for number in range(20)]
    for name in many:
        recorded.has(name)
    recorded.finds["library"] = [
        "Book.pdf",
        "Old book.djvu",
        "Hidden.jpg",
        "Poster.jpg",
        "Bare.jpg",
        "Drawing.svg",
    ]
    assert names("library") == ["Drawing.svg"]
    recorded.finds["libraries"] = many
    assert names("libraries") == many[:12]


def test_the_same_question_is_asked_once_in_some_minutes(recorded, monkeypatch):
    recorded.finds["library"] = []
    for _ in range(2):
        with pytest.raises(Trouble, match="Nothing was found on Wikimedia Commons for “library”"):
            search("library")
    assert len(recorded.asked) == 1
    later = searching.time.monotonic() + 301
    monkeypatch.setattr(searching.time, "monotonic", lambda: later)
    recorded.has("Red.jpg")
    recorded.finds["library"] = ["Red.jpg"]
    assert names("library") == ["Red.jpg"]


def test_a_wiki_that_did_not_answer_is_asked_again(recorded, settings):
    recorded.has("Red.jpg")
    recorded.finds["library"] = ["Red.jpg"]
    recorded.fails = NoAnswer(Why.UNREACHABLE)
    with pytest.raises(Trouble) as said:
        search("library")
    assert said.value.code == "unreachable"
    recorded.fails = None
    assert names("library") == ["Red.jpg"]
    settings.COMMONS_API = ""
    with pytest.raises(Trouble) as said:
        search("library")
    assert said.value.code == "off"
