"""Many people write at the same moment, and every number stays right."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from space.accounts.readers import reader_of
from space.discuss.actions import (
    add_synonym,
    bookmark,
    change_category,
    change_poll,
    close_poll,
    close_topic,
    delete_category,
    hide_post,
    make_about,
    make_category,
    make_tag,
    merge_tag,
    place_category,
    react,
    save_draft,
    start_topic,
    take_back,
    take_back_reaction,
    vote,
    write_reply,
)
from space.discuss.actions.drafts import AlreadySent, Overtaken
from space.discuss.actions.recounting import differences, recount
from space.discuss.actions.viewing import add_views
from space.discuss.drafts.filling import draft_for
from space.discuss.drafts.purposes import to_reply
from space.discuss.models import Bookmark, Category, Draft, Poll, Post, Response, Topic
from space.discuss.polls.plan import PollPlan
from space.testing.cast import make
from space.testing.polls import ask, option, standing, votes

WRITERS = 16


def at_once(work, *parts):
    """Do the work for each part in a thread of its own, all let go at the same moment."""
    start = Barrier(len(parts))

    def one(part):
        start.wait()
        try:
            return work(part)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(parts)) as pool:
        return list(pool.map(one, parts))


@pytest.fixture
def crowd(transactional_db):
    return [make(f"Writer {n}") for n in range(WRITERS)]


def test_sixteen_replies_at_once_get_sixteen_numbers(crowd, topic):
    posts = at_once(lambda person: write_reply(topic, by=person, text=f"I am {person.name}."), *crowd)

    assert sorted(post.number for post in posts) == list(range(2, WRITERS + 2))
    assert Topic.objects.for_actions().get(pk=topic.pk).posts_count == WRITERS + 1
    assert differences() == []


def test_replies_and_topics_in_one_category_at_once_keep_its_numbers(crowd, topic, questions):
    def write(person):
        if person.pk % 2:
            return write_reply(topic, by=person, text="A reply among others.")
        return start_topic(questions, by=person, title="A topic among others", text="And its text.")

    at_once(write, *crowd)

    kept = Category.objects.for_actions().get(pk=questions.pk)
    assert (kept.topics_count, kept.posts_count) == (1 + WRITERS // 2, 1 + WRITERS)
    assert differences() == []


def test_one_form_sent_sixteen_times_at_once_makes_one_post(crowd, topic):
    key = uuid4()
    posts = at_once(lambda _: write_reply(topic, by=crowd[0], text="Only once.", key=key), *range(WRITERS))

    assert len({post.pk for post in posts}) == 1
    assert differences() == []


def test_one_topic_form_sent_sixteen_times_at_once_makes_one_topic(crowd, questions):
    key = uuid4()
    made = at_once(
        lambda _: start_topic(questions, by=crowd[0], title="Only once, please", text="One.", key=key),
        *range(WRITERS),
    )

    assert len({topic.pk for topic in made}) == 1
    assert Topic.objects.for_actions().count() == 1


def test_writing_and_hiding_at_once_do_not_block_each_other_for_ever(crowd, topic, rosa):
    posts = at_once(lambda person: write_reply(topic, by=person, text="Words."), *crowd[:8])

    def act(part):
        if isinstance(part, Post):
            return hide_post(part, by=rosa, reason="Spam")
        return write_reply(topic, by=part, text="More words.", reply_to=posts[0])

    at_once(act, *posts[:8], *crowd[8:])

    assert Topic.objects.for_actions().get(pk=topic.pk).posts_count == 9
    assert differences() == []


def test_fifty_votes_at_once_are_fifty_votes(crowd, topic):
    """Some change their minds, some press twice, one form comes sixteen times: each person counts once."""
    poll = ask(topic, way="several")
    people = [*crowd, *(make(f"Voter {n}") for n in range(50 - WRITERS))]
    at_once(lambda person: votes(poll, (person, "Salt")), *people)
    assert standing(poll) == (50, {"Bread": 0, "Salt": 50, "Tea": 0})

    acts = [(person, text) for person in people[:8] for text in ("Bread", "Salt, Tea", "Tea")]
    at_once(lambda act: votes(poll, act), *acts, *[(people[9], "Tea")] * 16)
    assert standing(poll)[0] == 50
    assert standing(poll)[1]["Tea"] >= 1
    at_once(lambda person: take_back(poll, by=person), *people[:16], *people[:16])
    assert standing(poll)[0] == 34
    assert differences() == []


def test_votes_that_come_in_the_moment_of_closing_count_or_are_refused(crowd, topic, lena, rosa):
    poll = ask(topic)

    def act(person):
        if person == lena:
            return close_poll(poll, by=lena)
        if person == rosa:
            return close_topic(topic, by=rosa)
        try:
            return votes(poll, (person, "Salt"))
        except ValidationError as refused:
            return refused.code

    came = at_once(act, *crowd[:8], lena, rosa, *crowd[8:])
    counted = sum(isinstance(answer, Poll) for answer in came) - 1
    assert standing(poll) == (counted, {"Bread": 0, "Salt": counted, "Tea": 0})
    assert {answer for answer in came if isinstance(answer, str)} <= {"closed"}
    assert differences() == []


def test_changing_a_poll_and_the_first_vote_at_once_never_mix(crowd, topic, lena):
    poll = ask(topic)

    def act(person):
        try:
            if person == lena:
                return change_poll(poll, PollPlan("Which day?", ("Friday", "Salt")), by=lena)
            return vote(poll, by=person, options=[salt])
        except ValidationError as refused:
            return refused.code

    salt = option(poll, "Salt")
    at_once(act, *crowd[:4], lena, *crowd[4:8])
    question = Poll.objects.for_actions().get(pk=poll.pk).question
    assert standing(poll)[0] == (0 if question == "Which day?" else 8)
    assert differences() == []


def test_sixteen_people_react_at_once_and_take_back_at_once(crowd, topic):
    post = topic.posts.get()
    kinds = list(Response)

    def leave(part):
        number, person = part
        react(post, by=person, kind=kinds[number % 2])
        react(post, by=person, kind=kinds[number % 2])

    at_once(leave, *enumerate(crowd))
    assert topic.posts.get().reactions == {kinds[0].value: WRITERS // 2, kinds[1].value: WRITERS // 2}
    assert differences() == []

    at_once(lambda part: take_back_reaction(post, by=part[1], kind=kinds[part[0] % 2]), *enumerate(crowd))
    assert topic.posts.get().reactions == {}
    assert differences() == []


def test_one_button_pressed_sixteen_times_at_once_counts_once(crowd, topic):
    post = topic.posts.get()
    at_once(lambda _: react(post, by=crowd[0], kind=Response.THANKS), *range(WRITERS))

    assert topic.posts.get().reactions == {"thanks": 1}
    assert differences() == []


def test_reacting_replying_and_hiding_at_once_do_not_block_each_other_for_ever(crowd, topic, rosa):
    posts = at_once(lambda person: write_reply(topic, by=person, text="Words."), *crowd[:4])

    def act(part):
        if isinstance(part, Post):
            return hide_post(part, by=rosa, reason="Spam")
        if part.pk % 2:
            return write_reply(topic, by=part, text="More words.")
        with suppress(ValidationError):
            for post in posts:
                react(post, by=part, kind=Response.USEFUL)
        return None

    at_once(act, *posts[:2], *crowd[4:])

    assert differences() == []


def test_one_bookmark_pressed_sixteen_times_at_once_is_one(crowd, topic):
    post = topic.posts.get()
    at_once(lambda _: bookmark(post, by=crowd[0]), *range(WRITERS))

    assert Bookmark.objects.count() == 1


def test_a_wrong_number_is_found_and_mended(topic):
    Topic.objects.for_actions().filter(pk=topic.pk).update(posts_count=7)

    assert len(differences()) == 2
    recount()
    assert differences() == []


def test_views_written_by_several_processes_at_once_wait_for_each_other_in_one_order(crowd, questions):
    topics = Topic.objects.for_actions().bulk_create(
        [
            Topic(
                category=questions, audience="public", author=crowd[0], title=f"Topic {n}", slug=f"topic-{n}"
            )
            for n in range(150)
        ]
    )
    there = {topic.pk: 1 for topic in topics}
    back = dict(reversed(there.items()))

    at_once(lambda sums: [add_views(sums) for _ in range(15)], there, back, there, back)

    assert set(Topic.objects.for_actions().values_list("views", flat=True)) == {60}


def test_sixteen_tabs_that_keep_a_draft_at_once_overwrite_nothing(crowd):
    def keep(number):
        try:
            return save_draft("topic", by=crowd[0], data={"text": f"Tab {number}"}, form=uuid4())
        except Overtaken as told:
            return told

    kept = at_once(keep, *range(WRITERS))
    first = [one for one in kept if isinstance(one, Draft)]
    assert len(first) == 1
    assert Draft.objects.for_actions().get().data == first[0].data


def test_a_draft_that_is_kept_while_its_form_is_sent_is_none(crowd, topic):
    form, person, key = uuid4(), crowd[0], to_reply(topic).key

    def send_or_keep(number):
        if number == 0:
            return write_reply(topic, by=person, text="Sent.", key=form)
        try:
            return save_draft(key, by=person, data={"text": f"Sen{number}"}, form=form)
        except AlreadySent:
            return None

    at_once(send_or_keep, *range(4))
    assert draft_for(to_reply(topic), reader_of(person)) is None


def test_topics_begun_while_their_category_leaves_the_common_list_follow_it(crowd, questions, ada, topic):
    def act(person):
        if person == ada:
            return change_category(questions, by=ada, suppressed_from_latest=True)
        if person.pk % 3:
            return start_topic(questions, by=person, title="A topic among others", text="And its text.")
        return write_reply(topic, by=person, text="A reply among others.")

    at_once(act, *crowd[:8], ada, *crowd[8:])

    assert not Topic.objects.for_actions().filter(listed=True).exists()
    assert differences() == []


def test_two_administrators_order_categories_at_once_and_no_place_is_taken_twice(transactional_db, ada, rosa):
    rooms = [make_category(f"room-{n}", by=ada, name=f"Room {n}") for n in range(6)]

    def act(part):
        person, room, beside = part
        return place_category(room, by=person, beside=beside)

    at_once(
        act,
        *[((ada, rosa)[n % 2], rooms[n], rooms[(n * 5 + 2) % 6]) for n in range(6) if n != (n * 5 + 2) % 6],
    )

    assert sorted(Category.objects.for_actions().values_list("position", flat=True)) == list(range(6))


def test_two_administrators_change_the_same_field_at_once_and_one_is_told(
    transactional_db, questions, ada, rosa
):
    def act(part):
        person, tone = part
        try:
            return change_category(questions, by=person, seen={"tone": 2}, tone=tone)
        except ValidationError as error:
            return error

    told = at_once(act, (ada, 5), (rosa, 7))

    assert sum(isinstance(one, ValidationError) for one in told) == 1


def test_one_button_pressed_many_times_at_once_makes_one_about_topic(transactional_db, questions, ada, rosa):
    change_category(questions, by=ada, description="Ask.")
    topics = at_once(lambda person: make_about(questions, by=person, key=uuid4()), ada, rosa, ada, rosa)

    assert len({topic.pk for topic in topics}) == 1
    assert Topic.objects.for_actions().count() == 1


def test_a_tag_that_is_merged_while_people_use_it_ends_on_no_topic(crowd, questions, rosa):
    charts, maps = make_tag("charts", by=rosa), make_tag("maps", by=rosa)
    add_synonym(charts, "plans", by=rosa)

    def act(person):
        if person == rosa:
            return merge_tag(charts, maps, by=rosa)
        return start_topic(
            questions, by=person, title="A topic with a tag", text="Words.", tags=["plans", "charts", "maps"]
        )

    at_once(act, *crowd[:8], rosa, *crowd[8:])

    assert set(Topic.tags.through.objects.values_list("tag__name", flat=True)) == {"maps"}
    assert differences() == []


def test_a_category_that_goes_while_people_write_is_gone_or_stays_with_all_of_it(crowd, ada):
    room = make_category("short", by=ada, name="Short")

    def act(person):
        try:
            if person == ada:
                return delete_category(room, by=ada)
            return start_topic(room, by=person, title="A topic among others", text="And its text.")
        except ValidationError as error:
            return error

    told = at_once(act, *crowd[:8], ada)
    begun = sum(isinstance(one, Topic) for one in told)

    assert Topic.objects.for_actions().count() == begun
    assert Category.objects.for_actions().exists() is bool(begun)
    assert differences() == []
