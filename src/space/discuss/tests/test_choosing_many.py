"""Moderators tag, move and close the topics that they chose in a list."""

import pytest

from space.accounts.models import Trust
from space.administration.actions import change_setting
from space.discuss.actions import appoint, arrange_category, start_topic
from space.discuss.actions.recounting import differences
from space.discuss.models import Audience, Closure, Deed, Topic
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.moderation.models import LogEntry
from space.testing.cast import make


@pytest.fixture
def other(questions, rosa):
    return start_topic(questions, by=rosa, title="Another question of today", text="Words.", tags=["maps"])


@pytest.fixture
def elsewhere(ada, rosa):
    room = arrange_category("elsewhere", by=ada, name="Elsewhere")
    return start_topic(room, by=make("Elif"), title="What stands elsewhere", text="Words.")


def tags(topic):
    return sorted(topic.tags.values_list("name", flat=True))


def send(client, do, *topics, **more):
    return client.post("/discuss/", {"do": do, "topic": [topic.pk for topic in topics], **more}, follow=True)


def test_only_who_moderates_something_is_offered_it(client, topic, lena, rosa, questions, ada):
    for person, offered in ((lena, False), (rosa, True)):
        client.force_login(person)
        assert ("Tag…" in client.get("/discuss/?choose=yes").content.decode()) is offered
    appoint(lena, questions, by=ada)
    client.force_login(lena)
    assert "Move…" in client.get("/discuss/?choose=yes").content.decode()
    assert "Move…" not in client.get("/discuss/").content.decode()


def test_tags_come_to_those_that_are_there_with_a_deed_for_each(client, topic, other, rosa):
    client.force_login(rosa)
    page = send(client, "tag", topic, other, tags="maps, #Paper").content.decode()

    assert "2 topics have their tags." in page
    assert (tags(topic), tags(other)) == (["maps", "paper"], ["maps", "paper"])
    assert sorted(Deed.objects.values_list("before", "after")) == [
        ("", "maps, paper"),
        ("maps", "maps, paper"),
    ]
    assert LogEntry.objects.filter(what="topic-retagged", by=rosa).count() == 2
    assert differences() == []


def test_no_topic_gets_more_tags_than_it_may_carry(client, topic, rosa, ada):
    change_setting(TAGS_A_TOPIC, 2, by=ada)
    client.force_login(rosa)
    told = send(client, "tag", topic, tags="one, two, three")
    assert (told.status_code, tags(topic)) == (422, [])
    assert "at most 2 tags" in told.content.decode()
    send(client, "tag", topic, tags="one, two")
    send(client, "tag", topic, tags="four")
    assert tags(topic) == ["one", "two"]


def test_a_moderator_of_one_category_moves_and_closes_only_what_stands_there(
    client, topic, other, elsewhere, lena, questions, ada
):
    appoint(lena, questions, by=ada)
    client.force_login(lena)
    page = send(client, "close", topic, other, elsewhere, reason="Enough said.").content.decode()
    assert "2 topics are closed." in page
    assert "1 topic stays as it is" in page
    assert {closure.reason for closure in Closure.objects.all()} == {"Enough said."}

    page = send(client, "move", topic, other, elsewhere, category=elsewhere.category_id).content.decode()
    assert "2 topics are moved." in page
    assert Topic.objects.for_actions().filter(category=elsewhere.category).count() == 3
    assert client.post("/discuss/", {"do": "close", "topic": [elsewhere.pk]}).status_code == 403
    assert differences() == []


def test_what_was_not_said_is_asked_for_and_what_was_chosen_stays_chosen(client, topic, other, rosa):
    client.force_login(rosa)
    answer = send(client, "move", other)
    page = answer.content.decode()
    assert (answer.status_code, "Choose a category." in page) == (422, True)
    assert f'value="{other.pk}" checked' in page
    assert f'value="{topic.pk}" checked' not in page

    page = send(client, "tag", other, tags=" , ").content.decode()
    assert "Write at least one tag." in page
    assert not Deed.objects.exists()


def test_many_are_not_moved_to_where_more_people_could_read_them(client, questions, ada, rosa):
    inside = arrange_category("inside", by=ada, name="Inside", audience=Audience.MEMBERS)
    inner = start_topic(inside, by=make("Elif"), title="Among ourselves", text="Words.")
    client.force_login(rosa)
    answer = client.post("/discuss/", {"do": "move", "topic": [inner.pk], "category": questions.pk})
    assert answer.status_code == 403
    assert Topic.objects.for_actions().get().audience == "members"


def test_a_regular_who_moderates_nothing_does_nothing_with_many(client, topic, other):
    client.force_login(make("Vera Regular", trust=Trust.REGULAR))
    for do, more in (("tag", {"tags": "x"}), ("close", {}), ("move", {"category": topic.category_id})):
        assert client.post("/discuss/", {"do": do, "topic": [topic.pk], **more}).status_code == 403
    assert not Deed.objects.exists()


def test_topics_that_one_does_not_see_cannot_be_chosen(client, topic, secret, rosa):
    client.force_login(rosa)
    page = send(client, "close", topic, secret).content.decode()
    assert "1 topic is closed." in page
    assert "stays as it is" not in page
    assert [closure.topic for closure in Closure.objects.all()] == [topic]
