"""Posts and topics that are taken out, what is told of them, and how they come back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.accounts.readers import NOBODY, reader_of
from space.administration.actions import change_setting
from space.discuss.actions import (
    appoint,
    delete_post,
    delete_topic,
    hide_post,
    pin_topic,
    restore_post,
    restore_topic,
    show_post,
    write_reply,
)
from space.discuss.actions.recounting import differences
from space.discuss.actions.scoring import OFTEN, SELDOM, score_periods
from space.discuss.lists.counts import counts
from space.discuss.lists.wanted import Wanted
from space.discuss.models import Category, Deletion, Post, Score, Topic, TopicDeletion
from space.discuss.topic_numbers import DELETED_SHOWN_HOURS
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.testing.rooms import MARKER, say
from space.web import fragments


def fresh(topic):
    return Topic.objects.for_actions().select_related("category", "closure").get(pk=topic.pk)


def post_of(topic, number):
    return Post.objects.for_actions().select_related("topic").get(topic=topic, number=number)


def page_for(client, topic, person=None):
    client.logout()
    if person:
        client.force_login(person)
    return client.get(topic.get_absolute_url()).content.decode()


@pytest.fixture
def talk(topic, lena, kofi, rosa):
    """Four posts; Kofi wrote the third."""
    say(topic, (lena, "The second."), (kofi, "The third one."), (rosa, "The fourth."))
    return topic


def address(name, topic, number=0):
    numbers = [number] if number else []
    return reverse(f"discuss:{name}", args=[topic.slug, topic.pk, *numbers])


def test_an_author_deletes_their_post_after_a_page_has_asked_and_undoes_it(client, talk, kofi):
    client.force_login(kofi)
    asked = client.get(address("delete_post", talk, 3)).content.decode()
    assert "you can undo it there" in asked
    assert "The third one." in asked
    assert 'name="reason"' not in asked

    answer = client.post(address("delete_post", talk, 3))
    assert answer.url == f"{talk.get_absolute_url()}#p3"
    page = page_for(client, talk, kofi)
    assert "The third one." not in page
    assert "Post 3 was deleted by its author." in page
    assert "Undo" in page
    assert (fresh(talk).posts_count, fresh(talk).last_number, differences()) == (3, 4, [])
    assert not LogEntry.objects.filter(what="post-deleted").exists()

    client.post(reverse("discuss:restore_post", args=[talk.pk, 3]))
    assert "The third one." in page_for(client, talk, kofi)
    assert (fresh(talk).posts_count, Deletion.objects.count(), differences()) == (4, 0, [])


def test_a_moderator_says_why_and_only_moderators_bring_it_back(client, talk, rosa, kofi, lena):
    client.force_login(rosa)
    assert client.post(address("delete_post", talk, 3), {"reason": ""}).status_code == 422
    client.post(address("delete_post", talk, 3), {"reason": "Names somebody."})
    assert LogEntry.objects.get(what="post-deleted").reason.text == "Names somebody."

    for person in (None, lena, kofi):
        page = page_for(client, talk, person)
        assert "Post 3 was deleted by a moderator." in page
        assert "Names somebody." not in page
        assert "Restore" not in page
        assert reverse("discuss:restore_post", args=[talk.pk, 3]) not in page
    assert client.post(reverse("discuss:restore_post", args=[talk.pk, 3])).status_code == 404
    assert "Restore" in page_for(client, talk, rosa)
    client.post(reverse("discuss:restore_post", args=[talk.pk, 3]))
    assert LogEntry.objects.filter(what="post-restored").count() == 1
    assert "The third one." in page_for(client, talk)


def test_after_a_day_only_moderators_are_told_and_can_look_at_it(client, talk, rosa, kofi, lena):
    with clock.at(clock.now() - timedelta(hours=25)):
        delete_post(post_of(talk, 3), by=kofi)
    for person in (None, lena, kofi):
        assert "was deleted" not in page_for(client, talk, person)
    assert client.post(reverse("discuss:restore_post", args=[talk.pk, 3])).status_code == 403

    assert "Look at it" in page_for(client, talk, rosa)
    looked = client.get(address("deleted_post", talk, 3)).content.decode()
    assert "The third one." in looked
    assert 'content="noindex"' in looked


def test_administrators_choose_for_how_long_a_line_is_left(client, talk, kofi, ada):
    with clock.at(clock.now() - timedelta(hours=25)):
        delete_post(post_of(talk, 3), by=kofi)
    change_setting(DELETED_SHOWN_HOURS, 48, by=ada)
    assert "Post 3 was deleted by its author." in page_for(client, talk)
    client.force_login(kofi)
    assert client.post(reverse("discuss:restore_post", args=[talk.pk, 3])).status_code == 302


def test_what_leads_to_a_deleted_post_leads_nowhere_but_quotes_of_it_stay(client, talk, kofi, lena):
    permalink = address("post", talk, 3)
    Bucket.objects.all().delete()
    say(talk, (lena, f"> [Kofi Mensah, 3]({permalink})\n> The third one.\n\nI agree."))
    delete_post(post_of(talk, 3), by=kofi)

    assert client.get(permalink).status_code == 404
    page = page_for(client, talk)
    assert page.count("The third one.") == 1
    assert client.get(address("history", talk, 3)).status_code == 404
    assert f"/t/{talk.pk}/3" not in client.get(f"{talk.get_absolute_url().rstrip('/')}.atom").content.decode()


def test_nothing_is_unread_that_was_deleted(talk, kofi, lena, rosa):
    assert counts(Wanted(), reader_of(lena)).unread == 1
    for number in (3, 4):
        delete_post(post_of(talk, number), by=rosa, reason="Spam")
    assert counts(Wanted(), reader_of(lena)).unread == 0
    restore_post(post_of(talk, 4), by=rosa)
    assert counts(Wanted(), reader_of(lena)).unread == 1
    assert differences() == []


def test_deleting_twice_is_deleting_once_and_the_first_post_stays(talk, rosa):
    for _ in range(2):
        delete_post(post_of(talk, 3), by=rosa, reason="Spam")
    assert LogEntry.objects.filter(what="post-deleted").count() == 1
    for _ in range(2):
        restore_post(post_of(talk, 3), by=rosa)
    assert LogEntry.objects.filter(what="post-restored").count() == 1
    with pytest.raises(ValidationError):
        delete_post(post_of(talk, 1), by=rosa, reason="Spam")
    assert (fresh(talk).posts_count, differences()) == (4, [])


def test_hidden_is_not_deleted_and_shown_is_no_longer_deleted(client, talk, rosa):
    hide_post(post_of(talk, 2), by=rosa)
    delete_post(post_of(talk, 2), by=rosa, reason="Spam")
    restore_post(post_of(talk, 2), by=rosa)
    assert fresh(talk).posts_count == 3
    assert "Post 2 was deleted" not in page_for(client, talk, rosa)

    delete_post(post_of(talk, 3), by=rosa, reason="Spam")
    show_post(post_of(talk, 3), by=rosa)
    assert not Deletion.objects.exists()
    assert differences() == []


def test_a_page_with_deleted_posts_costs_one_query_more(
    client, talk, rosa, hearing, django_assert_num_queries
):
    for number in (2, 3, 4):
        delete_post(post_of(talk, number), by=rosa, reason="Spam")
    fragments._store.clear()
    client.get(talk.get_absolute_url())
    with django_assert_num_queries(3):
        client.get(talk.get_absolute_url())


PLACES = [
    "/",
    "/discuss/",
    "/discuss/top",
    "/discuss/hot",
    "/discuss/c/questions/",
    "/discuss.atom",
    "/sitemap-topics.xml",
]


def test_a_deleted_topic_is_nowhere_and_comes_back_as_it_was(client, talk, rosa, lena, questions):
    pin_topic(talk, by=rosa, everywhere=True)
    score_periods([*OFTEN, *SELDOM])
    shown = [place for place in PLACES if f"/{talk.pk}/" in client.get(place).content.decode()]
    client.force_login(rosa)
    assert client.post(address("delete_topic", talk), {"reason": ""}).status_code == 422
    assert (
        client.post(address("delete_topic", talk), {"reason": "Sold something."}).url
        == "/discuss/c/questions/"
    )

    assert shown == PLACES
    assert [place for place in PLACES if f"/{talk.pk}/" in client.get(place).content.decode()] == []
    assert client.get(talk.get_absolute_url()).status_code == client.get(f"/t/{talk.pk}").status_code == 404
    assert Post.objects.visible_to(reader_of(rosa)).count() == 0
    assert not Score.objects.exists()
    assert counts(Wanted(), reader_of(lena)).unread == 0
    assert Category.objects.for_actions().get(pk=questions.pk).posts_count == 0
    assert differences() == []

    assert client.post(reverse("discuss:restore_topic", args=[talk.pk])).url == talk.get_absolute_url()
    assert f"/{talk.pk}/" in client.get("/discuss/").content.decode()
    assert counts(Wanted(), reader_of(lena)).unread == 1
    assert not TopicDeletion.objects.exists()
    assert [entry.what for entry in LogEntry.objects.filter(thing_kind="discuss.topic").order_by("pk")] == [
        "topic-pinned",
        "topic-deleted",
        "topic-restored",
    ]
    assert differences() == []


def test_an_author_deletes_a_topic_that_nobody_else_has_answered(client, topic, lena):
    client.force_login(lena)
    assert "Delete this topic…" in client.get(topic.get_absolute_url()).content.decode()
    assert client.post(address("delete_topic", topic)).status_code == 302
    assert not Topic.objects.visible_to(reader_of(lena)).exists()
    assert client.post(reverse("discuss:restore_topic", args=[topic.pk])).status_code == 404


def test_who_answers_in_this_moment_keeps_the_topic_there(topic, lena, kofi):
    seen = fresh(topic)
    write_reply(topic, by=kofi, text="Here is how.")
    with pytest.raises(ValidationError) as refused:
        delete_topic(seen, by=lena, if_alone=True)
    assert refused.value.code == "answered"
    assert fresh(topic).audience == "public"


def test_nothing_is_written_into_a_topic_that_was_just_deleted(client, talk, rosa, kofi):
    client.force_login(kofi)
    seen = fresh(talk)
    delete_topic(talk, by=rosa, reason="Spam")
    with pytest.raises(ValidationError) as refused:
        write_reply(seen, by=kofi, text="In the very same moment.")
    assert refused.value.code == "gone"
    hide_post(post_of(talk, 2), by=rosa)
    assert differences() == []
    restore_topic(talk, by=rosa)
    assert (fresh(talk).posts_count, differences()) == (3, [])


def test_deleting_and_restoring_twice_is_doing_it_once(talk, rosa):
    for _ in range(2):
        delete_topic(talk, by=rosa, reason="Spam")
    for _ in range(2):
        restore_topic(talk, by=rosa)
    assert LogEntry.objects.filter(what__in=["topic-deleted", "topic-restored"]).count() == 2
    assert differences() == []


def test_what_was_deleted_is_listed_for_who_looks_after_it(
    client, talk, secret, rosa, kofi, ada, questions, settings
):
    settings.TOPICS_PER_PAGE = 2
    Bucket.objects.all().delete()
    say(secret, (kofi, f"A {MARKER} reply."))
    for n, act in enumerate(
        [
            lambda: delete_post(post_of(talk, 3), by=kofi),
            lambda: delete_post(post_of(talk, 4), by=ada, reason="Names somebody."),
            lambda: delete_post(post_of(secret, 2), by=ada, reason=MARKER),
        ]
    ):
        with clock.at(clock.now() - timedelta(hours=9 - n)):
            act()
    client.force_login(rosa)
    page = client.get("/discuss/deleted").content.decode()
    assert "1–2 of 2" in page
    assert page.index("Names somebody.") < page.index("Deleted by its author.")
    assert MARKER not in page

    delete_topic(talk, by=rosa, reason="Everything went wrong.")
    page = client.get("/discuss/deleted").content.decode()
    assert "Everything went wrong." in page
    assert "Names somebody." not in page

    client.force_login(kofi)
    assert client.get("/discuss/deleted").status_code == 403
    appoint(kofi, secret.category, by=ada)
    page = client.get("/discuss/deleted").content.decode()
    assert f"A {MARKER} reply." in page
    assert "Everything went wrong." not in page


def test_rooms_that_one_may_not_see_give_nothing(secret, kofi, lena, ada, hideout):
    Bucket.objects.all().delete()
    say(secret, (kofi, "Words."))
    delete_post(post_of(secret, 2), by=ada, reason="Why")
    assert Post.objects.deleted_for(reader_of(kofi), [hideout.pk]).count() == 1
    assert Post.objects.deleted_for(reader_of(lena), [hideout.pk]).count() == 0
    delete_topic(secret, by=ada, reason="Why")
    assert Topic.objects.deleted_for(reader_of(kofi), [hideout.pk]).count() == 1
    assert Topic.objects.deleted_for(reader_of(lena), [hideout.pk]).count() == 0


def test_the_list_of_what_was_deleted_costs_the_same_however_long_it_is(
    client, talk, rosa, django_assert_max_num_queries
):
    client.force_login(rosa)
    client.get("/discuss/deleted")
    delete_post(post_of(talk, 2), by=rosa, reason="Spam")
    with django_assert_max_num_queries(6):
        client.get("/discuss/deleted")
    for number in (3, 4):
        delete_post(post_of(talk, number), by=rosa, reason="Spam")
    with django_assert_max_num_queries(6):
        client.get("/discuss/deleted")


def test_nobody_sees_a_topic_that_is_nobodys(talk, rosa, kofi):
    delete_topic(talk, by=rosa, reason="Spam")
    for reader in (NOBODY, reader_of(rosa), reader_of(kofi)):
        assert not Topic.objects.visible_to(reader).exists()
