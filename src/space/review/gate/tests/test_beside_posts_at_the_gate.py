"""What stands beside the text of a post passes the gate with it: titles, polls, notes, why something was edited."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.accounts.readers import NOBODY
from space.discuss.actions import change_poll, change_topic, edit_post, put_note, start_topic, write_reply
from space.discuss.models import Audience, Category, Poll, Post, Topic
from space.discuss.polls.plan import PollPlan
from space.kit import clock
from space.review.actions import Ruling, decide
from space.review.gate.actions import watch_word
from space.review.models import Case, Did, Does, WatchedWord

pytestmark = pytest.mark.django_db
POLL = PollPlan(question="Which evening?", options=("Monday", "Tuesday"))


@pytest.fixture(autouse=True)
def words(rosa: User) -> None:
    watch_word(WatchedWord(word="bingo", does=Does.APPROVAL), by=rosa)
    watch_word(WatchedWord(word="blasted", does=Does.REFUSE), by=rosa)
    watch_word(WatchedWord(word="gosh", does=Does.REPLACE, replacement="oh"), by=rosa)


def let_appear(rosa: User) -> None:
    decide(Case.objects.for_actions().get(decided_at=None, is_held=True), Ruling(Did.KEEP), by=rosa)


def later(minutes: int) -> object:
    return clock.at(clock.now() + timedelta(minutes=minutes))


def fresh(topic: Topic) -> Topic:
    return Topic.objects.for_actions().select_related("category").get(pk=topic.pk)


def test_a_topic_keeps_its_title_until_somebody_looked_at_the_new_one(
    topic: Topic, lena: User, kofi: User, rosa: User
) -> None:
    write_reply(topic, by=kofi, text="I have one of these boxes.")
    old, text = topic.title, topic.posts.get(number=1).source
    client = Client()
    client.force_login(topic.author)
    url = reverse("discuss:edit", args=[topic.slug, topic.pk, 1])
    page = client.post(url, {"title": "Bingo in boxes", "text": text}, follow=True).content.decode()
    assert "Some of your words wait for a moderator" in page
    assert fresh(topic).title == old
    assert "Bingo in boxes" not in client.get(topic.get_absolute_url()).content.decode()
    let_appear(rosa)
    assert fresh(topic).title == "Bingo in boxes"
    topic = change_topic(fresh(topic), by=topic.author, title="Gosh, what boxes")
    assert topic.title == "oh, what boxes"
    with pytest.raises(ValidationError, match="blasted"):
        change_topic(topic, by=topic.author, title="Blasted boxes")
    with later(30):
        opening = topic.posts.get(number=1)
        assert edit_post(
            opening, by=topic.author, text=f"{text} Yes.", title=topic.title, summary="Bingo"
        ).hidden_at


def test_polls_pass_with_their_post_and_when_they_are_changed(
    questions: Category, lena: User, rosa: User
) -> None:
    said = {"title": "When do we meet next?", "text": "Tell us which evening is good for you, please."}
    held = start_topic(questions, by=lena, poll=PollPlan("When?", ("Bingo night", "Never")), **said)
    assert held.audience == Audience.NOBODY
    case = Case.objects.for_actions().get(decided_at=None)
    desk = Client()
    desk.force_login(rosa)
    assert "Bingo night" in desk.get(case.get_absolute_url()).content.decode()
    let_appear(rosa)
    assert Poll.objects.visible_to(NOBODY).get().question == "When?"
    with later(30):
        shown = start_topic(questions, by=lena, poll=PollPlan("Gosh?", ("Monday", "Gosh no")), **said)
        poll = Poll.objects.for_actions().select_related("post").get(post__topic=shown)
        assert (poll.question, poll.options.last().text) == ("oh?", "oh no")
        with pytest.raises(ValidationError, match="blasted"):
            change_poll(poll, PollPlan("Blasted?", ("Yes", "No")), by=lena)
        change_poll(poll, PollPlan("Bingo?", ("Yes", "No")), by=lena)
    assert fresh(shown).audience == Audience.NOBODY
    assert not Poll.objects.visible_to(NOBODY).filter(question="Bingo?").exists()


def test_a_post_is_folded_as_before_until_somebody_looked_at_the_note(
    topic: Topic, kofi: User, rosa: User
) -> None:
    post = write_reply(topic, by=kofi, text="There was a fire in the cellar, in the year of the flood.")
    assert put_note(post, "About bingo", by=kofi, language="en").content_note == ""
    let_appear(rosa)
    assert Post.objects.for_actions().get(pk=post.pk).content_note == "About bingo"
    assert put_note(post, "Gosh", by=kofi).content_note == "oh"


def test_words_that_went_behind_another_door_are_told_neither_in_the_queue_nor_in_their_case(
    topic: Topic, secret: Topic, kofi: User, rosa: User
) -> None:
    put_note(topic.posts.get(number=1), "About bingo", by=topic.author, language="en")
    case = Case.objects.for_actions().get(decided_at=None)
    desk = Client()
    desk.force_login(rosa)
    pages = (reverse("review:queue") + "?tab=held", case.get_absolute_url())
    assert ["About bingo" in desk.get(page).content.decode() for page in pages] == [True, True]
    change_topic(fresh(topic), by=kofi, category=secret.category)
    told = [desk.get(page).content.decode() for page in pages]
    assert ["About bingo" in page for page in told] == [False, False]
    assert "It stands behind a door now" in told[0]
