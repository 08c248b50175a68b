"""Who wrote a word in whose place another stands is told which, and gets theirs back where an appeal is right."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.actions import save_preferences
from space.accounts.models import User
from space.accounts.readers import reader_of
from space.discuss.actions import edit_post, start_topic, write_reply
from space.discuss.models import Category, Post, Topic
from space.events.actions import add_event
from space.events.models import Event
from space.kit import clock
from space.review.actions import answer_appeal, appeal
from space.review.gate.actions import watch_word
from space.review.log.actions.counting import count_month
from space.review.models import Case, Decision, Did, Does, Month, Outcome, WatchedSaying, WatchedWord
from space.review.queue.person_page import about
from space.testing.events import MONDAY, TRAINING
from space.testing.telling import told

pytestmark = pytest.mark.django_db
PUMP = "The gosh darn pump of the second well is broken again."
TOLD = "Some of your words were replaced by others"


@pytest.fixture(autouse=True)
def gosh(rosa: User) -> WatchedWord:
    """A mild word, so that moderators say why."""
    word = WatchedWord(word="gosh darn", does=Does.REPLACE, replacement="old", note="Be kind to pumps.")
    return watch_word(word, by=rosa)


def given_back(decision: Decision, *, by: User) -> None:
    asked = appeal(decision, "It is what the pump is called here.", by=decision.case.author)
    answer_appeal(asked, Outcome.REVERSED, "So it is.", by=by)


def test_who_wrote_is_told_which_words_and_a_right_appeal_puts_them_back(
    topic: Topic, lena: User, kofi: User, rosa: User, client: Client
) -> None:
    post = write_reply(topic, by=lena, text=PUMP, language="en")
    assert post.source == "The old pump of the second well is broken again."
    assert [line for line in told(lena) if TOLD in line]
    assert not [line for line in told(kofi) if TOLD in line]
    decision = Decision.objects.get()
    client.force_login(lena)
    page = client.get(reverse("review:about_me_one", args=[decision.pk])).content.decode()
    assert "In place of “gosh darn” stands “old”. Be kind to pumps." in page
    assert PUMP in page
    assert TOLD in client.get(reverse("review:about_me")).content.decode()
    asked = {"words": "It is what the pump is called here."}
    client.post(reverse("review:about_me_one", args=[decision.pk]), asked)
    moderator = Client()
    moderator.force_login(rosa)
    page = moderator.get(reverse("review:appeal", args=[decision.appeal.pk])).content.decode()
    assert PUMP in page
    answer_appeal(decision.appeal, Outcome.REVERSED, "So it is.", by=rosa)
    post.refresh_from_db()
    assert post.source == PUMP
    assert post.revisions.count() == 1
    assert Decision.objects.count() == 1


def test_what_was_written_since_stays_and_deleted_words_do_not_come_back(
    topic: Topic, lena: User, rosa: User
) -> None:
    post = write_reply(topic, by=lena, text=PUMP, language="en")
    first = Decision.objects.get()
    with clock.at(timezone.now() + timedelta(minutes=20)):
        edit_post(post, by=lena, text="The pump is well again.")
    given_back(first, by=rosa)
    post.refresh_from_db()
    assert post.source == "The pump is well again."


def test_a_title_comes_back_as_well_and_an_event_is_mended_by_hand(
    questions: Category, lena: User, kofi: User, rosa: User, client: Client
) -> None:
    made = start_topic(questions, by=lena, title="That gosh darn pump", text=PUMP, language="en")
    assert made.title == "That old pump"
    given_back(Decision.objects.get(), by=rosa)
    made.refresh_from_db()
    post = Post.objects.for_actions().get(topic=made, number=1)
    assert (made.title, post.source) == ("That gosh darn pump", PUMP)
    with clock.at(MONDAY):
        event = add_event(TRAINING, by=kofi, title="A gosh darn evening", text="Come!", language="en")
        decision = Decision.objects.get(case__author=kofi)
        client.force_login(kofi)
        page = client.get(reverse("review:about_me_one", args=[decision.pk])).content.decode()
        assert "put back by hand" in page
        given_back(decision, by=rosa)
    assert Event.objects.for_actions().get(pk=event.pk).topic.title == "A old evening"


def test_words_that_are_no_post_are_told_and_come_back(lena: User, rosa: User) -> None:
    prefers = {"language": "", "languages": [], "theme": "auto", "time_zone": ""}
    assert save_preferences(lena, about="A gosh darn good baker", **prefers).about == "A old good baker"
    assert [line for line in told(lena) if TOLD in line]
    given_back(Decision.objects.get(), by=rosa)
    lena.refresh_from_db()
    assert lena.about == "A gosh darn good baker"


def test_it_is_no_work_of_a_moderator_and_nothing_against_who_wrote(
    topic: Topic, lena: User, rosa: User
) -> None:
    write_reply(topic, by=lena, text=PUMP, language="en")
    case = Case.objects.for_actions().get()
    assert (case.waits, case.decisions.get().did) == (False, Did.REPLACE)
    month = clock.now().date().replace(day=1)
    count_month(month)
    assert Month.objects.get(month=month, language=Month.ALL).decisions == 0
    assert not about(lena, reader_of(rosa))["decided_before"]
    assert WatchedSaying.objects.get().words == {"text": PUMP}
