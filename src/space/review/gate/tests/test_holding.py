"""What the gate holds is seen by nobody until somebody looked; then it is as if it had just been written."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import User
from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import edit_post, start_topic, write_reply
from space.discuss.models import Category, Post, Topic
from space.kit import clock
from space.kit.form_keys import new_key
from space.moderation.models import LogEntry
from space.review.actions import Ruling, decide
from space.review.gate.actions import stop_watching, watch_word
from space.review.models import Case, Did, Does, Flag, Trace, WatchedWord
from space.testing.telling import tell_what_waits, told

pytestmark = pytest.mark.django_db
PROMISE = (
    "We translate the pages about water wells together, and everybody can join on Saturday morning at ten."
)


@pytest.fixture
def casino(rosa: User) -> WatchedWord:
    return watch_word(WatchedWord(word="free casino", does=Does.APPROVAL), by=rosa)


def test_a_held_topic_is_nowhere_until_it_is_approved_and_then_it_is_told(
    questions: Category, lena: User, kofi: User, rosa: User, casino: WatchedWord, client: Client
) -> None:
    client.force_login(lena)
    sent = {
        "title": "A fine place to play tonight",
        "text": f"Dear @{kofi.name}, come to the FR\u0415\u0415 C\u00c1S\u00cdN\u041e.",
        "category": questions.pk,
        "key": str(new_key()),
    }
    answer = client.post(reverse("discuss:start"), sent, follow=True)
    assert "waits for a moderator" in answer.content.decode()
    tell_what_waits()
    topic = Topic.objects.for_actions().get()
    places = (
        reverse("discuss:latest"),
        questions.get_absolute_url(),
        "/search?q=casino",
        "/discuss.rss",
    )
    for path in places:
        assert "A fine place" not in client.get(path).content.decode()
        assert "A fine place" not in Client().get(path).content.decode()
    assert client.get(topic.get_absolute_url()).status_code == 404
    assert told(kofi) == []
    decide(Case.objects.for_actions().get(is_held=True), Ruling(Did.KEEP), by=rosa)
    tell_what_waits()
    assert Topic.objects.visible_to(NOBODY).get() == topic
    assert "A fine place" in Client().get(questions.get_absolute_url()).content.decode()
    assert len(told(kofi)) == 1


def test_words_refuse_flag_and_replace_and_moderators_may_say_them(
    topic: Topic, lena: User, rosa: User
) -> None:
    watch_word(WatchedWord(word="blasted", does=Does.REFUSE, note="Be kind."), by=rosa)
    watch_word(WatchedWord(word="wells", does=Does.FLAG, language="en"), by=rosa)
    swapped = watch_word(WatchedWord(word="gosh", does=Does.REPLACE, replacement="oh"), by=rosa)
    with pytest.raises(ValidationError, match="Be kind"):
        write_reply(topic, by=lena, text="That **bl4sted** box of cards again, and nobody helps.")
    assert write_reply(topic, by=rosa, text="We do not write blasted here, please.").hidden_at is None
    with clock.at(timezone.now() + timedelta(minutes=1)):
        post = write_reply(topic, by=lena, text=f"Gosh! {PROMISE}", language="en")
    assert (post.hidden_at, post.source) == (None, f"oh! {PROMISE}")
    assert Flag.objects.get().words == "gosh, wells"
    stop_watching(swapped, by=rosa)
    with clock.at(timezone.now() + timedelta(minutes=20)):
        assert edit_post(post, by=lena, text="Gosh, all is different now.").source.startswith("Gosh")
    logged = LogEntry.objects.filter(
        what__in=["word-watched", "word-removed", "gate-flagged", "gate-replaced"]
    )
    assert logged.count() == 6


def test_rules_hold_what_programs_send_and_let_people_write(
    topic: Topic, questions: Category, amina: User, lena: User
) -> None:
    begin = timezone.now()
    with clock.at(begin):
        key = new_key()
    with clock.at(begin + timedelta(seconds=2)):
        fast = write_reply(topic, by=amina, text=PROMISE * 3, key=key)
    with clock.at(begin + timedelta(minutes=5)):
        again = start_topic(questions, by=amina, title="Wells, once more", text=PROMISE * 3 + " Do come!")
        calm = write_reply(topic, by=lena, text=PROMISE * 3)
    with clock.at(begin + timedelta(minutes=10)):
        twice = "See https://wells.example/one and https://wells.example/two for it."
        led = write_reply(topic, by=amina, text=twice)
    rules = list(Flag.objects.order_by("pk").values_list("rule", flat=True))
    assert rules == ["too-fast", "same-text", "new-host"]
    assert all([fast.hidden_at, again.audience == "nobody", led.hidden_at, not calm.hidden_at])
    assert Trace.objects.filter(by=lena).count() == 0
    assert {post.author_id for post in Post.objects.visible_to(reader_of(amina))} == {lena.pk}
