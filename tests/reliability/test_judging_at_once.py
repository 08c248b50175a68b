"""Moderators and many people at the same moment: one decision, one weight, posts in one place."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Sum

from space.accounts.models import Trust
from space.discuss.actions import merge_topic, move_posts, start_topic, write_reply
from space.discuss.actions.recounting import differences
from space.discuss.models import Deed, Post, Topic
from space.discuss.steering.chosen import Chosen
from space.limits.models import Bucket
from space.moderation.models import LogEntry, Penalty
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag
from space.review.actions.flagging import Told
from space.review.models import Appeal, Case, Decision, Did, Flag, Follows, Outcome, Why
from space.review.things import post_thing
from space.search import reindexing
from space.testing.cast import make
from space.testing.rooms import say
from tests.reliability.test_many_at_once import at_once


def fresh(pk):
    return Post.objects.for_actions().select_related("author", "topic__group").get(pk=pk)


def tried(act, *args, **more):
    """What an action gives, or the code of its refusal."""
    try:
        return act(*args, **more)
    except ValidationError as refused:
        return refused.code


@pytest.fixture
def advert(transactional_db, topic):
    return write_reply(topic, by=make("Vera@local", Trust.BASIC), text="Buy my lamps, cheap!")


def test_twelve_flags_at_once_are_one_case_that_weighs_them_all_and_hides_once(advert):
    crowd = [make(f"Flagger {n}", Trust.MEMBER, days=30) for n in range(12)]

    at_once(lambda by: flag(post_thing(fresh(advert.pk)), Told(Why.SPAM), by=by), *crowd)

    case = Case.objects.for_actions().get()
    assert (case.weight, Flag.objects.count()) == (Flag.objects.aggregate(n=Sum("weight"))["n"], 12)
    assert LogEntry.objects.filter(what="flags-hid").count() == 1
    assert fresh(advert.pk).hidden_at
    assert (differences(), reindexing.differences()) == ([], [])


def test_of_two_who_decide_at_once_one_is_told_that_the_other_did(advert, rosa, ada):
    flag(post_thing(fresh(advert.pk)), Told(Why.SPAM), by=make("Ana", Trust.MEMBER, days=30))
    case = Case.objects.for_actions().get()
    ruling = Ruling(Did.HIDE, clause="spam", reason="Lamps.", follows=Follows.SILENCE, hours=24)

    told = at_once(lambda by: tried(decide, case, ruling, by=by, version=case.version), *[rosa, ada] * 3)

    assert told.count("decided") == 5
    assert (Decision.objects.count(), Penalty.objects.in_force().count()) == (1, 1)


def test_an_appeal_sent_twice_and_answered_twice_at_once_is_one_with_one_answer(advert, rosa, ada):
    flag(post_thing(fresh(advert.pk)), Told(Why.SPAM), by=make("Ana", Trust.MEMBER, days=30))
    decision = decide(Case.objects.for_actions().get(), Ruling(Did.HIDE, reason="Lamps."), by=rosa)
    at_once(lambda words: appeal(decision, words, by=advert.author), "A gift.", "A gift.", "A gift.")
    asked = Appeal.objects.for_actions().get()

    at_once(lambda outcome: answer_appeal(asked, outcome, "Seen.", by=ada), *Outcome.values[1:] * 2)

    answered = Appeal.objects.for_actions().get()
    assert LogEntry.objects.filter(what__in=["appeal-upheld", "appeal-reversed"]).count() == 1
    assert (fresh(advert.pk).hidden_at is None) == (answered.outcome == Outcome.REVERSED)


def begun(room, by, title):
    Bucket.objects.all().delete()
    topic = start_topic(room, by=by, title=title, text="What do you think?")
    return Topic.objects.for_actions().select_related("category", "group").get(pk=topic.pk)


def test_posts_moved_to_and_fro_at_once_are_lost_nowhere(transactional_db, questions, lena, kofi, rosa, ada):
    one, two = begun(questions, lena, "Trains at night"), begun(questions, lena, "Ships by day")
    for topic in (one, two):
        Bucket.objects.all().delete()
        say(topic, (kofi, "First."), (lena, "Second."), (kofi, "Third."))
    ways = [(one, two, rosa), (two, one, ada)] * 2

    at_once(lambda way: tried(move_posts, way[0], Chosen.of("2-3"), way[1], by=way[2]), *ways)

    assert Post.objects.for_actions().filter(topic__in=[one, two]).count() == 8
    assert (differences(), reindexing.differences()) == ([], [])


def test_what_is_written_while_two_topics_become_one_stands_in_it(transactional_db, questions, lena, rosa):
    one, two = begun(questions, lena, "Trains at night"), begun(questions, lena, "Night trains")
    crowd = [make(f"Writer {n}") for n in range(6)]

    def act(person):
        if person == rosa:
            return tried(merge_topic, one, two, by=rosa)
        return tried(write_reply, one, by=person, text=f"I am {person.name}.")

    told = at_once(act, *crowd, rosa)
    written = [post for post in told if isinstance(post, Post)]
    seen = set(Post.objects.for_actions().filter(topic=two).values_list("source", flat=True))
    assert {f"I am {post.author.name}." for post in written} <= seen
    assert Deed.objects.filter(topic=two).exists()
    assert (differences(), reindexing.differences()) == ([], [])
