"""What one has said of lists stands on one page, for oneself alone, with the way back."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.accounts.readers import reader_of
from space.discuss.actions import follow, follow_topic, start_topic
from space.discuss.lists.lines import lines_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Following, Kind, Level, ListTaste, ReadMark, Tag
from space.groups.actions import dismiss
from space.limits.models import Bucket
from space.testing.cast import make

PAGE = "/notifications/levels/lists"
LEVELS = "/notifications/levels"
NAME = re.compile(r'<a href="[^"]+"[^>]*>([^<]+)</a>')
FORM = re.compile(r'action="([^"]+)"')
SENT = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


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


def test_the_old_address_leads_there_for_ever(at):
    answer = at.get("/preferences/lists")
    assert (answer.status_code, answer.url) == (301, PAGE)


def test_it_is_one_of_the_tabs_of_all_that_one_watches(at):
    assert f'href="{PAGE}"' in at.get(LEVELS).content.decode()
    page = at.get(PAGE).content.decode()
    assert f'href="{PAGE}" aria-current="page"' in page
    assert f'href="{LEVELS}?show=people"' in page


def test_what_one_mutes_and_follows_is_let_go_of_where_it_stands(
    at, kofi, lena, rosa, topic, other, questions
):
    follow(lena, by=kofi, level=Level.WATCHING)
    follow(rosa, by=kofi, level=Level.MUTED)
    follow(questions, by=kofi, level=Level.MUTED)
    follow(Tag.objects.get(name="maps"), by=kofi, level=Level.MUTED)
    follow_topic(other, by=kofi, level=Level.MUTED)
    follow_topic(topic, by=kofi, level=Level.WATCHING)
    for show, names in {
        "people": {"Lena Müller", "Rosa Quispe"},
        "categories": {"Questions"},
        "tags": {"#maps"},
        "topics": {other.title, topic.title},
    }.items():
        forms = named(at, show)
        assert set(forms) == names
        for action, sent in forms.values():
            assert at.post(action, sent | {"level": "0"}).url == f"{LEVELS}?show={show}"
        assert named(at, show) == {}
    assert not Following.objects.exists()
    assert ReadMark.objects.get(person=kofi, topic=other).level == Level.NORMAL


def test_what_one_may_no_longer_see_is_not_named(at, kofi, secret, hideout, circle):
    follow_topic(secret, by=kofi, level=Level.MUTED)
    follow(hideout, by=kofi, level=Level.MUTED)
    assert len(named(at, "topics")) == len(named(at, "categories")) == 1
    dismiss(circle, kofi)
    assert named(at, "topics") == named(at, "categories") == {}


def test_many_cost_what_one_costs(at, kofi, topic):
    people = [make(f"Loud person {n}") for n in range(32)]
    follow(people[0], by=kofi, level=Level.MUTED)
    first = cost(at)
    for one in people[1:]:
        follow(one, by=kofi, level=Level.MUTED)
    assert cost(at) == first
    assert len(named(at, "people")) == 30


def cost(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{LEVELS}?show=people")
    return len(asked)


def named(client, show):
    """What stands under a tab, each with where its form goes and what it sends."""
    rows = client.get(f"{LEVELS}?show={show}").content.decode().split('class="levels__row"')[1:]
    return {unescape(NAME.search(row)[1]): (FORM.search(row)[1], dict(SENT.findall(row))) for row in rows}


def test_the_filter_for_kinds_leads_there(at, topic):
    assert f'href="{PAGE}"' in at.get("/discuss/").content.decode()
    at.logout()
    assert f'href="{PAGE}"' not in at.get("/discuss/").content.decode()


def test_names_and_titles_of_others_are_only_text(at, kofi, rosa, questions):
    Bucket.objects.all().delete()
    bad = start_topic(questions, by=rosa, title="<script>alert(1)</script> and more", text="Words.")
    follow_topic(bad, by=kofi, level=Level.MUTED)
    assert "<script>alert" not in at.get(LEVELS).content.decode()
