"""What comes out of texts, whatever goes in."""

import re

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from space.kit import clock
from space.search.asking.weighing import bm25, rarity, times
from space.search.documents import Document
from space.search.words import pieces, stem, vector
from space.search.words.folding import fold, upright
from space.search.words.pieces import spans

ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=300)


def words(text: str, lang: str = "") -> list[str]:
    return [fold(piece.word) for piece in pieces(text, lang) if not piece.signs]


def document(text: str, lang: str = "en", title: str = "", **more) -> Document:
    return Document("post", 1, title, text, lang, 0, clock.now(), **more)


ALIKE = [
    ("Łódź", "lodz"),
    ("Straße", "STRASSE"),
    ("İstanbul", "istanbul"),
    ("ﬁle", "file"),
    ("كِتَابٌ", "كتاب"),
    ("مكتبة", "مکتبه"),
    ("إسلام", "اسلام"),
    ("हिन्दी", "हिंदी"),
    ("फ़िल्म", "फिल्म"),
    ("שָׁלוֹם", "שלום"),
    ("١٩٩٩", "1999"),
    ("ёлка", "елка"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_a_word_are_one(one, other):
    assert words(one) == words(other) != []


def test_vowel_signs_that_are_letters_stay():
    assert words("कि की") == ["कि", "की"]
    assert [piece.pairs for piece in pieces("กา กี")] != [piece.pairs for piece in pieces("กี กา")]


def test_turkish_has_two_letters_i():
    assert words("ISPARTA ılık", "tr") == words("ısparta ILIK", "tr")


def test_a_run_becomes_pairs_with_marks_kept_at_their_base():
    (run,) = pieces("図書館")
    assert run.pairs == ["図書", "書館", "館"]
    (run,) = pieces("ที่นี่")
    assert run.signs == ("ที่", "นี่")
    assert [bool(piece.signs) for piece in pieces("WiFi設定2")] == [False, True, False]


def test_forms_of_a_word_share_their_stem():
    for lang, forms in {
        "en": ("translation", "translations", "translate"),
        "de": ("Übersetzung", "Übersetzungen"),
        "ar": ("مكتبة", "المكتبات"),
        "hi": ("किताब", "किताबें"),
        "tr": ("kitap", "kitaplar"),
        "uk": ("стаття", "статті"),
    }.items():
        assert len({stem(upright(form, lang), lang) for form in forms}) == 1, forms


@pytest.mark.django_db
@given(ANY, ANY, st.sampled_from(["", "en", "ar", "hi", "tr", "zh", "th", "uk"]))
def test_every_text_is_a_vector_that_postgresql_reads_as_we_meant_it(title, text, lang):
    literal, _ = vector(document(text, lang, title, tags=(1, 2)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(%s::tsvector)", [literal])
        kept = set(cursor.fetchone()[0])

    assert kept == set(re.findall(r"'([^']*)'", literal))
    assert {"#g1", "#g2", "#kpost"} <= kept


@pytest.mark.django_db
def test_a_text_of_endless_words_fits_too():
    literal, length = vector(document("word " * 40_000 + "x" * 5_000 + " " + "字" * 40_000))
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(%s::tsvector)", [literal])
        assert cursor.fetchone()[0] > 3
    assert length <= 15_001


@given(ANY)
def test_what_stands_in_a_text_is_asked_as_it_is_kept(text):
    literal, _ = vector(document(text))
    for piece in pieces(text, "en"):
        for lexeme in piece.pairs or [fold(piece.word), "=" + stem(piece.word, "en")]:
            assert f"'{lexeme}'" in literal


@given(ANY)
def test_spans_are_places_in_the_text_as_it_is(text):
    at = 0
    for start, end, _ in spans(text):
        assert at <= start < end <= len(text)
        at = end


@given(st.integers(1, 255))
def test_what_postgresql_says_of_a_word_tells_how_often_it_is_there(number):
    rank = sum(1 / (n * n) for n in range(1, number + 1)) / 1.64493406685
    assert times(rank) == number
    assert times(0) == 0


def plain(query: list[str], texts: list[list[str]], number: int) -> float:
    """BM25 as books have it."""
    from math import log

    average = sum(map(len, texts)) / len(texts)
    total = 0.0
    for word in query:
        n = sum(word in text for text in texts)
        idf = log(1 + (len(texts) - n + 0.5) / (n + 0.5))
        count = texts[number].count(word)
        total += idf * count * 2.2 / (count + 1.2 * (1 - 0.6 + 0.6 * len(texts[number]) / average))
    return total


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=30), min_size=2, max_size=8))
def test_a_text_is_weighed_as_by_plain_bm25(texts):
    query = ["a", "c"]
    found = [sum(word in text for text in texts) for word in query]
    average = sum(map(len, texts)) / len(texts)
    rarities = [rarity(n, len(texts)) for n in found]
    for number, text in enumerate(texts):
        ours = bm25([text.count(word) for word in query], rarities, len(text), average)
        assert ours == pytest.approx(plain(query, texts, number))
