"""Who may do what to topics and posts as a whole: a table of people for each rule, and rules ask nothing."""

from datetime import timedelta

import pytest

from space.accounts.models import Trust
from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import (
    appoint,
    arrange_category,
    close_topic,
    delete_post,
    pin_topic,
    start_topic,
)
from space.discuss.models import Audience, Kind, Post, Topic
from space.discuss.permissions import can_pin_everywhere, moderates_something
from space.discuss.topic_numbers import DELETED_SHOWN_HOURS
from space.discuss.topic_rules import (
    can_bring_back,
    can_change,
    can_choose_answer,
    can_delete,
    can_delete_topic,
    can_move,
    can_pin,
    can_unlist,
    opens_wider,
)
from space.kit import clock
from space.testing.cast import make
from space.testing.rooms import say

# Lena began the topic. Vera is a regular, Otto moderates the category and nothing else.
PEOPLE = ("nobody", "amina", "lena", "kofi", "vera", "otto", "rosa", "ada", "viktor")


@pytest.fixture
def vera(db):
    return make("Vera Regular", trust=Trust.REGULAR)


@pytest.fixture
def otto(db, questions, ada):
    person = make("Otto")
    appoint(person, questions, by=ada)
    return person


@pytest.fixture
def readers(request):
    def reader(name):
        person = request.getfixturevalue(name)
        return person if person == NOBODY else reader_of(person)

    return {name: reader(name) for name in PEOPLE}


def seen(topic):
    return Topic.objects.for_actions().select_related("category", "closure", "pin").get(pk=topic.pk)


def post_of(topic, number):
    related = ("topic__category", "topic__closure", "deletion")
    return Post.objects.for_actions().select_related(*related).get(topic=topic, number=number)


def those_who(readers, rule, *things):
    return {name for name, reader in readers.items() if rule(reader, *things)}


MODERATORS = {"otto", "rosa", "ada"}


def test_moderators_pin_and_unlist_and_those_of_the_place_pin_everywhere(readers, topic):
    assert those_who(readers, can_pin, seen(topic)) == MODERATORS
    assert those_who(readers, can_unlist, seen(topic)) == MODERATORS
    assert those_who(readers, can_pin_everywhere) == {"rosa", "ada"}
    assert those_who(readers, moderates_something) == MODERATORS


def test_what_is_pinned_everywhere_is_unpinned_by_who_could_have_pinned_it(readers, topic, rosa):
    pin_topic(topic, by=rosa, everywhere=True)
    assert those_who(readers, can_pin, seen(topic)) == {"rosa", "ada"}


def test_authors_for_a_while_regulars_and_moderators_change_titles(readers, topic, rosa):
    assert those_who(readers, can_change, seen(topic)) == {"lena", "vera", *MODERATORS}
    with clock.at(clock.now() + timedelta(days=31)):
        assert those_who(readers, can_change, seen(topic)) == {"vera", *MODERATORS}
    close_topic(topic, by=rosa)
    assert those_who(readers, can_change, seen(topic)) == {"vera", *MODERATORS}


def test_nobody_moves_into_an_archive_or_where_they_could_not_start(readers, topic, ada):
    archive = arrange_category("old", by=ada, name="Old", kind="archive")
    news = arrange_category("news", by=ada, name="News", who_starts="moderators")
    other = arrange_category("other", by=ada, name="Other")

    assert those_who(readers, can_move, seen(topic), archive) == set()
    assert those_who(readers, can_move, seen(topic), news) == {"rosa", "ada"}
    assert those_who(readers, can_move, seen(topic), other) == {"lena", "vera", *MODERATORS}


def test_only_moderators_change_who_can_read(readers, topic, secret, hideout, questions, ada):
    inside = arrange_category("inside", by=ada, name="Inside", audience=Audience.MEMBERS)
    assert those_who(readers, can_move, seen(topic), inside) == MODERATORS
    # Kofi began it, but does not look after the room; who does not see it is not asked at all.
    assert "kofi" not in those_who(readers, can_move, seen(secret), questions)


def test_it_opens_wider_where_somebody_reads_who_did_not_before(topic, secret, hideout, questions, ada):
    inside = arrange_category("inside", by=ada, name="Inside", audience=Audience.MEMBERS)
    told = [
        (one.audience, room.slug, opens_wider(one, room))
        for one in (topic, secret)
        for room in (questions, inside, hideout)
    ]
    assert [wider for *_, wider in told] == [False, False, False, True, True, False]
    inner = start_topic(inside, by=ada, title="Among ourselves", text="Words.")
    assert [opens_wider(inner, room) for room in (questions, inside, hideout)] == [True, False, False]


def test_who_asked_and_moderators_choose_the_answer(readers, topic):
    asked = seen(topic)
    assert those_who(readers, can_choose_answer, asked) == set()
    asked.kind = Kind.QUESTION
    assert those_who(readers, can_choose_answer, asked) == {"lena", *MODERATORS}


def test_authors_for_a_while_and_moderators_delete_a_reply(readers, topic, kofi, rosa):
    say(topic, (kofi, "A reply."))
    assert those_who(readers, can_delete, post_of(topic, 2)) == {"kofi", *MODERATORS}
    assert those_who(readers, can_delete, post_of(topic, 1)) == set()
    with clock.at(clock.now() + timedelta(days=31)):
        assert those_who(readers, can_delete, post_of(topic, 2)) == MODERATORS
    close_topic(topic, by=rosa)
    assert those_who(readers, can_delete, post_of(topic, 2)) == MODERATORS


def test_authors_undo_for_a_day_what_they_deleted_themselves(readers, topic, kofi, rosa):
    say(topic, (kofi, "One."), (kofi, "Two."))
    delete_post(post_of(topic, 2), by=kofi)
    delete_post(post_of(topic, 3), by=rosa, reason="Names somebody.")

    assert those_who(readers, can_bring_back, post_of(topic, 2)) == {"kofi", *MODERATORS}
    assert those_who(readers, can_bring_back, post_of(topic, 3)) == MODERATORS
    with clock.at(clock.now() + timedelta(hours=25)):
        assert those_who(readers, can_bring_back, post_of(topic, 2)) == MODERATORS
    close_topic(topic, by=rosa)
    assert those_who(readers, can_bring_back, post_of(topic, 2)) == MODERATORS


def test_authors_delete_a_topic_in_which_they_are_alone(readers, topic, kofi, lena):
    assert those_who(readers, can_delete_topic, seen(topic)) == {"lena", *MODERATORS}
    say(topic, (lena, "I forgot to say."), (kofi, "An answer."))
    assert those_who(readers, can_delete_topic, seen(topic)) == MODERATORS
    delete_post(post_of(topic, 3), by=kofi)
    assert those_who(readers, can_delete_topic, seen(topic)) == {"lena", *MODERATORS}


def test_what_comes_from_an_archive_stays_as_it_was(readers, topic):
    old = seen(topic)
    old.kind = Kind.ARCHIVED
    post = Post(topic=old, number=2, author_id=old.author_id, created_at=old.created_at)
    for rule, thing in ((can_change, old), (can_delete_topic, old), (can_delete, post)):
        assert those_who(readers, rule, thing) == set()


def test_rules_ask_the_database_nothing(readers, topic, kofi, hearing, django_assert_num_queries):
    say(topic, (kofi, "One."))
    delete_post(post_of(topic, 2), by=kofi)
    known, post, room = seen(topic), post_of(topic, 2), seen(topic).category
    # The settings of the community are read once a process.
    DELETED_SHOWN_HOURS()
    with django_assert_num_queries(0):
        for reader in readers.values():
            for rule in (can_pin, can_unlist, can_change, can_choose_answer, can_delete_topic):
                rule(reader, known)
            can_move(reader, known, room)
            can_delete(reader, post)
            can_bring_back(reader, post)
