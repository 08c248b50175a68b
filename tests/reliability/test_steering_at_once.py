"""Two moderators at once: numbers, marks and what one sees stay right."""

import pytest
from django.core.exceptions import ValidationError

from space.discuss.actions import (
    arrange_category,
    choose_answer,
    delete_post,
    delete_topic,
    move_topic,
    restore_post,
    start_topic,
    write_reply,
)
from space.discuss.actions.recounting import differences
from space.discuss.models import Answer, Category, Deed, Deletion, Kind, Topic
from space.limits.models import Bucket
from space.testing.cast import make
from space.testing.rooms import say
from tests.reliability.test_many_at_once import at_once


@pytest.fixture
def rooms(transactional_db, ada, questions):
    return [questions, *(arrange_category(f"room-{n}", by=ada, name=f"Room {n}") for n in range(2))]


def tried(act, *args, **more):
    """What an action gives, or the code of its refusal."""
    try:
        return act(*args, **more)
    except ValidationError as refused:
        return refused.code


def test_topics_moved_to_and_fro_at_once_do_not_block_each_other(rooms, lena, rosa):
    there, back, _ = rooms
    topics = []
    for room in [there, back] * 4:
        Bucket.objects.all().delete()
        topics.append(start_topic(room, by=lena, title="A topic that wanders", text="Words."))
    other = {there.pk: back, back.pk: there}

    at_once(lambda topic: move_topic(topic, other[topic.category_id], by=rosa), *topics)

    counted = Category.objects.for_actions().filter(pk__in=[there.pk, back.pk])
    assert list(counted.values_list("topics_count", flat=True)) == [4, 4]
    assert differences() == []


def test_one_topic_moved_to_two_places_at_once_goes_to_one_of_them(rooms, topic, rosa, ada):
    seen = Topic.objects.for_actions().get(pk=topic.pk)
    told = at_once(lambda n: tried(move_topic, seen, rooms[n], by=(rosa, ada)[n - 1]), 1, 2)

    assert "moved" in told
    assert Deed.objects.filter(what="moved").count() == 1
    assert differences() == []


def test_one_post_deleted_and_restored_by_many_at_once_is_counted_once(rooms, topic, kofi, rosa, ada):
    [post] = say(topic, (kofi, "Words."))
    at_once(lambda by: delete_post(post, by=by, reason="Spam"), *[rosa, ada] * 4)
    assert (Deletion.objects.count(), differences()) == (1, [])
    at_once(lambda by: restore_post(post, by=by), *[rosa, ada] * 4)
    assert (Deletion.objects.count(), differences()) == (0, [])


def test_replying_while_the_topic_is_deleted_leaves_right_numbers(rooms, topic, lena, rosa):
    seen = Topic.objects.for_actions().get(pk=topic.pk)
    crowd = [make(f"Writer {n}") for n in range(6)]

    def act(person):
        if person == rosa:
            return tried(delete_topic, seen, by=rosa, reason="Spam")
        return tried(write_reply, seen, by=person, text=f"I am {person.name}.")

    told = at_once(act, *crowd, rosa)
    now = Topic.objects.for_actions().get(pk=topic.pk)
    assert now.audience == "nobody"
    assert told.count("gone") + now.posts_count == len(crowd) + 1
    assert differences() == []


def test_two_answers_chosen_at_once_are_one(rooms, lena, kofi, rosa):
    asked = start_topic(rooms[0], by=lena, title="Which one is it?", text="Words.", kind=Kind.QUESTION)
    posts = say(asked, (kofi, "This one."), (rosa, "That one."))
    at_once(lambda post: choose_answer(post, by=rosa), *posts)
    assert Answer.objects.count() == 1
    assert differences() == []
