"""Two who write back and forth in public are offered to go on in a message, and nobody else sees that."""

import pytest
from django.test import Client

from space.administration.actions import change_setting
from space.discuss.actions import hide_post
from space.groups.actions import admit
from space.messages.numbers import BETWEEN_TWO
from space.messages.turns import only_other
from space.testing.rooms import say

OFFER = "Go on in a message"


@pytest.fixture
def talk(topic, lena, kofi):
    return say(topic, *[(one, f"Word {number} of ours.") for number in range(4) for one in (kofi, lena)])


def sees(person, topic, more=""):
    client = Client()
    client.force_login(person)
    return client.get(f"{topic.get_absolute_url()}{more}").text


def test_two_who_alone_write_are_offered_a_message_while_they_write(talk, topic, lena, kofi, rosa, amina):
    page = sees(kofi, topic)
    assert OFFER in page
    assert "/messages/new?to=Lena_M%C3%BCller&amp;title=" in page
    assert "to=Kofi_Mensah" in sees(lena, topic, "reply")
    for other in (rosa, amina):
        assert OFFER not in sees(other, topic) + sees(other, topic, "reply")
    assert OFFER not in Client().get(topic.get_absolute_url()).text


def test_not_where_a_third_one_writes(talk, topic, kofi, rosa):
    say(topic, (rosa, "May I add something?"))
    assert OFFER not in sees(kofi, topic)


def test_not_where_others_cannot_read_anyway(secret, circle, kofi, ada):
    admit(circle, ada)
    say(secret, *[(one, f"Word {number}.") for number in range(4) for one in (kofi, ada)])
    assert OFFER not in sees(kofi, secret)


def test_the_number_is_a_setting_and_hidden_posts_do_not_count(talk, topic, kofi, rosa, ada):
    (post,) = say(topic, (rosa, "May I add something?"))
    hide_post(post, by=rosa)
    assert OFFER in sees(kofi, topic)
    change_setting(BETWEEN_TWO, 12, by=ada)
    assert OFFER not in sees(kofi, topic)
    change_setting(BETWEEN_TWO, 0, by=ada)
    assert OFFER not in sees(kofi, topic)


@pytest.mark.parametrize(
    ("writers", "other"),
    [
        ("abab", "b"),
        ("baba", "b"),
        ("aabb", ""),
        ("abba", "b"),
        ("aaaa", ""),
        ("bbbb", ""),
        ("abac", ""),
        ("aba", ""),
        ("", ""),
    ],
)
def test_turns(writers, other):
    assert only_other(tuple(writers), "a", of_last=4) == other
