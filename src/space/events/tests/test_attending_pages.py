"""Who comes, on the pages of an event."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from space.accounts.models import User
from space.events.actions import cancel_event
from space.events.actions.asking import Asked, ask, write_to_attendees
from space.events.actions.attending import answer, take_back_answer
from space.events.models import Answer, Attendance, Event, Given
from space.kit import clock
from space.testing.events import MONDAY
from space.testing.telling import told

GOING = Answer.GOING


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def at(name, event) -> str:
    return reverse(f"events:{name}", args=[event.pk])


def page(client, event) -> str:
    return client.get(event.get_absolute_url()).content.decode()


def test_one_says_on_the_page_that_one_comes_and_takes_it_back(client, training, lena):
    assert "Sign in to say that you come" in page(client, training)
    client.force_login(lena)
    client.post(at("attend", training), {"says": "going", "public": "1"})
    shown = page(client, training)
    assert "1 person is going" in shown
    assert shown.count('aria-pressed="true"') == 1
    client.post(at("attend", training), {"says": "nothing"})
    assert not Attendance.objects.exists()


def test_names_are_there_only_of_who_lets_others_see_them(client, training, lena, amina, kofi):
    answer(training, by=lena, says=GOING, is_public=True)
    answer(training, by=amina, says=GOING)
    for place in (page(client, training), client.get(at("people", training)).content.decode()):
        assert "Lena Müller" in place
        assert "Amina" not in place
    client.force_login(kofi)
    assert "Amina" in client.get(at("people", training)).content.decode()


def test_in_a_protected_country_nobody_sees_who_comes(client, training, lena, kofi, settings):
    settings.PROTECTED_COUNTRIES = ("GH",)
    answer(training, by=lena, says=GOING, is_public=True)
    for place in (page(client, training), client.get(at("people", training)).content.decode()):
        assert "Lena Müller" not in place
        assert "1 person is going" not in place
    client.force_login(kofi)
    assert "Lena Müller" in client.get(at("people", training)).content.decode()


def test_a_table_for_organisers_holds_answers_and_no_formula(client, training, lena, kofi):
    ask(training, [Asked("What do you need?")], by=training.by)
    client.force_login(lena)
    question = training.questions.get()
    client.post(
        at("attend", training), {"says": "going", f"question-{question.pk}": "=1+1", "question-x": "no"}
    )
    assert Given.objects.get().text == "=1+1"
    assert client.get(at("people_csv", training)).status_code == 403
    client.force_login(kofi)
    rows = client.get(at("people_csv", training)).content.decode().splitlines()
    assert rows[0].endswith("What do you need?")
    assert rows[1].endswith("'=1+1")


def test_questions_are_typed_one_a_line_with_answers_behind_dashes(client, training, kofi):
    client.force_login(kofi)
    sent = client.post(at("questions", training), {"questions": "- Alone\nWhat do you eat?"})
    assert sent.status_code == 422
    assert "Begin with a question" in sent.content.decode()
    assert "- Alone" in sent.content.decode()
    client.post(
        at("questions", training), {"questions": "What do you eat?\n- Everything\n- No meat\nFrom where?"}
    )
    assert [(one.text, one.options) for one in training.questions.all()] == [
        ("What do you eat?", ["Everything", "No meat"]),
        ("From where?", []),
    ]
    assert "- No meat" in client.get(at("questions", training)).content.decode()


def test_nobody_hears_of_a_place_at_what_does_not_take_place(training, lena, amina, kofi):
    Event.objects.for_actions().filter(pk=training.pk).update(capacity=1)
    answer(training, by=lena, says=GOING)
    answer(training, by=amina, says=GOING)
    take_back_answer(training, by=lena)
    cancel_event(training, by=kofi, reason="No power")
    assert "A place became free, and it is yours: you are going" not in told(amina)


def test_who_moves_up_hears_of_it_and_who_goes_of_words(training, lena, amina, kofi):
    Event.objects.for_actions().filter(pk=training.pk).update(capacity=1)
    answer(training, by=lena, says=GOING)
    answer(training, by=amina, says=GOING)
    take_back_answer(training, by=lena)
    assert told(amina) == ["A place became free, and it is yours: you are going"]
    with clock.at(MONDAY + timedelta(hours=1)):
        write_to_attendees(training, by=kofi, text="Come by the door on the left.")
        assert told(amina)[0] == "A word from the organisers of an event"
        assert told(lena) == told(kofi) == []


def test_once_it_is_over_the_page_says_so(client, training, lena):
    client.force_login(lena)
    with clock.at(MONDAY + timedelta(days=30)):
        assert "This event is over." in page(client, training)
        client.post(at("attend", training), {"says": "going"})
        assert "is over" in page(client, training)
    assert not Attendance.objects.exists()


def test_a_page_asks_as_much_for_many_as_for_few(client, training):
    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            client.get(at("people", training))
        return len(counted)

    def come(number: int) -> None:
        person = User.objects.create(name=f"Guest {number}", email="")
        answer(training, by=person, says=GOING, is_public=True)

    come(1)
    few = queries()
    for number in range(2, 8):
        come(number)
    assert queries() == few


def test_who_says_that_they_come_leaves_kept_calendars_alone(training, lena, monkeypatch):
    bumped: list[str] = []
    monkeypatch.setattr("space.web.versions.bump", lambda *tags: bumped.extend(tags))
    answer(training, by=lena, says=GOING)
    ask(training, [Asked("What do you need?")], by=training.by)
    assert set(bumped) == {f"event:{training.pk}"}


def test_a_number_without_end_in_the_name_of_a_field_is_no_question(client, training, lena):
    client.force_login(lena)
    form = f"says=going&question-{'9' * 5000}=x"
    sent = client.post(at("attend", training), form, content_type="application/x-www-form-urlencoded")
    assert sent.status_code == 302
    assert Attendance.objects.get().answer == GOING
