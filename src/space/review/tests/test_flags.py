"""Vera sells things that nobody asked for; the community says so, moderators decide, and she may ask again."""

from datetime import timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from space.accounts.models import Trust, User
from space.discuss.actions import close_topic, reopen_topic, write_reply
from space.discuss.actions.pacing import follow_clocks
from space.discuss.models import Post, Topic
from space.kit import clock
from space.moderation.models import LogEntry, Penalty
from space.review import weights
from space.review.actions import Ruling, answer_appeal, appeal, decide, flag, look_after, withdraw
from space.review.actions.flagging import Told
from space.review.models import Case, Did, Flag, Follows, Outcome, Why
from space.review.things import post_thing
from space.review.weights import Flagger
from space.testing.cast import make

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=30)


@pytest.fixture
def vera(db):
    return make("Vera@local", Trust.BASIC)


@pytest.fixture
def advert(topic, vera):
    return write_reply(topic, by=vera, text="Buy my lamps, cheap!")


def by(name, trust=Trust.MEMBER):
    return make(f"{name}@local", trust, days=30)


def says(advert, person, why=Why.SPAM, sender=""):
    return flag(post_thing(_fresh(advert)), Told(why, sender=sender), by=person)


def _fresh(post):
    return Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)


def test_three_people_hide_a_post_and_it_comes_back_if_nobody_decides(advert):
    for name in ("Ana", "Ben"):
        says(advert, by(name))
    assert _fresh(advert).hidden_at is None
    says(advert, by("Cem"))
    assert _fresh(advert).hidden_at
    assert LogEntry.objects.filter(what="flags-hid", thing_id=advert.pk).exists()
    with clock.at(clock.now() + timedelta(hours=25)):
        look_after()
        look_after()
    assert _fresh(advert).hidden_at is None
    assert Case.objects.for_actions().get().waits


def test_accounts_of_one_household_hide_nothing_together(advert):
    for name in ("Ana", "Ben", "Cem", "Dia"):
        says(advert, by(name), sender="address:1")
    assert _fresh(advert).hidden_at is None


def test_a_second_flag_of_the_same_person_changes_the_first(advert):
    ana = by("Ana")
    says(advert, ana)
    again = says(advert, ana, Why.OFF_TOPIC)
    assert Flag.objects.get().why == Why.OFF_TOPIC
    withdraw(again, by=ana)
    assert Case.objects.for_actions().get().weight == 0


def test_a_topic_that_five_people_flag_has_some_hours_of_air(topic, vera, rosa):
    flaggers = [by(name) for name in ("Ana", "Ben", "Cem", "Dia", "Eli")]
    posts = [write_reply(topic, by=person, text="Lamps!") for person in (vera, rosa)]
    for post, flagger in product(posts, flaggers):
        assert not Topic.objects.for_actions().get(pk=topic.pk).is_closed
        says(post, flagger)
    assert Topic.objects.for_actions().get(pk=topic.pk).is_closed
    with clock.at(clock.now() + timedelta(hours=3)):
        follow_clocks()
        assert Topic.objects.for_actions().get(pk=topic.pk).is_closed
    with clock.at(clock.now() + timedelta(hours=5)):
        follow_clocks()
    assert not Topic.objects.for_actions().get(pk=topic.pk).is_closed


def test_who_opens_it_early_and_closes_it_for_good_is_not_overruled_by_the_clock(topic, rosa):
    close_topic(topic, by=User.objects.system(), reopens_at=clock.now() + timedelta(hours=4))
    reopen_topic(topic, by=rosa)
    close_topic(topic, by=rosa)
    with clock.at(clock.now() + timedelta(hours=5)):
        follow_clocks()
    assert Topic.objects.for_actions().get(pk=topic.pk).is_closed


def test_decided_once_answered_to_all_and_undone_by_an_appeal(advert, vera, rosa, ada):
    ana = by("Ana")
    says(advert, ana)
    case = Case.objects.for_actions().get()
    ruling = Ruling(Did.HIDE, clause="spam", reason="Advertising.", follows=Follows.SILENCE, hours=24)
    with pytest.raises(ValidationError, match="changed"):
        decide(case, ruling, by=rosa, version=case.version - 1)
    decision = decide(case, ruling, by=rosa, version=case.version)
    with pytest.raises(ValidationError, match="meanwhile"):
        decide(case, ruling, by=ada)
    assert _fresh(advert).hidden_at
    assert Flag.objects.get().agreed is True
    assert Penalty.objects.in_force().get().person == vera
    asked = appeal(decision, "It was a gift.", by=vera)
    assert appeal(decision, "Twice", by=vera) == asked
    answer_appeal(asked, Outcome.REVERSED, "It was.", by=ada)
    assert _fresh(advert).hidden_at is None
    assert not Penalty.objects.in_force().exists()
    assert Flag.objects.get().agreed is False
    told = list(LogEntry.objects.order_by("pk").values_list("what", flat=True))
    assert told[-3:] == ["post-shown", "silence-ended", "appeal-reversed"]


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from("abc")), max_size=12))
def test_people_who_share_a_tie_count_once(flags):
    flaggers = [Flagger(person, 2, LONG_AGO, frozenset({tie})) for person, tie in flags]
    counted = weights.independent(flaggers, timezone.now())
    assert counted <= min(len({person for person, _ in flags}), len({tie for _, tie in flags}))
    assert (counted > 0) is bool(flags)
