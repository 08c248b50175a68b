"""Topics on top of lists, and topics in no list."""

from datetime import timedelta

import pytest
from django.urls import reverse

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import (
    delete_topic,
    list_topic,
    mark_read,
    pin_topic,
    start_topic,
    unlist_topic,
    unpin_topic,
)
from space.discuss.actions.pinning import let_go_of_old_pins
from space.discuss.actions.recounting import differences, recount
from space.discuss.lists.pins import pinned_lines
from space.discuss.lists.wanted import Wanted
from space.discuss.models import Deed, Pin, Topic
from space.kit import clock
from space.moderation.models import LogEntry


def fresh(topic):
    return Topic.objects.for_actions().get(pk=topic.pk)


def on_top(reader, *rooms):
    return [line.pk for line in pinned_lines(Wanted(categories=tuple(room.pk for room in rooms)), reader)]


def deeds(topic):
    return list(Deed.objects.filter(topic=topic).order_by("pk").values_list("what", flat=True))


@pytest.fixture
def other(questions, kofi):
    return start_topic(questions, by=kofi, title="Another question of today", text="Words.")


def test_a_pin_stands_in_its_category_until_one_has_read_the_topic(topic, questions, rosa, kofi):
    pin_topic(topic, by=rosa)
    assert on_top(NOBODY) == []
    assert on_top(NOBODY, questions) == on_top(reader_of(kofi), questions) == [topic.pk]

    mark_read(topic, kofi, 1)
    assert on_top(reader_of(kofi), questions) == []


def test_pinned_everywhere_it_stands_everywhere(topic, questions, rosa):
    pin_topic(topic, by=rosa, everywhere=True)
    assert on_top(NOBODY) == on_top(NOBODY, questions) == [topic.pk]
    unpin_topic(topic, by=rosa)
    assert on_top(NOBODY) == []


def test_pinning_twice_is_pinning_once_and_each_deed_is_logged(topic, rosa):
    for _ in range(2):
        pin_topic(topic, by=rosa)
    pin_topic(topic, by=rosa, everywhere=True)
    for _ in range(2):
        unpin_topic(topic, by=rosa)

    assert deeds(topic) == ["pinned", "pinned", "unpinned"]
    assert fresh(topic).deeds_count == 3
    logged = LogEntry.objects.filter(what__startswith="topic-").order_by("pk")
    assert [entry.what for entry in logged] == ["topic-pinned", "topic-pinned", "topic-unpinned"]
    assert differences() == []


def test_what_nobody_can_find_takes_no_place_on_top(topic, other, questions, rosa, monkeypatch):
    monkeypatch.setattr("space.discuss.lists.pins._AT_MOST", 1)
    pin_topic(topic, by=rosa)
    pin_topic(other, by=rosa)
    assert on_top(NOBODY, questions) == [other.pk]
    unlist_topic(other, by=rosa)
    assert on_top(NOBODY, questions) == [topic.pk]
    list_topic(other, by=rosa)
    delete_topic(other, by=rosa, reason="Spam")
    assert on_top(NOBODY, questions) == [topic.pk]


def test_a_pin_ends_by_itself_on_its_last_day(topic, questions, rosa):
    until = clock.now() + timedelta(days=1)
    pin_topic(topic, by=rosa, until=until)
    before = fresh(topic).version
    assert let_go_of_old_pins() == 0
    with clock.at(until + timedelta(minutes=1)):
        assert on_top(NOBODY, questions) == []
        assert let_go_of_old_pins() == 1
    assert not Pin.objects.exists()
    # Nobody did it; rows lose their sign.
    assert (deeds(topic), fresh(topic).version) == (["pinned"], before + 1)


def test_the_page_for_pinning_asks_where_and_until_when(client, topic, rosa):
    client.force_login(rosa)
    address = reverse("discuss:pin", args=[topic.slug, topic.pk])
    assert "In every list of all conversations" in client.get(address).content.decode()
    over = client.post(address, {"where": "everywhere", "until": "2020-02-02"})
    assert (over.status_code, "This day is over." in over.content.decode()) == (422, True)
    assert 'value="2020-02-02"' in over.content.decode()

    day = (clock.now() + timedelta(days=3)).date()
    assert client.post(address, {"where": "everywhere", "until": day}).url == topic.get_absolute_url()
    assert (pin := Pin.objects.get()).everywhere
    assert pin.until.date() == day + timedelta(days=1)


def test_a_moderator_of_one_category_cannot_pin_everywhere(client, topic, questions, kofi, ada):
    from space.discuss.actions import appoint

    appoint(kofi, questions, by=ada)
    client.force_login(kofi)
    address = reverse("discuss:pin", args=[topic.slug, topic.pk])
    assert client.post(address, {"where": "everywhere"}).status_code == 422
    assert client.post(address, {"where": "category"}).status_code == 302
    assert not Pin.objects.get().everywhere


LISTS = ["/discuss/", "/discuss/unanswered", "/discuss.atom", "/sitemap-topics.xml", "/"]


def test_an_unlisted_topic_is_in_no_list_and_its_page_is_as_before(client, topic, other, rosa, lena):
    pin_topic(topic, by=rosa, everywhere=True)
    places = [*LISTS, topic.category.get_absolute_url(), "/discuss/c/questions.atom", lena.get_absolute_url()]
    address = f"/{topic.pk}/"
    shown = [place for place in places if address in client.get(place).content.decode()]
    unlist_topic(topic, by=rosa)
    unlist_topic(topic, by=rosa)

    assert len(shown) >= 6
    assert [place for place in places if address in client.get(place).content.decode()] == []
    page = client.get(topic.get_absolute_url())
    assert (page.status_code, "Not in lists" in page.content.decode()) == (200, True)
    assert '<meta name="robots" content="noindex">' in page.content.decode()

    list_topic(topic, by=rosa)
    assert [place for place in places if address in client.get(place).content.decode()] == shown
    assert deeds(topic) == ["pinned", "unlisted", "listed"]
    assert differences() == []


def test_listed_again_it_stands_in_the_common_list_only_if_its_category_does(topic, questions, rosa, ada):
    from space.discuss.actions import arrange_category

    unlist_topic(topic, by=rosa)
    arrange_category("questions", by=ada, suppressed_from_latest=True)
    list_topic(topic, by=rosa)
    assert (fresh(topic).unlisted, fresh(topic).listed, differences()) == (False, False, [])
    arrange_category("questions", by=ada, suppressed_from_latest=False)
    assert (fresh(topic).listed, differences()) == (True, [])
    Topic.objects.for_actions().update(listed=False)
    assert (len(differences()), recount(), differences()) == (1, 1, [])


def test_a_moderator_finds_all_of_it_in_the_menu_and_a_member_finds_no_menu(client, topic, rosa, kofi):
    client.force_login(rosa)
    page = client.get(topic.get_absolute_url()).content.decode()
    for words in ("Manage", "Pin…", "Take out of lists", "Close…", "Delete this topic…", "What was deleted"):
        assert words in page
    assert client.post(reverse("discuss:unlist", args=[topic.pk])).url == topic.get_absolute_url()
    assert "Put back into lists" in client.get(topic.get_absolute_url()).content.decode()
    assert client.post(reverse("discuss:list_again", args=[topic.pk])).status_code == 302

    client.force_login(kofi)
    assert "Manage" not in client.get(topic.get_absolute_url()).content.decode()
