"""When somebody last wrote in public is noted by the clock, and says nothing of what is not public."""

import pytest

from space.discuss.actions import hide_post, start_topic, write_reply
from space.discuss.actions.last_posts import note_last_posts
from space.discuss.models import LastPost, Topic


def noted() -> dict[str, object]:
    return dict(LastPost.objects.values_list("person__name", "at"))


def test_the_newest_public_post_is_noted_once(topic, lena, kofi):
    first, reply = topic.posts.get(), write_reply(topic, by=kofi, text="We photograph the cards.")
    assert note_last_posts() == 2
    assert noted() == {lena.name: first.created_at, kofi.name: reply.created_at}
    assert note_last_posts() == 0


def test_what_a_closed_group_says_moves_nobody(topic, secret, kofi, lena):
    note_last_posts()
    assert kofi.name not in noted()


@pytest.mark.parametrize("how", ["hidden", "unlisted", "closed"])
def test_what_is_no_longer_public_is_forgotten(topic, lena, rosa, circle, how):
    note_last_posts()
    if how == "hidden":
        hide_post(topic.posts.get(number=1), by=rosa)
    elif how == "unlisted":
        Topic.objects.for_actions().update(unlisted=True)
    else:
        Topic.objects.for_actions().update(audience="group", group=circle)
    assert note_last_posts() == 1
    assert noted() == {}


def test_who_wrote_before_counts_with_that(topic, questions, lena, rosa):
    start_topic(questions, by=rosa, title="Another question of today", text="Words.")
    later = write_reply(topic, by=rosa, text="Later words.")
    note_last_posts()
    hide_post(later, by=rosa)
    assert note_last_posts() == 1
    assert set(noted()) == {lena.name, rosa.name}
