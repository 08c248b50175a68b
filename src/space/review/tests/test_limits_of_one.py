"""Moderators set the limits of one person, lighter or harder, and look first at what somebody writes."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from space.accounts import names
from space.accounts.models import Trust, User
from space.accounts.terms import terms_of
from space.discuss.actions import start_topic, write_reply
from space.discuss.allowances import Allowances
from space.discuss.models import Category, Topic
from space.kit import clock
from space.limits.actions import Limit
from space.moderation.actions import ask_approval, lift_limits, set_limits
from space.moderation.models import LogEntry
from space.testing.telling import told

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)
TEXT = "The library opens its cellar, and there are maps from before the war."


def limited(person: User, by: User, **how: object) -> User:
    return set_limits(person, until=clock.now() + WEEK, by=by, reason="Forty replies in a night.", **how)


def page_of(person: User) -> str:
    return reverse("review:person", args=[names.in_address(person.name)])


def fresh(person: User) -> User:
    return User.objects.get(pk=person.pk)


def test_half_of_the_limits_is_half_of_each_and_a_longer_pause(lena: User, rosa: User) -> None:
    terms = terms_of(limited(lena, rosa, factor=0.5))
    assert terms.of(Limit("topics", 10, WEEK)) == Limit("topics", 5, WEEK)
    assert terms.of(Limit("gap", 1, timedelta(seconds=10))) == Limit("gap", 1, timedelta(seconds=20))
    assert terms.of(Limit("few", 2, WEEK)).times(0.1).uses == 1


def test_who_is_limited_waits_longer_and_others_do_not(
    topic: Topic, lena: User, kofi: User, rosa: User
) -> None:
    lena = limited(lena, rosa, factor=0.25)
    begin = clock.now()
    with clock.at(begin):
        write_reply(topic, by=lena, text=TEXT)
        write_reply(topic, by=kofi, text=TEXT)
    with clock.at(begin + timedelta(seconds=16)):
        write_reply(topic, by=kofi, text=TEXT)
        with pytest.raises(ValidationError) as refused:
            write_reply(topic, by=lena, text=TEXT)
    assert refused.value.code == "too_fast"


def test_as_somebody_new_holds_until_its_moment(lena: User, rosa: User) -> None:
    lena = limited(lena, rosa, trust=Trust.NEW)
    assert Allowances(lena).is_newcomer
    assert Allowances(lena).told_before()
    with clock.at(clock.now() + WEEK + timedelta(minutes=1)):
        assert not Allowances(lena).is_newcomer


def test_somebody_new_can_be_given_more(amina: User, questions: Category, rosa: User) -> None:
    assert not Allowances(limited(amina, rosa, trust=Trust.REGULAR)).is_newcomer


def test_it_costs_no_question_more(lena: User, rosa: User, django_assert_num_queries: object) -> None:
    lena = limited(lena, rosa, factor=0.5)
    with django_assert_num_queries(0):  # type: ignore[operator]
        terms_of(lena)


def test_a_moderator_sets_and_ends_them_on_the_page_of_a_person(
    client: Client, lena: User, rosa: User
) -> None:
    client.force_login(rosa)
    sent = {
        "do": "limits",
        "limits-limits": "factor:0.5",
        "limits-lasts": "72",
        "limits-clause": "respect",
        "limits-reason": "Slow down.",
    }
    page = client.post(page_of(lena), sent, follow=True).content.decode()
    assert "Limits of their own" in page
    assert "Half of what others may" in page
    left = fresh(lena).limits_until - timezone.now()
    assert timedelta(hours=71) < left <= timedelta(hours=72)
    client.post(page_of(lena), {"do": "end", "which": "limits-set", "end-words": "It is calm."})
    assert fresh(lena).limits_until is None
    assert list(LogEntry.objects.filter(thing_id=lena.pk).order_by("pk").values_list("what", flat=True)) == [
        "limits-set",
        "limits-lifted",
    ]


def test_without_a_reason_or_a_day_the_form_comes_back_with_what_was_typed(
    client: Client, lena: User, rosa: User
) -> None:
    client.force_login(rosa)
    sent = {
        "do": "limits",
        "limits-limits": "trust:0",
        "limits-lasts": "until",
        "limits-clause": "respect",
        "limits-reason": "Be slow.",
    }
    answer = client.post(page_of(lena), sent)
    assert answer.status_code == 422
    assert "Choose the day." in answer.content.decode()
    assert "Be slow." in answer.content.decode()
    assert fresh(lena).limits_until is None


def test_nobody_sets_their_own_or_those_of_a_colleague(
    client: Client, lena: User, rosa: User, ada: User
) -> None:
    sent = {
        "do": "limits",
        "limits-limits": "factor:5",
        "limits-lasts": "24",
        "limits-clause": "respect",
        "limits-reason": "More.",
    }
    for who, whose in ((rosa, rosa), (rosa, ada), (lena, lena)):
        client.force_login(who)
        assert client.post(page_of(whose), sent).status_code == 403
        assert fresh(whose).limits_until is None


def test_the_person_is_told_why_and_until_when_in_their_language(
    client: Client, lena: User, rosa: User
) -> None:
    limited(lena, rosa, factor=0.5)
    ask_approval(lena, until=clock.now() + WEEK, by=rosa, reason="Three posts were hidden.")
    assert any("set how much you can write" in line for line in told(lena))
    client.force_login(lena)
    page = client.get(reverse("review:about_me")).content.decode()
    assert "Half of what others may" in page
    assert "Forty replies in a night." in page
    assert "Three posts were hidden." in page
    with translation.override("en"):
        lift_limits(lena, by=rosa, reason="It is calm now.")
    assert "Forty replies" not in client.get(reverse("review:about_me")).content.decode()


def test_the_public_log_says_it_without_a_name(client: Client, lena: User, rosa: User) -> None:
    limited(lena, rosa, factor=0.5)
    page = client.get(reverse("review:log")).content.decode()
    assert "A person got limits of their own" in page
    assert lena.name not in page


def test_topics_are_counted_by_them_too(questions: Category, lena: User, rosa: User) -> None:
    lena = limited(lena, rosa, factor=0.25)
    start_topic(questions, by=lena, title="Maps from the cellar", text=TEXT)
    with clock.at(clock.now() + timedelta(seconds=50)), pytest.raises(ValidationError, match="go on in"):
        start_topic(questions, by=lena, title="More maps from the cellar", text=TEXT)
