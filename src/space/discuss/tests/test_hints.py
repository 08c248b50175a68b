"""Who is new reads two lines above the button; who writes much of a topic is asked kindly, once, to leave room."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from space.discuss.hints import MUCH_POSTS
from space.testing.rooms import say

HINT = "Perhaps leave room now for others to speak?"


@pytest.fixture
def crowded(topic, kofi, monkeypatch):
    """Kofi wrote two of four posts."""
    monkeypatch.setattr("space.discuss.hints.MUCH_POSTS", lambda: 4)
    say(
        topic, (kofi, "The first of two."), (topic.author, "I agree with that."), (kofi, "The second of two.")
    )
    topic.refresh_from_db()
    return topic


def _page(client, topic):
    return client.get(topic.get_absolute_url()).content.decode()


def test_who_wrote_half_of_a_topic_is_told_on_its_page(client, crowded, kofi, lena, rosa):
    client.force_login(kofi)
    assert "You wrote 2 of the 4 posts here." in _page(client, crowded)
    client.force_login(rosa)
    assert HINT not in _page(client, crowded)


def test_in_a_short_topic_nobody_is(client, topic, lena):
    client.force_login(lena)
    assert topic.posts_count < MUCH_POSTS()
    assert HINT not in _page(client, topic)


def test_without_a_script_what_was_typed_comes_back_when_they_say_that_they_know(client, crowded, kofi):
    client.force_login(kofi)
    address = reverse("discuss:reply", args=[crowded.slug, crowded.pk])
    back = client.post(address, {"hint_read": "1", "text": "Half a sen", "language": "en"})
    page = back.content.decode()
    assert back.status_code == 200
    assert "Half a sen" in page
    assert HINT not in page
    assert HINT not in _page(client, crowded)
    assert crowded.posts.count() == 4


def test_with_a_script_the_hint_alone_goes(client, crowded, kofi):
    client.force_login(kofi)
    address = reverse("discuss:reply", args=[crowded.slug, crowded.pk])
    answer = client.post(address, {"hint_read": "1"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (200, b"")


def test_the_page_of_a_topic_costs_no_query_more(client, crowded, kofi, rosa):

    counts = []
    for person in (rosa, kofi):
        client.force_login(person)
        _page(client, crowded)
        with CaptureQueriesContext(connection) as asked:
            _page(client, crowded)
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 1


def test_who_is_new_reads_two_lines_and_others_a_link(client, topic, amina, lena):
    client.force_login(amina)
    page = _page(client, topic)
    assert "kindly to the person" in page
    assert reverse("pages:guidelines") in page.split("composer__reminder")[1]
    client.force_login(lena)
    assert "composer__reminder" not in _page(client, topic)
