"""What a result shows of its text: the right part, the right marks, and never broken or unsafe HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.search.asking import Question
from space.search.passages import LONGEST, marked_title, passage

LONG = "Nothing of interest happens here, and goes on to happen. " * 20


def marks(html: str) -> list[str]:
    return re.findall("<mark>(.*?)</mark>", html)


SHOWN = [
    ("en", "Old newspapers were scanned.", ("newspaper", "scan"), ["newspapers", "scanned"]),
    ("ar", "كَتَبَ الطالبُ رسالةً إلى المكتبة", ("كتب", "مكتبة"), ["كَتَبَ", "المكتبة"]),
    ("hi", "हिन्दी की किताबें पढ़ना अच्छा है", ("हिंदी", "किताब"), ["हिन्दी", "किताबें"]),
    ("zh", "我们在图书馆扫描旧报纸", ("图书馆",), ["图书馆"]),
    ("zh", "我们在图书馆扫描旧报纸", ("馆",), ["馆"]),
    ("th", "เราสแกนหนังสือพิมพ์เก่าในห้องสมุด", ("ห้องสมุด",), ["ห้องสมุด"]),
    ("tr", "İSTANBUL'DA taradık", ("istanbul",), ["İSTANBUL"]),
    ("de", "Die Übersetzungen der Straße", ("ubersetzung", "strasse"), ["Übersetzungen", "Straße"]),
]


@pytest.mark.parametrize(("lang", "text", "words", "marked"), SHOWN)
def test_words_are_marked_as_they_stand_in_the_text(lang, text, words, marked):
    assert marks(passage(text, Question(words=words), lang)) == marked
    assert marks(marked_title(text, Question(words=words), lang)) == marked


BEGUN = [
    (
        "de",
        "Über Ärzte, ÉCOLES und Straßen",
        "arzt école strasse über",
        ["Über", "Ärzte", "ÉCOLES", "Straßen"],
    ),
    ("sr", "Шума и šuma", "šuma", ["Шума", "šuma"]),
    ("tr", "İzmir ve ırmak", "izmir irmak", ["İzmir", "ırmak"]),
    ("ru", "Ещё ёлки, и ели", "елка еще", ["Ещё", "ёлки"]),
    ("vi", "Đường và ａｂｃ", "duong abc", ["Đường", "ａｂｃ"]),
]


@pytest.mark.parametrize(("lang", "text", "words", "marked"), BEGUN)
def test_a_word_is_found_however_it_begins_in_the_text(lang, text, words, marked):
    """Only words are looked at that can begin like one that was asked, and some languages change beginnings."""
    assert marks(marked_title(text, Question(words=tuple(words.split())), lang)) == marked


def test_the_passage_is_where_the_words_are():
    shown = passage(LONG + "A zeppelin landed. " + LONG, Question(words=("zeppelin",)), "en")

    assert "A <mark>zeppelin</mark> landed" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_markup_of_people_is_text():
    shown = passage("<script>alert('zeppelin')</script> & more", Question(words=("zeppelin",)))
    assert shown == "&lt;script&gt;alert(&#x27;<mark>zeppelin</mark>&#x27;)&lt;/script&gt; &amp; more"


@given(st.text(max_size=900), st.text(max_size=30))
def test_no_text_breaks_a_passage(text, typed):
    shown = passage(text, Question(words=tuple(typed.split())))
    bare = re.sub("</?mark>", "", shown)

    assert "<" not in bare
    assert shown.count("<mark>") == shown.count("</mark>")
    assert len(bare) <= 6 * (LONGEST + 2)


FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize("cluster", ["क्षि", "é" + "\u0301" * 3, FAMILY, "👍🏽", "กำ้", "ന്റ്റ"])
def test_what_is_seen_as_one_sign_is_not_cut(cluster):
    shown = passage(cluster * 400, Question())
    assert shown.removesuffix("…").replace(cluster, "") == ""


def test_where_a_run_stands_whole_parts_of_it_are_not_marked():
    shown = passage("คำบรรยายภาพ ควรเขียนภาษาไทย", Question(words=("ภาพ",)), "th")
    assert shown == "คำบรรยาย<mark>ภาพ</mark> ควรเขียนภาษาไทย"
