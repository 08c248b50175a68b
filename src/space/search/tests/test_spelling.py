"""Slips are forgiven, in every script, and by what is public alone."""

import pytest

from space.accounts.readers import NOBODY, Reader
from space.search.actions import survey
from space.search.asking import Question, query
from space.search.indexing import forget
from space.search.spelling import distance, suggestion
from space.search.tests.test_finding import found, written

pytestmark = pytest.mark.django_db


def meant(typed: str, reader: Reader = NOBODY) -> str:
    return suggestion(Question(words=tuple(typed.split())), reader)


@pytest.mark.parametrize(
    ("lang", "word", "typed"),
    [
        ("en", "photogrammetry", "photogrametry"),
        ("de", "Übersetzung", "Ubersezung"),
        ("ar", "المكتبات", "المكتباث"),
        ("hi", "पुस्तकालय", "पुस्तकालव"),
        ("ru", "библиотека", "библеотека"),
    ],
)
def test_a_word_that_nobody_wrote_is_one_that_people_did(lang, word, typed):
    for _ in range(3):
        written(text=word, lang=lang)
    survey()

    assert distance(meant(typed), word.lower()) <= 1
    assert found(*meant(typed).split()) != []
    assert meant(word) == ""


@pytest.mark.parametrize(
    ("word", "typed"), [("camera", "cemara"), ("house", "hosue"), ("музей", "умзей"), ("خريطة", "رخيطة")]
)
def test_slips_in_the_first_letters_are_forgiven(word, typed):
    written(text=word)
    survey()

    assert found(meant(typed)) == found(word) != []


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("图书馆扫描计划", "图书管扫描"),
        ("خريطة المدينة القديمة", "خريضة المدينة"),
        ("पुरानी लाइब्रेरी", "पुरानी लाइब्ररी"),
        ("Rosa Quispe", "Roza Quispe"),
    ],
)
def test_slips_in_titles_and_names_are_forgiven(title, typed):
    there = written(title=title, text="…")

    assert found(*typed.split()) == [there.pk]
    assert meant(typed) != ""


def test_private_words_are_suggested_to_nobody_not_even_to_who_sees_them():
    for _ in range(3):
        written(text="quincunxial", title="quincunxial", circle=7)
    survey()
    insider = Reader(pk=2, carries={"groups": [7]})

    assert [meant("quincunxiall", reader) for reader in (NOBODY, insider)] == ["", ""]
    assert query(Question(words=("quincunxiall",)), NOBODY).hits == ()


def test_a_word_that_is_gone_since_the_survey_is_suggested_to_nobody():
    gone = [written(text="quincunxial") for _ in range(3)]
    survey()
    assert meant("quincunxiall") == "quincunxial"
    forget("post", [one.pk for one in gone])

    assert meant("quincunxiall") == ""
