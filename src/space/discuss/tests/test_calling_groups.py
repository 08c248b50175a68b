"""`@garden` in a post tells the members of the garden who can read it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss import completing
from space.discuss.actions import edit_post, write_reply
from space.discuss.models import GroupMention
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


def test_it_is_offered_to_who_may_call_it_and_owners_decide_who(client, garden, lena, ada):
    assert [one.insert for one in completing.people(reader_of(lena), "gard")] == ["@garden "]
    assert completing.people(reader_of(ada), "gard") == []
    client.force_login(lena)
    said = {"name": garden.name, "joining": "invitation", "is_listed": "on", "who_mentions": "nobody"}
    assert client.post(reverse("groups:change", args=["garden"]), said).status_code == 302
    garden.refresh_from_db()
    assert garden.who_mentions == Mentioning.NOBODY
