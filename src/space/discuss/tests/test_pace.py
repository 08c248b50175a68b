"""Moderators slow a topic down, set its clock, and say where it goes on."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from space.discuss.actions import close_topic, follow_clocks, set_clock, slow_down, start_topic, write_reply
from space.discuss.models import Deed, Topic
from space.kit import clock
from space.moderation.models import LogEntry

pytestmark = pytest.mark.django_db


def test_in_a_slow_topic_each_person_waits_and_moderators_go_on(client, topic, lena, kofi, rosa):
    slow_down(topic, 30, by=rosa)
    slow_down(topic, 30, by=rosa)
    assert [deed.what for deed in Deed.objects.filter(topic=topic)] == ["slowed"]
    assert LogEntry.objects.get(what="topic-slowed").codes == {"minutes": 30}
    write_reply(topic, by=lena, text="First")
    write_reply(topic, by=kofi, text="Somebody else")
    later = clock.now() + timedelta(minutes=20)
    with clock.at(later):
        with pytest.raises(ValidationError, match="10 minutes"):
            write_reply(topic, by=lena, text="Second")
        for person, status in ((lena, 422), (rosa, 302), (rosa, 302)):
            client.force_login(person)
            with clock.at(later + timedelta(seconds=30 if status == 302 else 0)):
                answer = client.post(f"{topic.get_absolute_url()}reply", {"text": "Go on, please"})
            later += timedelta(seconds=30)
            assert answer.status_code == status
    assert "30 minutes between two posts" in client.get(topic.get_absolute_url()).content.decode()
    slow_down(topic, 0, by=rosa)
    with clock.at(clock.now() + timedelta(minutes=21)):
        write_reply(topic, by=kofi, text="As I like")


def test_a_topic_closes_and_opens_by_its_clock_and_the_log_says_so(client, topic, rosa):
    now = clock.now()
    set_clock(topic, by=rosa, closes_at=now + timedelta(hours=1), reopens_at=now + timedelta(hours=5))
    client.force_login(rosa)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert "Closes by itself:" in page
    assert "set a time at which this closes" in page
    assert follow_clocks() == 0
    for hours, is_closed in ((1, True), (5, False)):
        with clock.at(now + timedelta(hours=hours, minutes=1)):
            assert (follow_clocks(), follow_clocks()) == (1, 0)
        assert Topic.objects.for_actions().get(pk=topic.pk).is_closed is is_closed
    assert LogEntry.objects.get(what="topic-closed").by.name == "Space"


def test_a_moderator_sets_both_on_a_page_and_others_do_not(client, topic, lena, rosa):
    address = f"{topic.get_absolute_url()}pace"
    client.force_login(lena)
    assert client.get(address).status_code == 403
    client.force_login(rosa)
    assert client.get(address).status_code == 200
    over = {"minutes": "15", "closes_at": "2020-01-01T10:00"}
    assert client.post(address, over).status_code == 422
    assert client.post(address, {"minutes": "15", "closes_at": "2099-01-01T10:00"}).status_code == 302
    fresh = Topic.objects.for_actions().get(pk=topic.pk)
    assert (fresh.slow_minutes, fresh.closes_at.year) == (15, 2099)


def test_a_closed_topic_leads_to_where_it_goes_on_who_sees_that(client, topic, secret, rosa, ada):
    other = start_topic(topic.category, by=rosa, title="The second part", text="Here we go on")
    client.force_login(rosa)
    close = f"/discuss/t/{topic.pk}/close"
    wrong = client.post(close, {"goes_on": secret.get_absolute_url(), "reason": "Too long"})
    assert wrong.status_code == 422
    assert "Too long" in wrong.content.decode()
    assert client.post(close, {"goes_on": other.get_absolute_url()}).status_code == 302
    assert "The second part" in client.get(topic.get_absolute_url()).content.decode()
    assert "which goes on here" in (there := Client().get(other.get_absolute_url()).content.decode())
    assert f'href="{topic.get_absolute_url()}"' in there
    close_topic(other, by=ada, goes_on=secret)
    assert secret.title not in client.get(other.get_absolute_url()).content.decode()


def test_where_not_all_may_know_of_a_closed_topic_no_line_tells_of_it(client, topic, secret, kofi, ada):
    close_topic(secret, by=ada, goes_on=topic)
    client.force_login(kofi)
    assert "goes on here" not in client.get(topic.get_absolute_url()).content.decode()
