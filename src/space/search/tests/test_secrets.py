"""What somebody may not see changes nothing of what they are told: not what is found, not its order, not a number."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from space.accounts.readers import NOBODY, Reader
from space.groups.circles import Circle
from space.search.actions import survey
from space.search.asking import Question, query
from space.search.models import Survey, Word
from space.search.spelling import suggestion
from space.search.tests.test_finding import written

pytestmark = pytest.mark.django_db

MEMBER = Reader(pk=1, carries={"groups": [3]})
SUSPENDED = Reader(pk=2, carries={"groups": [7], "suspended": True})
INSIDER = Reader(pk=4, carries={"groups": [7]})
LONG = ["when", "will", "the", "harbour", "plan", "of", "the", "old", "town", "be", "shown"]
ASKED = [
    Question(words=("harbour",)),
    Question(words=("harb",)),
    Question(words=("harbour", "plan")),
    Question(words=("harbuor",)),
    Question(phrases=("harbour plan",)),
    Question(
        words=tuple(
            ["when", "will", "the", "harbour", "plan", "of", "the", "old", "town", "be", "shown", "to", "all"]
        )
    ),
    Question(words=("港口计划",)),
    Question(words=("港",)),
    Question(words=("الميناء",)),
    Question(words=("बंदरगाह",)),
    Question(words=("harbour",), title_only=True),
    Question(words=("harbour",), newest=True, size=1),
    Question(words=("harbour",), per_kind=2),
    Question(words=("harbour",), without=("plan",)),
    Question(words=("harbour",), tags=(5,), places=(6,), authors=(7,), species=("question",)),
    Question(authors=(7,)),
    Question(topic=8),
]
SECRETS = [
    ("The harbour plan", "When will the harbour plan of the old town be shown? harbuor"),
    ("港口计划", "港口计划是秘密"),
    ("خطة الميناء", "الميناء القديم"),
    ("बंदरगाह", "बंदरगाह की योजना"),
]


def told(reader: Reader) -> list[Any]:
    """All that an answer says, to every question, and how words are known."""
    survey()
    words, numbers = Word.objects.order_by("word"), Survey.objects.values_list("documents", "average_length")
    answers = [asdict(query(question, reader)) for question in ASKED]
    return [
        answers,
        [suggestion(question, reader) for question in ASKED],
        list(words.values_list()),
        list(numbers),
    ]


@pytest.mark.parametrize(
    "reader", [NOBODY, MEMBER, SUSPENDED], ids=["nobody", "a member", "a suspended member of it"]
)
def test_a_private_document_that_would_fit_changes_no_answer(reader):
    for title, text in SECRETS:
        for public in (written(title=title, text=text), written(text=f"{text} and more")):
            written(text=f"Something else about {public.pk}")
    before = told(reader)
    circles = [7, Circle.NOBODY, *([] if reader is MEMBER else [Circle.MEMBERS])]
    for title, text in SECRETS * 2:
        for circle in circles:
            written(
                title=title,
                text=text,
                circle=circle,
                tags=(5,),
                place=6,
                author=7,
                species="question",
                topic=8,
            )

    assert told(reader) == before
    assert told(INSIDER) != before


def test_what_becomes_private_is_gone_at_once_and_comes_back():
    from space.search.indexing import settle

    there = written(title="Harbour", topic=9, tags=(1,), species="conversation", place=2)
    more = {"place": 2, "tags": (1,), "species": "conversation", "lowered": False}
    for circle, finds in ((7, (0, 1)), (Circle.NOBODY, (0, 0)), (0, (1, 1))):
        settle(9, circle=circle, **more)
        found = [len(query(Question(words=("harbour",)), reader).hits) for reader in (NOBODY, INSIDER)]
        assert tuple(found) == finds
    assert replace(there, circle=0) == there


def test_an_answer_costs_as_many_queries_however_much_there_is(django_assert_max_num_queries):
    question = Question(words=("harbour", "plan"))
    for number in range(30):
        written(text="harbour plan", circle=7 * (number % 2), topic=number)
    with django_assert_max_num_queries(7):
        assert len(query(question, NOBODY).hits) == 15
    with django_assert_max_num_queries(9):
        assert len(query(question, INSIDER).hits) == 20


def test_when_time_is_up_the_answer_says_so(settings):
    for _ in range(3):
        written(text="harbour plan")
    settings.SEARCH_MILLISECONDS = 1
    answers = [query(Question(words=("harbour",)), NOBODY) for _ in range(3)]

    # A millisecond is enough at times; then all of it was found.
    assert all(answer.partial or len(answer.hits) == 3 for answer in answers)
