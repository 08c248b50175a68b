"""Who comes without an account: by a letter with a link."""

import email
import email.policy
import re
import time
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from space.events import tasks
from space.events.actions import cancel_event
from space.events.actions.asking import Asked, ask, write_to_attendees
from space.events.actions.attending import answer, take_back_answer
from space.events.actions.guests import forget_guests
from space.events.actions.splitting import change_from
from space.events.models import Answer, Attendance, Event, Given, Guest
from space.events.plan import plan_of
from space.kit import clock
from space.notifications.models import Letter
from space.testing.events import MONDAY
from space.testing.telling import told

GOING = Answer.GOING


@pytest.fixture(autouse=True)
def on_that_monday(settings):
    settings.EMAIL_URL = "memory:"
    with clock.at(MONDAY):
        yield


def at(name, event, *more) -> str:
    return reverse(f"events:{name}", args=[event.pk, *more])


def page(client, event) -> str:
    return client.get(event.get_absolute_url()).content.decode()


def letters() -> list[tuple[str, str, str]]:
    """To whom, subject, text; the newest last. Jobs that write some are done."""
    for job in ProcrastinateJob.objects.filter(task_name__startswith="events.write_of").order_by("pk"):
        getattr(tasks, job.task_name.removeprefix("events."))(**job.args)
    return [_read(one) for one in Letter.objects.filter(person=None).order_by("pk")]


def _read(letter: Letter) -> tuple[str, str, str]:
    mail = email.message_from_bytes(bytes(letter.mime), policy=email.policy.default)
    return letter.recipients[0], mail["Subject"], mail.get_content()


def link_in(text: str, name: str) -> str:
    [found] = re.findall(rf"http://[^/]+(/events/\d+/{name}/\S+)", text)
    return found


def ask_by_mail(client, event, name="Ines", address="ines@example.org", **more):
    return client.post(at("come", event), {"name": name, "address": address, **more})


def come(client, event, name="Ines", address="ines@example.org", **more) -> str:
    """All the way. Gives the address of one's own page."""
    ask_by_mail(client, event, name, address, **more)
    return urlsplit(client.post(link_in(letters()[-1][2], "come")).headers["Location"]).path


def test_who_has_no_account_comes_by_a_letter_with_a_link_that_is_good_once(client, training):
    assert at("come", training) in page(client, training)
    assert (
        "Look into your mail"
        in client.get(ask_by_mail(client, training).headers["Location"]).content.decode()
    )
    [(to, subject, text)] = letters()
    assert (to, "Wikidata for beginners" in subject, "Ines" in text) == ("ines@example.org", True, False)
    assert not Attendance.objects.exists()
    link = link_in(text, "come")
    assert "Ines" in client.get(link).content.decode()
    assert not Attendance.objects.exists(), "programs that read mail open links"
    own = client.post(link).headers["Location"]
    assert client.post(link).status_code == 404
    assert "1 person is going" in page(client, training)
    assert "Ines" not in page(client, training)
    assert "You are coming" in client.get(own).content.decode()
    client.post(own, {"do": "leave"})
    assert not Guest.objects.exists()
    assert "Nobody has said yet" in page(client, training)
    assert client.get(own).status_code == 404


def test_a_link_is_good_for_two_days_and_then_the_address_is_forgotten(client, training):
    ask_by_mail(client, training)
    link = link_in(letters()[0][2], "come")
    with clock.at(MONDAY + timedelta(hours=49)):
        assert client.post(link).status_code == 404
        forget_guests()
    assert not Guest.objects.exists()
    assert not Attendance.objects.exists()


def test_the_page_says_the_same_whoever_comes_already(client, training, monkeypatch):
    own = come(client, training)
    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now)
    before = ask_by_mail(client, training, "Eve")
    other = ask_by_mail(client, training, "Eve", "eve@example.org")
    assert (before.status_code, before.headers["Location"]) == (other.status_code, other.headers["Location"])
    again = next(text for to, _, text in reversed(letters()) if to == "ines@example.org")
    assert "You said already that you come" in again
    assert link_in(again, "guest") == own
    assert Guest.objects.get(address="ines@example.org").name == "Ines"


def test_guests_wait_and_move_up_in_turn_with_people(client, training, lena, amina, kofi):
    Event.objects.for_actions().filter(pk=training.pk).update(capacity=1)
    answer(training, by=lena, says=GOING)
    own = come(client, training)
    answer(training, by=amina, says=GOING)
    assert "You are the first who waits" in client.get(own).content.decode()
    take_back_answer(training, by=lena)
    assert "A place for you" in letters()[-1][1]
    client.post(own, {"do": "leave"})
    assert told(amina) == ["A place became free, and it is yours: you are going"]
    assert Event.objects.for_actions().get().going_count == 1


def test_organisers_see_names_and_answers_and_nobody_an_address(client, training, kofi):
    ask(training, [Asked("What do you eat?", ("Everything", "No meat"))], by=training.by)
    question = f"question-{training.questions.get().pk}"
    own = come(client, training, **{question: "No meat"})
    client.post(own, {"do": "change", "name": "Inês", question: "Everything"})
    assert "Inês" not in client.get(at("people", training)).content.decode()
    client.force_login(kofi)
    people = client.get(at("people", training)).content.decode()
    table = client.get(at("people_csv", training)).content.decode()
    assert all("Inês" in one and "Everything" in one and "ines@" not in one for one in (people, table))
    client.post(at("take_off", training, Guest.objects.get().pk))
    assert not Attendance.objects.exists()


def test_guests_are_written_to_in_their_language_when_it_is_cancelled_and_in_words(client, training, kofi):
    client.cookies["django_language"] = "en"
    come(client, training)
    write_to_attendees(training, by=kofi, text="Come by the door on the left.")
    assert "Come by the door on the left." in letters()[-1][2]
    cancel_event(training, by=kofi, reason="The power is out.")
    _, subject, text = letters()[-1]
    assert "This event is cancelled: Wikidata for beginners" in subject
    assert "The power is out." in text
    written = len(Letter.objects.all())
    assert len(letters()) == written, "a job that is done again writes nothing"


def test_what_is_known_of_a_guest_is_gone_after_ninety_days_and_the_number_stays(client, training, kofi):
    ask(training, [Asked("From where?")], by=training.by)
    own = come(client, training, **{f"question-{training.questions.get().pk}": "Kumasi"})
    with clock.at(MONDAY + timedelta(days=102)):
        tasks.forget_given(0)
        assert "ines" not in str(list(Guest.objects.values())).casefold()
        assert not Given.objects.exists()
        assert Event.objects.for_actions().get().going_count == 1
        assert client.get(own).status_code == 200


def test_guests_of_a_series_come_to_its_later_dates_too(client, meetup, lena):
    come(client, meetup)
    plan = replace(plan_of(meetup), first_day=date(2026, 3, 24), last_day=date(2026, 3, 24), place="Berlin")
    with clock.at(MONDAY + timedelta(hours=1)):
        later = change_from(
            meetup, date(2026, 3, 24), plan, by=lena, title="Meetup", text="Further on in Berlin"
        )
    assert later.going_count == 1
    text = letters()[-1][2]
    assert f"/events/{later.pk}/guest/" in text
    assert "You are coming" in client.get(link_in(text, "guest")).content.decode()


@pytest.mark.parametrize("why", ["no mail", "protected", "organisers", "members"])
def test_it_is_not_offered_and_not_taken(client, training, settings, why):
    match why:
        case "no mail":
            settings.EMAIL_URL = ""
        case "protected":
            settings.PROTECTED_COUNTRIES = ("GH",)
        case "organisers":
            Event.objects.for_actions().filter(pk=training.pk).update(guests_may_come=False)
        case "members":
            type(training.topic).objects.for_actions().update(audience="members")
    if why != "members":
        assert at("come", training) not in page(client, training)
    assert ask_by_mail(client, training).status_code in {403, 404}
    assert letters() == []


def test_letters_to_one_address_have_an_end(client, training):
    sent = [ask_by_mail(client, training).status_code for _ in range(7)]
    assert sent.count(302) == 5
    assert sent[-1] == 422
