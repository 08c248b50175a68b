"""Who is told of what: of posts, reactions and moves. Each asks for the words on the page; the bell counts the same."""

from datetime import timedelta

import pytest
from django.utils import timezone

from space.accounts.models import Trust
from space.accounts.readers import reader_of
from space.discuss.actions import (
    appoint,
    arrange_category,
    change_topic,
    delete_post,
    delete_topic,
    edit_post,
    follow,
    follow_topic,
    hide_post,
    make_tag,
    mark_read,
    move_topic,
    react,
    restore_post,
    restore_topic,
    show_post,
    start_topic,
    take_back_reaction,
    unlist_topic,
    write_reply,
)
from space.discuss.models import Level, Post, Response, Tag
from space.groups.models import Membership
from space.kit import clock
from space.markup.quoting import quotation
from space.moderation.actions import penalise, set_trust
from space.moderation.models import Measure
from space.notifications.actions import keep_the_newest, mark_all, wish
from space.notifications.bell import unread
from space.notifications.kinds import Channel
from space.notifications.models import Notification
from space.notifications.numbers import KEPT_AT_MOST
from space.testing.cast import make
from space.testing.telling import tell_what_waits, told

NEW = "1 new post by Kofi Mensah"
BEGAN = "Kofi Mensah began this topic"


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """People here write as fast as the test."""
    monkeypatch.setattr("space.discuss.allowances.take", lambda who, what: None)


@pytest.fixture
def topic(topic):
    """Nobody heard of its beginning."""
    tell_what_waits()
    return topic


@pytest.fixture
def first(topic) -> Post:
    return Post.objects.for_actions().get(topic=topic, number=1)


def test_who_is_named_answered_and_watches_is_told_once_of_the_strongest(topic, first, lena, kofi, rosa):
    follow(topic.category, by=rosa, level=Level.WATCHING)
    quote = quotation(lena.name, 1, topic.get_absolute_url() + "1", first.source)
    write_reply(topic, by=kofi, text=f"{quote}@Lena Müller, look there.", reply_to=first)
    assert told(lena) == ["Kofi Mensah mentioned you"]
    assert told(rosa) == [NEW]
    assert told(kofi) == []
    assert tell_what_waits() == 0


def test_an_answer_is_stronger_than_a_quote_and_a_quote_than_watching(topic, first, lena, kofi):
    quote = quotation(lena.name, 1, topic.get_absolute_url() + "1", first.source)
    write_reply(topic, by=kofi, text=f"{quote}I see.", reply_to=first)
    write_reply(topic, by=kofi, text=f"{quote}I still see.")
    write_reply(topic, by=kofi, text="And more.")
    assert told(lena) == [NEW, "Kofi Mensah quoted you", "Kofi Mensah replied to you"]


def test_a_quote_under_another_name_tells_nobody(topic, first, rosa, kofi, lena):
    follow_topic(topic, by=lena, level=Level.NORMAL)
    quote = quotation(rosa.name, 1, topic.get_absolute_url() + "1", first.source)
    write_reply(topic, by=kofi, text=f"{quote}Did she?")
    assert told(lena) == told(rosa) == []


def test_new_posts_of_a_topic_become_one_line_until_they_are_read(topic, lena, kofi, rosa):
    write_reply(topic, by=kofi, text="One.")
    write_reply(topic, by=rosa, text="Two.")
    write_reply(topic, by=kofi, text="Three.")
    assert told(lena) == ["3 new posts by Kofi Mensah and Rosa Quispe"]
    mark_read(topic, lena, 4)
    write_reply(topic, by=kofi, text="Four.")
    assert told(lena) == [NEW, "3 new posts by Kofi Mensah and Rosa Quispe"]


@pytest.mark.parametrize(
    ("level", "topics", "replies"),
    [
        (Level.WATCHING, True, True),
        (Level.FIRST_POSTS, True, False),
        (Level.TRACKING, False, False),
        (Level.MUTED, False, False),
    ],
)
@pytest.mark.parametrize("what", ["category", "category above", "tag"])
def test_what_each_level_of_a_category_or_tag_tells(questions, ada, rosa, kofi, level, topics, replies, what):
    inner = arrange_category("inner", by=ada, name="Inner", parent=questions)
    thing = {"category": inner, "category above": questions, "tag": make_tag("paper", by=ada)}[what]
    follow(thing, by=rosa, level=level)
    begun = start_topic(inner, by=kofi, title="Where is the index?", text="Somewhere.", tags=["paper"])
    assert told(rosa) == ([BEGAN] if topics else [])
    Notification.objects.for_actions().all().delete()
    write_reply(begun, by=kofi, text="Found it.")
    assert told(rosa) == ([NEW] if replies else [])


def test_what_was_said_before_somebody_wanted_to_hear_it_is_not_told(questions, rosa, kofi):
    start_topic(questions, by=kofi, title="Where is the index?", text="Somewhere.")
    follow(questions, by=rosa, level=Level.WATCHING)
    assert told(rosa) == []


def test_the_nearer_category_says_more_and_the_topic_says_most(questions, ada, rosa, lena, kofi):
    inner = arrange_category("inner", by=ada, name="Inner", parent=questions)
    follow(questions, by=rosa, level=Level.WATCHING)
    follow(inner, by=rosa, level=Level.TRACKING)
    begun = start_topic(inner, by=kofi, title="Where is the index?", text="Somewhere.")
    assert told(rosa) == []
    follow(inner, by=rosa, level=Level.WATCHING)
    follow_topic(begun, by=rosa, level=Level.TRACKING)
    write_reply(begun, by=kofi, text="Found it.")
    assert told(rosa) == []


def _mute_topic(topic, kofi, rosa):
    follow_topic(topic, by=rosa, level=Level.MUTED)


def _mute_person(topic, kofi, rosa):
    follow(kofi, by=rosa, level=Level.MUTED)


def _suspend(topic, kofi, rosa):
    penalise(rosa, Measure.SUSPENSION, by=kofi, until=timezone.now() + timedelta(days=1), reason="Threats")


def _shut(topic, kofi, rosa):
    rosa.is_active = False
    rosa.save()


@pytest.mark.parametrize("change", [_mute_topic, _mute_person, _suspend, _shut])
def test_who_is_not_told_even_by_name(topic, kofi, lena, change):
    person = make("Rita")
    follow_topic(topic, by=person, level=Level.WATCHING)
    post = write_reply(topic, by=kofi, text="@Rita, look.")
    change(topic, kofi, person)
    tell_what_waits()
    assert not Notification.objects.for_actions().filter(person=person).exists()
    assert post.mentions.filter(person=person).exists()


def test_a_muted_category_is_quiet_but_for_ones_name(topic, kofi, rosa):
    follow(topic.category, by=rosa, level=Level.MUTED)
    follow(Tag.objects.get_or_create(name="paper")[0], by=rosa, level=Level.WATCHING)
    change_topic(topic, by=kofi, tags=["paper"])
    write_reply(topic, by=kofi, text="One.")
    assert told(rosa) == []
    write_reply(topic, by=kofi, text="@Rosa Quispe, two.")
    assert told(rosa) == ["Kofi Mensah mentioned you"]


def test_a_closed_group_tells_its_members_alone_and_nobody_who_has_left(secret, kofi, lena, rosa, circle):
    inside = make("Rita")
    Membership.objects.create(group=circle, person=inside)
    for person in (lena, inside):
        follow(secret.category, by=person, level=Level.WATCHING)
    write_reply(secret, by=kofi, text="@Lena Müller, @Rita: it begins.")
    write_reply(secret, by=kofi, text="It goes on.")
    assert told(lena) == []
    assert told(inside) == [NEW, "Kofi Mensah mentioned you"]
    Membership.objects.filter(person=inside).delete()
    assert told(inside) == []


def test_a_topic_moved_into_a_closed_group_takes_along_what_was_told_of_it(topic, hideout, lena, kofi, rosa):
    follow_topic(topic, by=kofi, level=Level.WATCHING)
    write_reply(topic, by=rosa, text="@Kofi Mensah, @Lena Müller")
    assert len(told(lena)) == len(told(kofi)) == 1
    old = topic.category
    topic = move_topic(topic, hideout, by=rosa)
    assert told(lena) == []
    assert told(kofi)[0] == f"Rosa Quispe moved this topic to {hideout.name}"
    move_topic(topic, old, by=rosa)
    assert told(lena)[0] == "Rosa Quispe moved this topic to Questions"


def test_what_is_hidden_is_not_told_any_more_and_comes_back(topic, lena, kofi, rosa):
    one = write_reply(topic, by=kofi, text="One.")
    two = write_reply(topic, by=kofi, text="Two.")
    assert told(lena) == ["2 new posts by Kofi Mensah"]
    delete_post(one, by=rosa)
    assert told(lena) == [NEW]
    delete_post(two, by=rosa)
    assert told(lena) == []
    restore_post(two, by=rosa)
    restore_post(one, by=rosa)
    assert told(lena) == ["2 new posts by Kofi Mensah"]


def test_what_was_hidden_before_it_was_told_is_told_once_when_it_is_shown(topic, first, lena, kofi, rosa):
    follow_topic(topic, by=lena, level=Level.TRACKING)
    post = write_reply(topic, by=kofi, text="@Lena Müller, look.")
    edit_post(post, by=kofi, text="@Lena Müller, @Ada, look.")
    react(post, by=rosa, kind=Response.THANKS)
    hide_post(post, by=rosa)
    assert told(lena) == told(kofi) == []
    show_post(post, by=rosa)
    for _ in range(2):
        assert told(lena) == ["Kofi Mensah mentioned you"]
        assert told(kofi) == ["Rosa Quispe reacted to your post"]
        hide_post(post, by=rosa)
        assert told(lena) == []
        show_post(post, by=rosa)


def test_a_deleted_topic_is_quiet_and_one_that_is_back_is_not(topic, lena, kofi, rosa):
    write_reply(topic, by=kofi, text="One.")
    delete_topic(topic, by=rosa)
    assert told(lena) == []
    restore_topic(topic, by=rosa)
    assert told(lena) == []
    write_reply(topic, by=kofi, text="Two.")
    assert told(lena) == [NEW]
    delete_topic(topic, by=rosa)
    assert told(lena) == []


def test_who_watches_is_told_nothing_of_a_topic_out_of_all_lists(topic, lena, kofi, rosa):
    unlist_topic(topic, by=rosa)
    write_reply(topic, by=kofi, text="One.")
    assert told(lena) == []


def test_reactions_to_a_post_become_one_line(topic, first, lena, kofi, rosa, ada):
    for person, kind in ((kofi, Response.THANKS), (kofi, Response.STAR), (rosa, Response.THANKS)):
        react(first, by=person, kind=kind)
    assert told(lena) == ["Rosa Quispe and Kofi Mensah reacted to your post"]
    react(first, by=ada, kind=Response.STAR)
    assert told(lena) == ["Ada and 2 others reacted to your post"]


def test_reactions_to_three_posts_within_two_hours_become_one_line(topic, lena, kofi, rosa):
    follow_topic(topic, by=lena, level=Level.TRACKING)
    begin = timezone.now()
    posts = []
    for minute in range(4):
        with clock.at(begin + timedelta(minutes=minute)):
            posts.append(write_reply(topic, by=lena, text=f"Words {minute}."))
    for post, hours in zip(posts, (0, 3, 4, 4.5), strict=True):
        assert len(told(lena)) == {0: 0, 3: 1, 4: 2, 4.5: 3}[hours]
        with clock.at(begin + timedelta(hours=hours + 1)):
            react(post, by=kofi, kind=Response.THANKS)
    assert told(lena) == ["Kofi Mensah reacted to 3 posts of yours", "Kofi Mensah reacted to your post"]
    with clock.at(begin + timedelta(hours=6)):
        react(posts[3], by=rosa, kind=Response.THANKS)
    assert told(lena)[0] == "Rosa Quispe and Kofi Mensah reacted to 3 posts of yours"


def test_a_reaction_that_is_taken_back_is_told_no_more(topic, first, lena, kofi, rosa):
    react(first, by=kofi, kind=Response.THANKS)
    react(first, by=rosa, kind=Response.THANKS)
    assert told(lena) == ["Rosa Quispe and Kofi Mensah reacted to your post"]
    take_back_reaction(first, by=kofi, kind=Response.THANKS)
    assert told(lena) == ["Rosa Quispe reacted to your post"]
    take_back_reaction(first, by=rosa, kind=Response.THANKS)
    assert told(lena) == []


def test_a_reaction_that_is_given_again_is_told_again_unless_it_was_read(topic, first, lena, kofi):
    for job_was_quick in (True, False):
        react(first, by=kofi, kind=Response.THANKS)
        if job_was_quick:
            tell_what_waits()
        take_back_reaction(first, by=kofi, kind=Response.THANKS)
        assert told(lena) == []
    react(first, by=kofi, kind=Response.THANKS)
    assert told(lena) == ["Kofi Mensah reacted to your post"]

    mark_all(lena)
    take_back_reaction(first, by=kofi, kind=Response.THANKS)
    react(first, by=kofi, kind=Response.THANKS)
    tell_what_waits()
    assert unread(reader_of(lena)) == 0


def test_an_edit_tells_whom_it_names_and_nobody_twice(topic, lena, kofi, rosa):
    post = write_reply(topic, by=kofi, text="Look, @Lena Müller.")
    edit_post(post, by=kofi, text="Look, @Lena Müller and @Rosa Quispe.")
    edit_post(post, by=kofi, text="Look.")
    edit_post(post, by=kofi, text="Look, @Rosa Quispe and @Lena Müller.")
    assert told(lena) == told(rosa) == ["Kofi Mensah mentioned you"]


def test_more_trust_and_a_task_are_told_and_less_trust_is_not(questions, lena, rosa, ada):
    set_trust(lena, Trust.REGULAR, by=rosa, reason="Kind")
    set_trust(lena, Trust.BASIC, by=rosa, reason="Less kind")
    appoint(lena, questions, by=ada)
    assert told(lena) == [
        "You look after the category Questions now",
        f"You have a new level of trust here: {Trust.REGULAR.label}",
    ]


def test_what_one_does_not_want_is_told_as_the_next_that_one_wants(topic, first, lena, kofi):
    wish(lena, Channel.BELL, ["reply", "reaction"])
    write_reply(topic, by=kofi, text="@Lena Müller, look.", reply_to=first)
    write_reply(topic, by=kofi, text="Look again.")
    assert told(lena) == ["Kofi Mensah replied to you"]


def test_what_was_read_before_it_is_told_is_not_unread(topic, lena, kofi, rosa):
    write_reply(topic, by=kofi, text="@Rosa Quispe, one.")
    for person in (lena, rosa):
        mark_read(topic, person, 2)
    assert told(lena) == []
    assert told(rosa) == ["Kofi Mensah mentioned you"]
    assert not Notification.objects.for_actions().filter(read_at=None).exists()


def test_nobody_keeps_more_than_the_most(topic, lena, kofi, monkeypatch):
    monkeypatch.setattr("space.notifications.actions.tidying.KEPT_AT_MOST", lambda: 3)
    assert KEPT_AT_MOST() == 10_000
    for number in range(5):
        write_reply(topic, by=kofi, text=f"@Lena Müller {number}")
    assert len(told(lena)) == 5
    newest = list(Notification.objects.for_actions().filter(person=lena).newest_first()[:3])
    assert keep_the_newest() == 2
    assert list(Notification.objects.for_actions().filter(person=lena).newest_first()) == newest
