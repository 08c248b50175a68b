"""`@garden` in a post tells the members of the garden who can read it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss import completing
from space.discuss.actions import edit_post, move_topic, start_topic, write_reply
from space.discuss.models import GroupMention, Revision, Topic
from space.groups.actions import admit, found_group
from space.groups.models import Mentioning, Role
from space.kit import clock
from space.testing.rooms import say
from space.testing.telling import told

CALLED = "Lena Müller mentioned a group of yours"


@pytest.fixture
def garden(lena, kofi, rosa):
    group = found_group(slug="garden", name="Garden of words", by=lena)
    for person in (kofi, rosa):
        admit(group, person)
    return group


def test_members_are_told_once_and_the_name_leads_to_the_group(garden, topic, lena, kofi, ada):
    post = write_reply(topic, by=lena, text="Could @garden and @Kofi_Mensah look at this?")

    assert f'href="{garden.get_absolute_url()}"' in post.html
    assert told(kofi) == ["Lena Müller mentioned you"]
    assert told(ada) == []


def test_only_who_the_group_lets_calls_it_and_an_edit_calls_it_later(garden, topic, lena, kofi, ada):
    (first,) = say(topic, (ada, "Hello @Garden of words!"))
    assert told(kofi) == []

    garden.who_mentions = Mentioning.EVERYBODY
    garden.save()
    with clock.at(first.created_at + timedelta(minutes=1)):
        post = write_reply(topic, by=ada, text="Hello there!")
    edit_post(post, by=ada, text="Hello there, @garden!")
    assert told(kofi) == ["Ada mentioned a group of yours"]
    edit_post(post, by=ada, text="Hello there.")
    assert not GroupMention.objects.filter(post=post).exists()


def test_of_a_large_group_those_who_lead_it_are_told(garden, topic, lena, kofi, rosa, monkeypatch):
    admit(garden, rosa, role=Role.MODERATOR)
    monkeypatch.setattr("space.discuss.actions.posts_told.MEMBERS_CALLED", lambda: 2)
    write_reply(topic, by=lena, text="@garden, please have a look.")
    assert told(kofi) == []
    assert told(rosa) == [CALLED]


def test_who_cannot_read_the_post_and_an_unlisted_group_are_not_told(
    garden, circle, secret, topic, kofi, lena
):
    say(secret, (kofi, "Dear @garden, and @safety-circle"))
    assert told(lena) == []
    (post,) = say(topic, (lena, "Dear @safety-circle, hello"))
    assert 'class="mention"' not in post.html


def test_members_of_an_unlisted_group_call_it_where_they_are_alone(
    circle, secret, hideout, kofi, viktor, ada
):
    admit(circle, ada)
    (post,) = say(secret, (kofi, "Dear @safety-circle, shall we meet?"))
    assert f'href="{circle.get_absolute_url()}"' in post.html
    assert told(ada) == ["Kofi Mensah mentioned a group of yours"]
    with clock.at(post.created_at + timedelta(minutes=1)):
        begun = start_topic(hideout, by=kofi, title="For us alone", text="Hello @safety-circle")
    assert GroupMention.objects.filter(post__topic=begun, group=circle).exists()
    offered = completing.people(reader_of(kofi), "safety", secret.pk)
    assert [one.insert for one in offered] == ["@safety-circle "]
    assert completing.people(reader_of(kofi), "safety") == []


def test_the_name_of_an_unlisted_group_leads_nowhere_once_others_read_it(
    circle, secret, questions, kofi, rosa
):
    (post,) = say(secret, (kofi, "Dear @safety-circle, shall we meet?"))
    with clock.at(post.created_at + timedelta(hours=1)):
        edit_post(post, by=kofi, text="Dear @safety-circle, shall we meet on Friday?")
    move_topic(Topic.objects.for_actions().get(pk=secret.pk), questions, by=rosa)
    post.refresh_from_db()
    assert "on Friday" in post.html
    for html in (post.html, Revision.objects.get(post=post).html):
        assert "@safety-circle" in html
        assert circle.get_absolute_url() not in html
    assert not GroupMention.objects.filter(post=post).exists()


def test_a_preview_shows_the_name_where_the_group_is_alone(client, circle, secret, hideout, topic, kofi):
    client.force_login(kofi)
    said, link = {"text": "Dear @safety-circle, hello"}, f'href="{circle.get_absolute_url()}"'
    preview = reverse("discuss:preview")
    assert link in client.post(f"{preview}?topic={secret.pk}", said).text
    assert link in client.post(preview, said | {"category": hideout.pk}).text
    assert link in client.post(f"{secret.get_absolute_url()}reply", said | {"preview": "1"}).text
    assert link not in client.post(f"{preview}?topic={topic.pk}", said).text
    assert link not in client.post(preview, said).text


def test_it_is_offered_to_who_may_call_it_and_owners_decide_who(client, garden, lena, ada):
    assert [one.insert for one in completing.people(reader_of(lena), "gard")] == ["@garden "]
    assert completing.people(reader_of(ada), "gard") == []
    client.force_login(lena)
    said = {"name": garden.name, "joining": "invitation", "is_listed": "on", "who_mentions": "nobody"}
    assert client.post(reverse("groups:change", args=["garden"]), said).status_code == 302
    garden.refresh_from_db()
    assert garden.who_mentions == Mentioning.NOBODY
