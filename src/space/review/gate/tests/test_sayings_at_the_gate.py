"""Words that are no post pass the gate as posts do: of a person, of a group, of a date."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.accounts.actions import save_preferences
from space.accounts.models import User
from space.discuss.actions.asking import take_questions
from space.discuss.actions.furnishing import add_room
from space.discuss.models import Category
from space.events.actions import cancel_event, revive_event
from space.events.actions.asking import Asked, ask
from space.events.actions.dating import leave_out, put_back
from space.events.models import Change, Event, Word
from space.groups.actions import admit
from space.groups.models import Group, Role
from space.kit import clock
from space.membership.actions import change_group, propose
from space.moderation.actions import ask_approval
from space.moderation.models import LogEntry
from space.review.actions import Ruling, answer_appeal, appeal, decide
from space.review.models import Case, Decision, Did, Flag, Outcome, WatchedSaying
from space.testing.events import MONDAY
from space.testing.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("words")]
PREFERS = {"language": "", "languages": [], "theme": "auto", "time_zone": ""}


@pytest.fixture
def on_that_monday() -> Iterator[None]:
    with clock.at(MONDAY):
        yield


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def says(person: User, about: str) -> str:
    return save_preferences(person, about=about, **PREFERS).about


def waiting() -> Case:
    return Case.objects.for_actions().select_related("author").get(decided_at=None)


def test_what_somebody_says_of_themselves_waits_while_the_old_words_stay(
    lena: User, kofi: User, rosa: User
) -> None:
    says(lena, "I read old maps.")
    mine = signed_in(lena)
    sent = {**PREFERS, "about": "I play bingo all night."}
    page = mine.post(reverse("accounts:preferences"), sent, follow=True).content.decode()
    assert "Some of your words wait for a moderator" in page
    why = mine.get(reverse("review:about_me_case", args=[waiting().pk])).content.decode()
    assert "I play bingo all night." in why
    assert "It has a word that moderators of this place look at first." in why
    places = [
        lena.get_absolute_url(),
        "/people/",
        "/search?q=bingo",
        reverse("accounts:card", args=[lena.name]),
    ]
    for client in (Client(), signed_in(kofi), mine):
        assert not [path for path in places if "play bingo" in client.get(path, follow=True).content.decode()]
    assert "I read old maps." in Client().get(lena.get_absolute_url()).content.decode()
    desk = signed_in(rosa)
    for path in ("/moderation/?tab=held", waiting().get_absolute_url()):
        assert "I play bingo all night." in desk.get(path).content.decode()
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    assert "I play bingo all night." in Client().get(lena.get_absolute_url()).content.decode()
    assert any("others can see it now" in line for line in told(lena))
    assert set(LogEntry.objects.values_list("what", flat=True)) >= {"gate-held", "case-decided"}


def test_what_is_not_let_stand_comes_back_by_an_appeal_unless_something_else_was_written(
    lena: User, rosa: User, ada: User
) -> None:
    assert says(lena, "I play bingo.") == ""
    assert says(lena, "I play bingo, and chess.") == ""
    decision = decide(waiting(), Ruling(Did.HIDE, reason="No adverts."), by=rosa)
    assert says(lena, "") == ""
    made = appeal(decision, "It is only a game.", by=lena)
    answer_appeal(made, Outcome.REVERSED, "It is.", by=ada)
    assert User.objects.get(pk=lena.pk).about == "I play bingo, and chess."
    says(lena, "Bingo and nothing else.")
    says(lena, "I am calm now.")
    page = signed_in(rosa).get(waiting().get_absolute_url()).content.decode()
    assert "Other words stand there by now" in page
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    assert User.objects.get(pk=lena.pk).about == "I am calm now."


def test_refused_words_come_back_with_the_rule_and_others_are_replaced_or_flagged(
    lena: User, rosa: User, amina: User
) -> None:
    sent = {**PREFERS, "about": "Blasted maps."}
    answer = signed_in(lena).post(reverse("accounts:preferences"), sent)
    assert answer.status_code == 422
    assert "“blasted” is not written here" in answer.content.decode()
    assert "Blasted maps." in answer.content.decode()
    assert says(lena, "Gosh, maps.") == "oh, maps."
    assert says(lena, "A lamp for my maps.") == "A lamp for my maps."
    assert (Flag.objects.get().words, waiting().is_held) == ("lamp", False)
    decide(waiting(), Ruling(Did.HIDE, reason="No lamps."), by=rosa)
    assert User.objects.get(pk=lena.pk).about == "oh, maps."
    assert says(rosa, "We do not say bingo here.") != ""
    link = "https://wells.example/"
    assert says(amina, f"See {link}one and {link}two") == ""
    assert (
        says(ask_approval(lena, until=clock.now() + timedelta(days=1), by=rosa, reason="So."), "Maps!")
        == "oh, maps."
    )
    assert set(Flag.objects.filter(case__decided_at=None).values_list("rule", flat=True)) == {
        "new-host",
        "approval-person",
    }


def test_a_group_keeps_its_words_until_somebody_looked(
    circle: Group, kofi: User, lena: User, rosa: User
) -> None:
    admit(circle, lena, role=Role.OWNER)
    client, before = signed_in(lena), circle.name
    form = {"name": before, "description": "Bingo for all", "joining": circle.joining, "questions": "Why?"}
    page = client.post(reverse("groups:change", args=[circle.slug]), form, follow=True).content.decode()
    assert "Some of your words wait for a moderator" in page
    group = Group.objects.for_actions().get(pk=circle.pk)
    assert (group.description, group.questions, group.is_listed) == (circle.description, [], False)
    assert "Bingo for all" not in signed_in(kofi).get(group.get_absolute_url()).content.decode()
    refused = client.post(reverse("groups:change", args=[circle.slug]), {**form, "title": "blasted"})
    assert (refused.status_code, "Bingo for all" in refused.content.decode()) == (422, True)
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    group.refresh_from_db()
    assert (group.description, group.questions) == ("Bingo for all", ["Why?"])
    assert change_group(group, by=lena, description="Bingo for all", joining="open").joining == "open"
    assert not Case.objects.for_actions().filter(decided_at=None).exists()


def test_who_decides_about_a_new_group_is_shown_its_watched_words(lena: User, rosa: User) -> None:
    asked = {"why": "We talk of people.", "language": "en", "joining": "request", "is_listed": True}
    with pytest.raises(ValidationError, match="blasted"):
        propose(by=lena, name="Blasted", purpose="To play together.", **asked)
    proposal = propose(by=lena, name="Gosh", purpose="To play bingo together.", **asked)
    assert proposal.name == "oh"
    url = reverse("groups:proposal", args=[proposal.pk])
    assert "It has watched words" in signed_in(rosa).get(url).content.decode()
    assert "It has watched words" not in signed_in(lena).get(url).content.decode()
    client, form = signed_in(lena), {**asked, "name": "Maps", "purpose": "Blasted old maps."}
    assert "Blasted old maps." in client.post(reverse("groups:propose"), form).content.decode()


@pytest.mark.usefixtures("on_that_monday")
def test_an_event_is_cancelled_at_once_and_its_reason_waits(
    training: Event, kofi: User, lena: User, rosa: User
) -> None:
    client, url = signed_in(kofi), reverse("events:cancel", args=[training.pk])
    refused = client.post(url, {"reason": "Blasted power."})
    assert (refused.status_code, "Blasted power." in refused.content.decode()) == (422, True)
    page = client.post(url, {"reason": "We play bingo instead."}, follow=True).content.decode()
    assert "Some of your words wait for a moderator" in page
    training.refresh_from_db()
    assert (training.is_cancelled, training.reason) == (True, "")
    history = reverse("events:history", args=[training.pk])
    for path in (training.get_absolute_url(), history, "/calendar.ics", "/moderation/log/"):
        assert "bingo instead" not in signed_in(lena).get(path).content.decode()
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    assert "bingo instead" in Client().get(training.get_absolute_url()).content.decode()
    revive_event(training, by=kofi)
    cancel_event(training, by=kofi, reason="Bingo again.")
    revive_event(training, by=kofi, reason="The power is back.")
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    training.refresh_from_db()
    assert training.reason == "The power is back."


@pytest.mark.usefixtures("on_that_monday")
def test_what_is_said_of_one_date_waits_and_the_date_does_not(meetup: Event, lena: User, rosa: User) -> None:
    of = date(2026, 3, 24)
    url = reverse("events:one_date", args=[meetup.pk, of.isoformat()])
    page = signed_in(lena).post(url, {"do": "leave-out", "note": "All play bingo."}, follow=True)
    assert "Some of your words wait for a moderator" in page.content.decode()
    change = Change.objects.get(event=meetup)
    assert (change.is_gone, change.note) == (True, "")
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    change.refresh_from_db()
    assert change.note == "All play bingo."
    leave_out(meetup, of, by=lena, note="Bingo at Kofi's.")
    put_back(meetup, of, by=lena)
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    assert not Change.objects.filter(event=meetup).exists()
    assert WatchedSaying.objects.filter(stands=False).count() == 1
    assert Decision.objects.count() == 2


@pytest.mark.usefixtures("on_that_monday")
def test_a_word_to_who_comes_is_sent_once_somebody_looked_and_questions_cannot_wait(
    training: Event, kofi: User, rosa: User
) -> None:
    client = signed_in(kofi)
    url = reverse("events:word", args=[training.pk])
    page = client.post(url, {"text": "Come and play bingo."}, follow=True).content.decode()
    assert "Some of your words wait for a moderator" in page
    assert not Word.objects.exists()
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    assert Word.objects.get().text == "Come and play bingo."
    with pytest.raises(ValidationError, match="cannot wait for a moderator"):
        ask(training, [Asked("Do you play bingo?")], by=kofi)
    ask(training, [Asked("Gosh, how are you?", ("With a lamp", "Without"))], by=kofi)
    question = training.questions.get()
    assert (question.text, question.options) == ("oh, how are you?", ["With a lamp", "Without"])
    shown = signed_in(rosa).get(waiting().get_absolute_url()).content.decode()
    assert "With a lamp" in shown
    assert "Agree and hide" not in shown


def test_what_a_group_can_be_asked_waits_and_its_new_room_cannot(
    circle: Group, kofi: User, rosa: User, questions: Category
) -> None:
    circle.is_listed = True
    circle.save()
    assert take_questions(circle, by=kofi, about="Maps", category=questions).about == "Maps"
    assert take_questions(circle, by=kofi, about="Bingo", category=questions).about == "Maps"
    decide(waiting(), Ruling(Did.KEEP), by=rosa)
    assert take_questions(circle, by=kofi, about="Bingo", category=questions).about == "Bingo"
    with pytest.raises(ValidationError, match="cannot wait for a moderator"):
        add_room(circle, by=kofi, name="Bingo", description="")
