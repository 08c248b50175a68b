"""Two moderators at once, and everything in any order: numbers, marks and what one sees stay right."""

import random
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from space.accounts.readers import NOBODY
from space.discuss.actions import (
    arrange_category,
    change_topic,
    choose_answer,
    close_topic,
    delete_post,
    delete_topic,
    edit_post,
    list_topic,
    mark_read,
    move_topic,
    pin_topic,
    reopen_topic,
    restore_post,
    restore_topic,
    start_topic,
    take_as_read,
    take_back_answer,
    unlist_topic,
    unpin_topic,
    write_reply,
)
from space.discuss.actions.recounting import differences
from space.discuss.models import Answer, Category, Deed, Deletion, Kind, Post, Topic
from space.kit import clock
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


@pytest.mark.parametrize("seed", range(6))
def test_in_any_order_a_recount_finds_no_difference(rooms, hideout, lena, kofi, rosa, ada, seed):
    """Sixty deeds drawn by lot; after each the numbers are counted, and nobody sees what is gone."""
    lot = random.Random(seed)
    begin = clock.now() - timedelta(days=1)
    topics = []
    for n, room in enumerate([*rooms, hideout]):
        with clock.at(begin + timedelta(minutes=n)):
            kind = lot.choice([Kind.QUESTION, Kind.CONVERSATION])
            topics.append(start_topic(room, by=lena, title=f"Topic number {n}", text="Words.", kind=kind).pk)
    for step in range(60):
        Bucket.objects.all().delete()
        with clock.at(begin + timedelta(minutes=10 + step)):
            topic = Topic.objects.for_actions().get(pk=lot.choice(topics))
            post = lot.choice(list(Post.objects.for_actions().select_related("topic").filter(topic=topic)))
            done = _deed(lot, topic, post, [*rooms, hideout], lot.choice([lena, kofi, rosa, ada]))
        assert differences() == [], done
        _nobody_sees_what_is_gone()


def _deed(lot, topic, post, rooms, by):
    deeds = {
        "reply": lambda: write_reply(topic, by=by, text=f"Words {lot.random()}"),
        "edit": lambda: edit_post(post, by=by, text=f"Other words {lot.random()}"),
        "change": lambda: change_topic(
            topic,
            by=by,
            title=f"Title {lot.random()}",
            tags=["a", str(lot.random())],
            category=lot.choice(rooms),
        ),
        "move": lambda: move_topic(topic, lot.choice(rooms), by=by),
        "delete": lambda: delete_post(post, by=by, reason="Why"),
        "restore": lambda: restore_post(post, by=by),
        "delete topic": lambda: delete_topic(topic, by=by, reason="Why"),
        "restore topic": lambda: restore_topic(topic, by=by),
        "answer": lambda: choose_answer(post, by=by),
        "no answer": lambda: take_back_answer(topic, by=by),
        "close": lambda: close_topic(topic, by=by),
        "reopen": lambda: reopen_topic(topic, by=by),
        "pin": lambda: pin_topic(topic, by=by, everywhere=lot.random() < 0.5),
        "unpin": lambda: unpin_topic(topic, by=by),
        "unlist": lambda: unlist_topic(topic, by=by),
        "list": lambda: list_topic(topic, by=by),
        "read": lambda: mark_read(topic, by, lot.randint(1, topic.highest_number)),
        "dismiss": lambda: take_as_read([topic.pk], by=by, what="unread"),
    }
    name = lot.choice(sorted(deeds))
    return name, str(tried(deeds[name]))


def _nobody_sees_what_is_gone():
    gone = Topic.objects.for_actions().filter(audience="nobody")
    seen = Post.objects.visible_to(NOBODY)
    assert not seen.filter(topic__in=gone).exists()
    assert not seen.filter(deletion__isnull=False).exists()
    assert not seen.exclude(topic__category__audience="public").exists()
    assert not Answer.objects.exclude(post__hidden_at=None).exists()
