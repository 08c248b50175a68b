"""What a decision did is undone when it was wrong; what somebody else did stays as it is."""

import pytest

from space.accounts.models import Trust
from space.discuss.actions import close_topic, delete_post, write_reply
from space.discuss.models import Post, Topic
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag
from space.review.actions.flagging import Told
from space.review.models import Case, Did, Outcome, Why
from space.review.things import post_thing
from space.testing.cast import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def vera(db):
    return make("Vera@local", Trust.BASIC)


@pytest.fixture
def advert(topic, vera):
    return write_reply(topic, by=vera, text="Buy my lamps, cheap!")


def fresh(post):
    return Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)


def flagged(post, *people):
    for person in people:
        flag(post_thing(fresh(post)), Told(Why.SPAM), by=person)
    return Case.objects.for_actions().waiting().get(thing_id=post.pk)


def crowd():
    return [make(f"{name}@local", Trust.MEMBER, days=30) for name in ("Ana", "Ben", "Cem")]


def reversed_by(ada, decision):
    asked = appeal(decision, "They were a gift.", by=decision.case.author)
    return answer_appeal(asked, Outcome.REVERSED, "So it was.", by=ada)


def test_what_its_author_deleted_stays_deleted_when_a_moderator_keeps_it(advert, vera, rosa):
    case = flagged(advert, *crowd()[:1])
    delete_post(advert, by=vera)
    decide(case, Ruling(Did.KEEP), by=rosa)
    assert fresh(advert).hidden_at


def test_what_its_author_deleted_stays_deleted_when_the_decision_is_reversed(advert, vera, rosa, ada):
    case = flagged(advert, *crowd()[:1])
    delete_post(advert, by=vera)
    reversed_by(ada, decide(case, Ruling(Did.HIDE, reason="An advert."), by=rosa))
    assert fresh(advert).hidden_at


def test_a_post_that_its_flags_hid_comes_back_when_it_was_wrong_to_agree(advert, rosa, ada):
    case = flagged(advert, *crowd())
    assert fresh(advert).hidden_at
    reversed_by(ada, decide(case, Ruling(Did.AGREE, reason="An advert."), by=rosa))
    assert fresh(advert).hidden_at is None


def test_a_topic_opens_again_when_it_was_wrong_to_close_it(advert, topic, rosa, ada):
    case = flagged(advert, *crowd()[:1])
    decision = decide(case, Ruling(Did.CLOSE, reason="Nothing but adverts."), by=rosa)
    assert Topic.objects.for_actions().get(pk=topic.pk).is_closed
    reversed_by(ada, decision)
    assert not Topic.objects.for_actions().get(pk=topic.pk).is_closed


def test_a_topic_that_was_closed_already_stays_closed(advert, topic, rosa, ada):
    close_topic(topic, by=ada, reason="All is said.")
    decision = decide(flagged(advert, *crowd()[:1]), Ruling(Did.CLOSE, reason="Adverts."), by=rosa)
    reversed_by(ada, decision)
    assert Topic.objects.for_actions().get(pk=topic.pk).is_closed
