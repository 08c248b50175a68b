"""The bell and its pages: what is shown, in which order, what reading does, and what that costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import reader_of
from space.discuss.actions import (
    appoint,
    delete_post,
    follow_topic,
    mark_read,
    react,
    start_topic,
    write_reply,
)
from space.discuss.models import Level, Post, Response, Topic
from space.kit import clock
from space.notifications.actions import mark_all
from space.notifications.bell import unread
from space.notifications.kinds import all_kinds
from space.notifications.models import Notification
from space.testing.telling import tell_what_waits

ALL = "/notifications/"


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """People here write as fast as the test."""
    monkeypatch.setattr("space.discuss.allowances.take", lambda who, what: None)


@pytest.fixture
def browser(client, lena):
    client.force_login(lena)
    return client


def page(browser, address: str = ALL) -> str:
    return browser.get(address).content.decode()


def badge(browser) -> str:
    """The number at the bell of another page."""
    _, found, rest = page(browser, "/about/").partition('<span class="badge" aria-hidden="true">')
    return rest.partition("<")[0] if found else ""


def test_an_empty_page_says_what_would_be_here_and_the_bell_says_nothing(browser):
    assert "When somebody answers you, names you" in page(browser)
    assert "When somebody answers you, names you" in page(browser, f"{ALL}?part=menu")
    assert badge(browser) == ""


def test_what_is_told_stands_under_its_topic_and_day_and_the_bell_counts_it(browser, topic, kofi, rosa):
    first = Post.objects.for_actions().get(topic=topic, number=1)
    with clock.at(timezone.now() - timedelta(days=1)):
        react(first, by=rosa, kind=Response.THANKS)
    write_reply(topic, by=kofi, text="One.")
    write_reply(topic, by=kofi, text="@Lena Müller, <b>two</b>.")
    tell_what_waits()
    html = page(browser)
    assert badge(browser) == "3"
    assert (
        html.index("Today") < html.index("mentioned you") < html.index("Yesterday") < html.index("reacted to")
    )
    assert html.count(f"{topic.title}</a></h3>") == 2
    assert "@Lena Müller, two." in html
    assert "Your name stands in this post." in html
    assert "You watch this topic." in html


def test_filters_and_pages_show_what_they_say(browser, topic, kofi, lena):
    for n in range(33):
        write_reply(topic, by=kofi, text=f"@Lena Müller {n}")
    tell_what_waits()
    html = page(browser)
    assert html.count('id="told-') == 30
    older = html.partition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert page(browser, older).count('id="told-') == 3
    mark_all(lena)
    assert page(browser, f"{ALL}?unread=yes").count('id="told-') == 0
    assert "All read" in page(browser, f"{ALL}?unread=yes")
    assert page(browser, f"{ALL}?kind=mention").count('id="told-') == 30
    assert page(browser, f"{ALL}?kind=reply").count('id="told-') == 0


@pytest.mark.parametrize(
    "query",
    [
        "before=x",
        "before=2026-01-01_5",
        "before=9999-99-99T00:00:00Z_1",
        "before=2026-01-01T00:00:00%2B23:59_1",
        "before=0001-01-01T00:00:00%2B01:00_1",
        "kind=x",
        "part=x",
    ],
)
def test_odd_questions_get_the_page(browser, query):
    assert browser.get(f"{ALL}?{query}").status_code == 200


def test_marking_one_and_all_is_seen_on_every_device_at_once(browser, client, topic, kofi, lena):
    write_reply(topic, by=kofi, text="One, @Lena Müller")
    write_reply(topic, by=kofi, text="Two, @Lena Müller")
    tell_what_waits()
    newest = Notification.objects.for_actions().filter(person=lena).newest_first()[0]
    answer = browser.post(reverse("notifications:read", args=[newest.pk]), headers={"HX-Request": "true"})
    assert "told--unread" not in answer.content.decode()
    assert badge(browser) == "1"
    write_reply(topic, by=kofi, text="Three, @Lena Müller")
    tell_what_waits()
    # The form of a page that was made before the third came.
    browser.post(reverse("notifications:read_all"), {"until": newest.pk, "next": ALL})
    assert badge(browser) == "1"
    browser.post(reverse("notifications:read_all"))
    assert badge(browser) == ""


def test_opening_a_topic_reads_what_was_told_of_the_posts_that_were_seen(
    browser, topic, kofi, lena, monkeypatch
):
    monkeypatch.setattr("space.discuss.actions.reading.POSTS_PER_PAGE", lambda: 2)
    for n in range(2, 6):
        write_reply(topic, by=kofi, text=f"{n}, @Lena Müller")
    follow_topic(topic, by=lena, level=Level.TRACKING)
    tell_what_waits()
    browser.post(reverse("discuss:seen", args=[topic.pk]), {"number": "3"})
    left = Notification.objects.for_actions().filter(person=lena, read_at=None)
    assert sorted(left.values_list("number", flat=True)) == [2, 4, 5]


def test_without_scripts_the_next_page_has_read_what_the_last_one_showed(browser, topic, kofi):
    write_reply(topic, by=kofi, text="One.")
    tell_what_waits()
    assert badge(browser) == "1"
    browser.get(topic.get_absolute_url())
    assert Notification.objects.for_actions().filter(read_at=None).exists()
    assert badge(browser) == ""


def test_what_was_scrolled_over_on_several_pages_is_read(browser, topic, kofi, lena, monkeypatch):
    monkeypatch.setattr("space.discuss.actions.reading.POSTS_PER_PAGE", lambda: 2)
    for n in range(2, 6):
        write_reply(topic, by=kofi, text=f"{n}, @Lena Müller")
    tell_what_waits()
    browser.post(reverse("discuss:seen", args=[topic.pk]), {"number": "5", "first": "3"})
    left = Notification.objects.for_actions().filter(person=lena, read_at=None)
    assert list(left.values_list("number", flat=True)) == [2]


def test_what_is_no_topic_is_read_when_its_button_leads_there(browser, questions, lena, ada):
    appoint(lena, questions, by=ada)
    tell_what_waits()
    address = reverse("notifications:open", args=[Notification.objects.for_actions().get(person=lena).pk])
    assert address in page(browser)
    assert address in page(browser, f"{ALL}?part=menu")
    assert browser.post(address).url == questions.get_absolute_url()
    assert badge(browser) == ""
    assert address not in page(browser)


def test_looking_at_the_pages_writes_nothing(browser, topic, kofi):
    write_reply(topic, by=kofi, text="One.")
    tell_what_waits()
    for address in (ALL, f"{ALL}?part=menu", reverse("discuss:levels"), reverse("notifications:wishes")):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(address)
        assert not [
            one["sql"] for one in asked if not one["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
        ]
    assert badge(browser) == "1"


def asked_by(browser, address: str) -> int:
    """How many queries a page costs."""
    with CaptureQueriesContext(connection) as queries:
        page(browser, address)
        return len(queries)


def test_the_bell_costs_no_query_and_the_page_no_more_when_it_grows(browser, questions, topic, kofi):
    assert badge(browser) == ""
    without = asked_by(browser, "/about/")
    write_reply(topic, by=kofi, text="@Lena Müller")
    tell_what_waits()
    assert badge(browser) == "1"
    assert asked_by(browser, "/about/") == without
    few = asked_by(browser, ALL)
    for n in range(12):
        other = start_topic(questions, by=kofi, title=f"A title, number {n}", text="@Lena Müller")
        write_reply(other, by=kofi, text="@Lena Müller")
    tell_what_waits()
    assert badge(browser) == "25"
    assert asked_by(browser, ALL) <= few <= without + 6


def test_a_line_whose_words_are_gone_is_neither_shown_nor_counted(browser, topic, kofi, lena, rosa):
    post = write_reply(topic, by=kofi, text="@Lena Müller")
    tell_what_waits()
    delete_post(post, by=rosa)
    assert badge(browser) == ""
    assert "mentioned you" not in page(browser)
    line = Notification.objects.for_actions().get(person=lena)
    assert browser.post(reverse("notifications:read", args=[line.pk])).status_code == 404


def test_one_chooses_which_kinds_the_bell_tells(browser, lena, topic, kofi):
    address = reverse("notifications:wishes")
    assert page(browser, address).count(" checked") == len(all_kinds())
    assert browser.post(address, {"bell": ["reply", "reaction"]}).status_code == 302
    assert page(browser, address).count(" checked") == 2
    write_reply(topic, by=kofi, text="@Lena Müller")
    tell_what_waits()
    assert unread(reader_of(lena)) == 0
    assert browser.post(address, {"bell": ["nonsense"]}).status_code == 422


def test_more_than_99_is_told_as_that(browser, topic, kofi, lena):
    Notification.objects.for_actions().bulk_create(
        Notification(person=lena, kind="mention", topic=topic.pk, things=[1], actors=[kofi.pk], circle=0)
        for _ in range(120)
    )
    assert badge(browser) == "99+"


def test_all_levels_stand_on_one_page_and_are_changed_there(browser, topic, questions, kofi, lena):
    levels = reverse("discuss:levels")
    assert topic.title in page(browser, levels)
    browser.post(
        reverse("discuss:follow"),
        {"category": "questions", "level": "3", "next": f"{levels}?show=categories"},
    )
    html = page(browser, f"{levels}?show=categories")
    assert "Questions</a>" in html
    assert "You are told of each new topic, not of replies." in html
    assert (
        "Questions</a>" not in page(browser, f"{levels}?show=categories&level=2").partition("levels-find")[2]
    )
    assert topic.title in page(browser, f"{levels}?q=PAPER")
    assert "Nothing found" in page(browser, f"{levels}?q=nowhere")
    for n in range(31):
        other = start_topic(questions, by=kofi, title=f"A title, number {n}", text="Words.")
        follow_topic(Topic.objects.for_actions().get(pk=other.pk), by=lena, level=Level.MUTED)
    assert page(browser, f"{levels}?level=-1").count("levels__row") == 30
    assert page(browser, f"{levels}?level=-1&page=2").count("levels__row") == 1


def test_a_topic_opened_where_one_tracks_or_watches_is_counted_from_then_on(
    browser, topic, kofi, lena, questions, rosa
):
    browser.post(reverse("discuss:follow"), {"category": "questions", "level": "1"})
    other = start_topic(questions, by=kofi, title="Which shelf is it?", text="Words.")
    mark_read(other, lena, 1)
    assert ">1<" not in page(browser, "/discuss/unread").partition("Unread")[2][:80]
    write_reply(other, by=rosa, text="The second.")
    assert "Which shelf is it?" in page(browser, "/discuss/unread")
