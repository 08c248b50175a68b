"""What one has said of lists stands on one page, for oneself alone, with the way back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.accounts.readers import reader_of
from space.discuss.actions import follow, follow_topic, start_topic
from space.discuss.lists.lines import lines_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Following, Kind, Level, ListTaste, ReadMark, Tag
from space.discuss.wishes import wishes
from space.groups.actions import dismiss
from space.limits.models import Bucket
from space.testing.cast import make

PAGE = "/preferences/lists"


@pytest.fixture
def other(questions, rosa):
    return start_topic(questions, by=rosa, title="Another question of today", text="Words.", tags=["maps"])


@pytest.fixture
def at(client, kofi):
    client.force_login(kofi)
    return client


def test_only_who_is_signed_in_and_not_suspended_has_lists(client, viktor):
    assert client.get(PAGE).url == f"/accounts/login/?next={PAGE}"
    client.force_login(viktor)
    assert client.get(PAGE).status_code == 403


def test_kinds_that_one_hides_are_gone_from_latest_and_can_come_back(at, kofi, topic, questions, rosa):
    asked = start_topic(
        questions, by=rosa, title="Who has the key of the box?", text="I.", kind=Kind.QUESTION
    )

    def latest():
        return {line.pk for line in lines_of(Wanted(order=Order.LATEST), reader_of(kofi), 9)}

    at.post(PAGE, {"hidden_kinds": ["question"], "new_days": ""})
    assert latest() == {topic.pk}
    assert 'value="question" id="id_hidden_kinds_1" checked' in at.get(PAGE).content.decode()
    at.post(PAGE, {"new_days": ""})
    assert latest() == {topic.pk, asked.pk}


@pytest.mark.parametrize(("typed", "kept"), [("", None), ("0", 0), ("7", 7), ("30", 30)])
def test_for_how_long_a_topic_is_new(at, kofi, typed, kept):
    answer = at.post(PAGE, {"new_days": typed}, follow=True)
    assert "Your lists are as you wish." in answer.content.decode()
    assert Taste.of(reader_of(kofi)).new_days == kept
    assert f'value="{typed}" selected' in answer.content.decode()


@pytest.mark.parametrize("sent", [{"new_days": "8"}, {"new_days": "x"}, {"hidden_kinds": ["blog"]}])
def test_what_cannot_be_chosen_is_refused(at, sent):
    assert at.post(PAGE, sent).status_code == 422
    assert not ListTaste.objects.exists()


def test_all_that_one_follows_and_mutes_stands_there(at, kofi, lena, rosa, topic, other, questions):
    follow(lena, by=kofi, level=Level.WATCHING)
    follow(rosa, by=kofi, level=Level.MUTED)
    follow(questions, by=kofi, level=Level.MUTED)
    follow(Tag.objects.get(name="maps"), by=kofi, level=Level.MUTED)
    follow_topic(other, by=kofi, level=Level.MUTED)
    follow_topic(topic, by=kofi, level=Level.WATCHING)
    told = {part["name"]: [wish.name for wish in part["wishes"]] for part in wishes(reader_of(kofi))}
    assert told == {
        "followed": ["Lena Müller"],
        "people": ["Rosa Quispe"],
        "categories": ["Questions"],
        "tags": ["#maps"],
        "topics": ["Another question of today"],
    }
    assert wishes(reader_of(lena)) == []


def test_each_has_a_button_that_lets_go_of_it(at, kofi, lena, rosa, other, questions):
    follow(lena, by=kofi, level=Level.WATCHING)
    follow(rosa, by=kofi, level=Level.MUTED)
    follow(questions, by=kofi, level=Level.MUTED)
    follow(Tag.objects.get(name="maps"), by=kofi, level=Level.MUTED)
    follow_topic(other, by=kofi, level=Level.MUTED)
    for part in wishes(reader_of(kofi)):
        (wish,) = part["wishes"]
        sent = {"level": "0", "next": f"{PAGE}#{part['name']}"} | (
            {wish.field: wish.value} if wish.field else {}
        )
        assert at.post(wish.action, sent).url == f"{PAGE}#{part['name']}"
    assert not Following.objects.exists()
    assert ReadMark.objects.get(person=kofi, topic=other).level == Level.NORMAL
    assert "You follow and mute nobody and nothing." in at.get(PAGE).content.decode()


def test_what_one_may_no_longer_see_is_not_named(kofi, secret, hideout, circle):
    follow_topic(secret, by=kofi, level=Level.MUTED)
    follow(hideout, by=kofi, level=Level.MUTED)
    assert {part["name"] for part in wishes(reader_of(kofi))} == {"topics", "categories"}
    dismiss(circle, kofi)
    assert wishes(reader_of(kofi)) == []


def test_many_cost_what_one_costs_and_more_than_a_hundred_are_not_shown_at_once(at, kofi, topic):
    people = [make(f"Loud person {n}") for n in range(102)]
    follow(people[0], by=kofi, level=Level.MUTED)
    first = cost(at)
    for one in people[1:]:
        follow(one, by=kofi, level=Level.MUTED)
    assert cost(at) == first
    page = at.get(PAGE).content.decode()
    assert page.count('name="person"') == 100
    assert "There are more." in page


def cost(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    return len(asked)


def test_the_filter_for_kinds_leads_there(at, topic):
    assert f'href="{PAGE}"' in at.get("/discuss/").content.decode()
    at.logout()
    assert f'href="{PAGE}"' not in at.get("/discuss/").content.decode()


def test_names_and_titles_of_others_are_only_text(at, kofi, rosa, questions):
    Bucket.objects.all().delete()
    bad = start_topic(questions, by=rosa, title="<script>alert(1)</script> and more", text="Words.")
    follow_topic(bad, by=kofi, level=Level.MUTED)
    assert "<script>alert" not in at.get(PAGE).content.decode()
