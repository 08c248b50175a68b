"""Documents are found by what stands in them, by whoever may know of them."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from space.accounts.readers import NOBODY, Reader
from space.groups.circles import Circle
from space.kit import clock
from space.search.actions import survey
from space.search.asking import Question, planning, query
from space.search.documents import Document
from space.search.indexing import forget, index
from space.search.kinds import Kind
from space.search.reindexing import reindex

pytestmark = pytest.mark.django_db
NUMBERS = count(1)
QUESTION = "On which day of the week does the Kyiv archive open its doors?"


def written(title: str = "", text: str = "", lang: str = "en", **more) -> Document:
    """A document as apps make them, written a day before the one before it."""
    number = next(NUMBERS)
    kind = "topic" if title else "post"
    one = Document(kind, number, title, text, lang, 0, clock.now() - timedelta(days=number))
    one = replace(one, **more)
    index([one])
    return one


def found(*words: str, reader: Reader = NOBODY, **more) -> list[int]:
    return [hit.pk for hit in query(Question(words=words, **more), reader).hits]


SAID = [
    ("en", "The volunteers scanned old newspapers", ("newspaper",)),
    ("en", "The volunteers scanned old newspapers", ("scan", "volunteer")),
    ("de", "Wir prüfen die Übersetzungen", ("ubersetzung",)),
    ("de", "Wir prüfen die Übersetzungen", ("prüfe",)),
    ("tr", "İstanbul'da kitaplarımızı taradık", ("istanbul", "kitap")),
    ("ar", "نبحث عن المكتبات القديمة", ("مكتبة",)),
    ("ar", "كَتَبَ الطالبُ رسالةً", ("كتب", "رساله")),
    ("hi", "हिन्दी की किताबें पढ़ना", ("हिंदी", "किताब")),
    ("zh", "我们在图书馆扫描旧报纸", ("图书馆",)),
    ("zh", "我们在图书馆扫描旧报纸", ("馆",)),
    ("ja", "図書館で古い新聞をスキャンします", ("新聞",)),
    ("th", "เราสแกนหนังสือพิมพ์เก่าในห้องสมุด", ("ห้องสมุด",)),
    ("ko", "도서관에서 신문을 읽었습니다", ("신문",)),
    ("uk", "Ми перекладаємо статті", ("стаття",)),
    ("", "Łódź and Malmö", ("lodz", "malmo")),
]


@pytest.mark.parametrize(("lang", "text", "asked"), SAID, ids=[" ".join(asked) for _, _, asked in SAID])
def test_words_are_found_in_every_script_and_in_other_forms(lang, text, asked):
    there = written(text=text, lang=lang)
    written(text="Nothing of the kind. 别的话。 อื่น ๆ", lang="")

    assert found(*asked) == [there.pk]


def test_what_is_called_so_stands_first_then_what_has_it_in_its_title():
    said = written(text="source source source")
    titled = written(title="A source on paper", text="Cards")
    called = written(title="Source", text="Boxes", written_at=clock.now() - timedelta(days=2000))

    assert found("source") == [called.pk, titled.pk, said.pk]


def test_phrases_are_taken_as_they_stand_and_refused_words_keep_away():
    there = written(text="We met at the old mill by the river")
    written(text="The mill is old")

    assert [hit.pk for hit in query(Question(phrases=("old mill",)), NOBODY).hits] == [there.pk]
    assert found("mill", without=("river",)) != [there.pk]
    assert len(found("mill")) == 2


def test_words_that_stand_as_they_were_typed_count_more():
    apart = written(text="The mill is old", written_at=clock.now())
    together = written(text="It is the old mill")

    assert found("old", "mill") == [together.pk, apart.pk]


def test_the_last_word_need_not_be_finished():
    there = written(text="All about photogrammetry")
    assert found("about", "photogr") == [there.pk]


def test_where_no_document_has_all_words_those_with_some_are_found():
    there = written(text="All about photogrammetry")
    assert found("photogrammetry", "zeppelin") == [there.pk]


PARTS = [
    ("th", "ห้องสมุด", ["น้องชาย", "ห้องเรียน"]),
    ("th", "มหาวิทยาลัย", ["มหาสมุทร", "วิทยุ"]),
    ("zh", "国际图书馆", ["国际象棋", "地图"]),
]


@pytest.mark.parametrize(("lang", "asked", "others"), PARTS, ids=[asked for _, asked, _ in PARTS])
def test_less_than_half_of_a_word_without_spaces_is_another_word(lang, asked, others):
    for other in others:
        written(text=other, lang=lang)
    assert found(asked) == []
    assert query(Question(words=(asked,)), NOBODY).about == 0

    there = written(text=f"{others[0]} {asked[:-1]}", lang=lang)
    assert found(asked) == [there.pk]


def test_a_question_of_many_words_finds_what_answers_it():
    there = written(text="The archive in Kyiv opens on Tuesdays, and the index is a box of cards.")
    for day in ("Monday", "Friday", "Sunday"):
        written(text=f"The library opens on {day}, and the catalogue is on the web.")
    survey()

    assert found(*QUESTION.split())[0] == there.pk


def test_members_and_groups_find_what_is_theirs_and_nobody_else_does():
    for circle in (Circle.MEMBERS, 7):
        written(text="quincunx", circle=circle)
    member, insider = Reader(pk=1), Reader(pk=2, carries={"groups": [7]})

    assert [len(found("quincunx", reader=reader)) for reader in (NOBODY, member, insider)] == [0, 1, 2]


def test_things_of_one_topic_stand_together():
    for _ in range(3):
        written(text="bicycle", topic=5)
    answer = query(Question(words=("bicycle",)), NOBODY)

    assert [(hit.topic, hit.more) for hit in answer.hits] == [(5, 2)]
    assert answer.about == 3


FILTERS = [
    ({"species": ("question",)}, {"species": "question"}),
    ({"languages": ("fr",)}, {"lang": "fr"}),
    ({"authors": (3,)}, {"author": 3}),
    ({"places": (4,)}, {"place": 4}),
    ({"tags": (5, 6)}, {"tags": (5, 6, 7)}),
    ({"topic": 8}, {"topic": 8}),
    ({"first_only": True}, {"kind": "topic"}),
    ({"since": clock.now() - timedelta(hours=2)}, {"written_at": clock.now() - timedelta(hours=1)}),
    ({"until": clock.now() - timedelta(days=3000)}, {"written_at": clock.now() - timedelta(days=3001)}),
]


@pytest.mark.parametrize(("asked", "has"), FILTERS, ids=[next(iter(asked)) for asked, _ in FILTERS])
def test_each_filter_keeps_what_it_names_with_words_and_without(asked, has):
    written(text="bicycle", tags=(5,))
    there = written(text="bicycle", **has)

    assert found("bicycle", **asked) == [there.pk]
    assert found(**asked) == [there.pk]


def test_what_is_indexed_again_takes_its_own_place_and_what_is_forgotten_is_gone():
    there = written(text="bicycle")
    index([replace(there, text="tram")])
    assert (found("bicycle"), found("tram")) == ([], [there.pk])

    forget(there.kind, [there.pk])
    assert found("tram") == []


def test_phrases_are_looked_for_in_titles_alone_too():
    there = written(title="The old mill", text="by the river")
    written(title="A mill", text="old mill")

    answer = query(Question(phrases=("old mill",), title_only=True), NOBODY)
    assert [hit.pk for hit in answer.hits] == [there.pk]


def test_of_a_common_word_names_are_found_beside_all_that_is_said_of_them(monkeypatch):
    monkeypatch.setattr(planning, "_FEW", 5)
    monkeypatch.setattr(planning, "WEIGHED", 20)
    tag = written(title="harbours", kind="tag", written_at=clock.now() - timedelta(days=9000))
    for number in range(300):
        written(text=f"harbour {number}", topic=number + 1)
    survey()
    answer = query(Question(words=("harbour",)), NOBODY)

    assert answer.hits[0].pk == tag.pk
    assert answer.about > 100
    assert not answer.partial


@pytest.mark.parametrize(
    "text",
    ["ก" + "\u0e34" * 3_000, " ".join(f"{chr(0x10400 + n % 70) * 50}{n}" for n in range(15_000))],
    ids=["a sign with thousands of marks", "as many long words as there may be"],
)
def test_whatever_can_be_written_can_be_indexed(text):
    there = written(text=f"harbour {text}", lang="th")

    assert found("harbour") == [there.pk]


def test_what_is_written_while_all_is_made_anew_stays(monkeypatch):
    first = Document("stone", 1, "", "harbour", "en", 0, clock.now())

    def documents(after, most):
        """Somebody's new stone has its number already, and is there a moment after the others were read."""
        if after == 3:
            return [], None
        index([replace(first, pk=2)])
        return [first], 3

    monkeypatch.setattr("space.search.kinds._kinds", {"stone": Kind("Stones", None, documents)})
    index([replace(first, pk=3)])
    reindex()

    assert sorted(found("harbour")) == [1, 2]
