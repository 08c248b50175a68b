"""What a page asks of the database: the same few queries however long it is, with nothing kept before."""

from collections.abc import Iterator
from urllib.parse import quote_plus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from space.accounts.actions import narrow_list, save_preferences
from space.community import reading
from space.discuss import rooms
from space.discuss.actions import add_synonym, bookmark, follow, make_tag, react, write_reply
from space.discuss.lists.pins import TAG as PINS
from space.discuss.models import Category, Level, Pin, ReadMark, Response, Topic
from space.discuss.reading import COOKIE
from space.limits.models import Bucket
from space.testing.cast import make
from space.testing.polls import ask, option, votes
from space.web import fragments, versions

# Nothing kept: the session, rows and their parts, pins, and what filters offer.
LIST, TOPIC = 10, 9
# All kept: the session, the lines, what is new and unread.
LIST_KEPT = 3
# One vote by the form: the session, the poll, locks, the ballot, what it counts, and the session's message.
VOTE = 40


@pytest.fixture(autouse=True)
def cold(db: None) -> Iterator[None]:
    """As in a process that has just started and hears of changes; it knows the settings of the community."""
    fragments._store.clear()
    rooms._store.clear()
    versions.ledger.hear()
    reading.overrides()
    yield
    versions.ledger.lose()


@pytest.fixture(params=["nobody", "lena", "kofi", "rosa", "viktor"])
def browser(request, client) -> Client:
    person = request.getfixturevalue(request.param)
    if person.pk:
        client.force_login(person)
    return client


def warm(browser: Client, topic: Topic) -> int:
    """What a page costs when all that can be kept is."""
    cost(browser, topic.get_absolute_url())
    return cost(browser, topic.get_absolute_url())


def cost(browser: Client, address: str, *, script: bool = True) -> int:
    """Queries of one page. A browser with scripts has told what was read before it asks for another."""
    if script:
        browser.cookies.pop(COOKIE, None)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_an_empty_list_and_one_topic(browser, topic):
    assert cost(browser, "/discuss/") <= LIST
    assert cost(browser, topic.get_absolute_url()) <= TOPIC


def test_a_list_of_thirty_topics_costs_what_one_costs(browser, topic):
    first = cost(browser, "/discuss/")
    for number in range(2, 31):
        copy_of(topic, number)
    fragments._store.clear()

    assert cost(browser, "/discuss/") <= min(first, LIST)
    assert cost(browser, f"/discuss/c/{topic.category.slug}/") <= LIST


def test_a_text_of_filters_costs_one_query_for_each_name_it_looks_up(browser, topic):
    asked = "/discuss/?q=" + quote_plus('by:"Lena Müller" -tag:none,other source posts:1 status:open,solved')
    first = cost(browser, asked)
    for number in range(2, 31):
        copy_of(topic, number)
    fragments._store.clear()

    assert cost(browser, asked) <= min(first, LIST + 2)


def test_a_page_of_thirty_posts_costs_what_one_costs(browser, topic, lena, kofi):
    first = cost(browser, topic.get_absolute_url())
    for number in range(2, 31):
        Bucket.objects.all().delete()
        write_reply(
            topic, by=(lena, kofi)[number % 2], text=f"That is what I think, for the {number}th time."
        )
    fragments._store.clear()

    assert cost(browser, topic.get_absolute_url()) <= min(first, TOPIC)
    assert cost(browser, f"{topic.get_absolute_url()}?page=2") <= TOPIC


def test_a_poll_costs_one_query_and_its_results_none_while_they_are_kept(browser, topic, lena, kofi):
    without = warm(browser, topic)
    for secret, way in [(True, "single"), (False, "ranked")]:
        Bucket.objects.all().delete()
        post = write_reply(topic, by=lena, text="And this?")
        poll = votes(ask(post, secret=secret, way=way), (lena, "Salt"), (kofi, "Tea"))
    assert warm(browser, topic) == without + 1

    votes(poll, (kofi, "Bread"))
    # Its orders and its names.
    assert cost(browser, topic.get_absolute_url()) == without + 3


def test_a_vote_costs_the_same_however_many_came_before(client, topic, kofi):
    poll = ask(topic, way="ranked")
    client.force_login(kofi)
    address = reverse("discuss:poll_vote", args=[poll.pk])
    asked = []
    for text in ("Salt", "Bread"):
        with CaptureQueriesContext(connection) as queries:
            client.post(address, {f"rank-{option(poll, text)}": "1"})
        asked.append(len(queries))
        votes(poll, *((make(f"Voter {text} {number}"), "Tea, Salt") for number in range(20)))
    assert asked[1] <= asked[0] + 2 <= VOTE


def test_noting_without_a_script_what_was_read_costs_two_more(browser, topic):
    cost(browser, topic.get_absolute_url())
    assert cost(browser, topic.get_absolute_url(), script=False) <= TOPIC
    cost(browser, topic.get_absolute_url())
    assert cost(browser, "/discuss/", script=False) <= LIST + 2


def test_what_is_kept_is_not_asked_for_again(browser, topic):
    cold = cost(browser, topic.get_absolute_url())
    assert cost(browser, topic.get_absolute_url()) < cold
    assert cost(browser, topic.get_absolute_url()) <= 3
    cost(browser, "/discuss/")
    assert cost(browser, "/discuss/") <= LIST_KEPT
    # In which categories there are events to come is asked once.
    cost(browser, topic.category.get_absolute_url())
    assert cost(browser, topic.category.get_absolute_url()) <= LIST_KEPT + 1


def test_a_tag_and_a_filter_by_an_old_name_of_it_cost_no_more_than_a_list(browser, topic, ada):
    tag = make_tag("atlases", by=ada)
    add_synonym(tag, "maps", by=ada)
    topic.tags.add(tag)
    for address in ("/discuss/tag/maps/", "/discuss/?tag=maps"):
        cost(browser, address)
        assert cost(browser, address) <= LIST_KEPT + 1
    cost(browser, "/discuss/tags")
    assert cost(browser, "/discuss/tags") <= 2


def test_an_about_topic_costs_a_category_nothing(browser, topic, ada):
    room = topic.category.get_absolute_url()
    cost(browser, room)
    before = cost(browser, room)
    Category.objects.for_actions().update(about=topic)
    rooms._store.clear()
    cost(browser, room)
    assert cost(browser, room) == before


def test_a_pinned_topic_costs_one_query_more(browser, topic, ada):
    cost(browser, "/discuss/")
    Pin.objects.create(topic=topic, by=ada, everywhere=True)
    versions.ledger.note(PINS)
    cost(browser, "/discuss/")
    assert cost(browser, "/discuss/") <= LIST_KEPT + 1


def test_a_list_in_ones_own_languages_costs_one_query_more(client, topic, lena):
    save_preferences(lena, language="", languages=["fr"], theme="auto", time_zone="", about="")
    client.force_login(lena)
    cost(client, "/discuss/")
    before = cost(client, "/discuss/")
    narrow_list(lena, "discuss", to_mine=True)
    for number in range(2, 31):
        copy_of(topic, number)
    cost(client, "/discuss/")
    assert cost(client, "/discuss/") <= before + 1


def test_reactions_and_bookmarks_cost_nothing_more(browser, topic, lena, kofi, rosa):
    for number in range(2, 21):
        Bucket.objects.all().delete()
        write_reply(topic, by=(lena, kofi)[number % 2], text="That is what I think.")
    first = cost(browser, topic.get_absolute_url())
    kept = cost(browser, topic.get_absolute_url())
    for post in topic.posts.in_order():
        bookmark(post, by=rosa, note="Again")
        for person in (kofi, lena, rosa):
            react(post, by=person, kind=list(Response)[post.number % 4])
    fragments._store.clear()
    rooms._store.clear()
    assert cost(browser, topic.get_absolute_url()) == first
    assert cost(browser, topic.get_absolute_url()) == kept


def test_only_who_mutes_somebody_pays_for_it(client, topic, kofi, rosa):
    client.force_login(rosa)
    cost(client, topic.get_absolute_url())
    kept = cost(client, topic.get_absolute_url())
    follow(kofi, by=rosa, level=Level.MUTED)
    cost(client, topic.get_absolute_url())
    assert cost(client, topic.get_absolute_url()) == kept + 1


def test_many_unread_topics_cost_what_one_costs(client, topic, lena, kofi):
    write_reply(topic, by=kofi, text="Once.")
    client.force_login(lena)
    first = cost(client, "/discuss/unread")
    for number in range(2, 31):
        copy_of(topic, number)
    ReadMark.objects.bulk_create(
        ReadMark(person=lena, topic=one, number=1, level=Level.TRACKING, unread_at=one.last_posted_at)
        for one in Topic.objects.for_actions().exclude(pk=topic.pk)
    )
    fragments._store.clear()
    assert cost(client, "/discuss/unread") <= first
    assert cost(client, "/discuss/unread") <= LIST_KEPT


def copy_of(topic: Topic, number: int) -> None:
    first = topic.posts.get(number=1)
    another = Topic.objects.for_actions().get(pk=topic.pk)
    another.pk, another.title = None, f"Topic {number}"
    another.save()
    first.pk, first.topic, first.key = None, another, None
    first.save()
