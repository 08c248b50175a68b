"""What organisers ask, and how long they know the answers."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from space.events.actions.asking import MOST_QUESTIONS, Asked, ask, forget_given, give, write_to_attendees
from space.events.actions.attending import answer
from space.events.models import Answer, Given
from space.kit import clock
from space.testing.events import MONDAY

FOOD = Asked("What do you eat?", ("Everything", "No meat"))
NEEDS = Asked("What do you need so that you can take part?")


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def coming(training, lena):
    ask(training, [FOOD, NEEDS], by=training.by)
    return answer(training, by=lena, says=Answer.GOING)


def asked(event) -> list[str]:
    return [one.text for one in event.questions.all()]


def given() -> dict[str, str]:
    return dict(Given.objects.values_list("question__text", "text"))


def test_answers_to_a_choice_are_of_its_options(coming, training):
    food, needs = training.questions.all()
    give(coming, {food.pk: "Stones", needs.pk: "A chair with arms", 999: "Nobody asked"})
    assert given() == {NEEDS.text: "A chair with arms"}
    give(coming, {food.pk: "No meat", needs.pk: ""})
    assert given() == {FOOD.text: "No meat"}


def test_a_question_that_stays_keeps_its_answers_in_another_order(coming, training):
    food, needs = training.questions.all()
    give(coming, {food.pk: "No meat", needs.pk: "Light"})
    ask(training, [NEEDS, Asked("Which town are you from?"), FOOD], by=training.by)
    assert asked(training) == [NEEDS.text, "Which town are you from?", FOOD.text]
    assert len(given()) == 2
    ask(training, [NEEDS], by=training.by)
    assert given() == {NEEDS.text: "Light"}


def test_there_are_not_too_many_questions(training):
    with pytest.raises(ValidationError, match="Leave one out"):
        ask(training, [Asked(f"Question {number}?") for number in range(MOST_QUESTIONS + 1)], by=training.by)


def test_answers_are_gone_90_days_after_the_end(coming, training):
    give(coming, {training.questions.first().pk: "No meat"})
    with clock.at(MONDAY + timedelta(days=99)):
        assert forget_given() == 0
    with clock.at(MONDAY + timedelta(days=101)):
        assert forget_given() == 1
    assert given() == {}


def test_organisers_write_a_few_words_a_day(training, kofi):
    for number in range(5):
        write_to_attendees(training, by=kofi, text=f"Word {number}: the door is on the left.")
    with pytest.raises(ValidationError):
        write_to_attendees(training, by=kofi, text="One too many of them for a day.")
