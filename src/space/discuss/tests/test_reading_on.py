"""A topic as a place to read: its time line, its parts, the way to what is new, answers in their place."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from space.discuss.actions import follow_topic, hide_post, mark_read, write_reply
from space.discuss.models import Answer, Level, Post, ReadMark, Topic
from space.discuss.reading import COOKIE
from space.kit import clock
from space.limits.models import Bucket
from space.web.pagecache.marks import COUNTS, TAGS

STOP = re.compile(
    r'<li data-number="(\d+)"[^>]*>\s*<a href="([^"]*)"[^>]*>\s*<time[^>]*>([^<]*)</time>.*?<small>([^<]*)</small>'
)
HTMX = {"HTTP_HX_REQUEST": "true"}


def write(topic, by, *, at=None, text="Said.", reply_to=None):
    Bucket.objects.all().delete()
    with clock.at(at or timezone.now()):
        return write_reply(topic, by=by, text=text, reply_to=reply_to)


def page(client, topic, query="", **headers):
    return client.get(f"{topic.get_absolute_url()}{query}", **headers).content.decode()


def fresh(client, topic, query):
    """The page as a browser sees it that has told what was read before."""
    client.cookies.pop(COOKIE, None)
    return page(client, topic, query)


def stops(html):
    return [(int(number), what) for number, _, _, what in STOP.findall(html)]


@pytest.fixture
def walk(topic, kofi):
    """A topic of ten posts, a day between each two."""
    begin = timezone.now()
    for day in range(1, 10):
        write(topic, kofi, at=begin + timedelta(days=day), text=f"Day {day}.")
    return Topic.objects.for_actions().get(pk=topic.pk)


def test_the_stops_of_a_topic_on_one_page_are_its_ends_and_days_between(client, walk):
    assert stops(page(client, walk)) == [
        (1, "first post"),
        (3, "post 3 of 10"),
        (5, "post 5 of 10"),
        (7, "post 7 of 10"),
        (9, "post 9 of 10"),
        (10, "last post"),
    ]


def test_posts_of_one_day_are_one_stop(client, topic, kofi):
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    Topic.objects.for_actions().filter(pk=topic.pk).update(created_at=noon)
    for minute in range(1, 8):
        write(topic, kofi, at=noon + timedelta(minutes=minute))

    assert [number for number, _ in stops(page(client, topic))] == [1, 8]


def test_the_last_post_stands_for_its_day_alone(client, topic, kofi):
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    Topic.objects.for_actions().filter(pk=topic.pk).update(created_at=noon, last_posted_at=noon)
    for minute in range(1, 10):
        write(topic, kofi, at=noon + timedelta(days=1, minutes=minute))

    assert [number for number, _ in stops(page(client, topic))] == [1, 10]


def test_in_a_long_topic_pages_are_the_stops_and_one_says_where_the_page_is(client, walk, settings):
    settings.POSTS_PER_PAGE = 1
    found = STOP.findall(page(client, walk, "?page=6"))

    assert [int(number) for number, *_ in found] == [1, 4, 6, 7, 10]
    assert found[1][1] == f"{walk.get_absolute_url()}?page=4"
    assert re.findall(
        r'<li data-number="(\d+)" class="timeline__here" data-only-here>', page(client, walk, "?page=6")
    ) == ["6"]


def test_there_are_never_more_than_eight_stops(client, walk, settings, lena):
    settings.POSTS_PER_PAGE = 1
    Answer.objects.create(topic=walk, post=walk.posts.get(number=8), by=lena)

    assert all(len(stops(page(client, walk, f"?page={number}"))) <= 8 for number in range(1, 11))
    assert (8, "post 8 · answer") in stops(page(client, walk))


def test_a_hidden_post_is_no_stop(client, walk, rosa, settings):
    settings.POSTS_PER_PAGE = 1
    hide_post(walk.posts.get(number=4), by=rosa)

    assert 4 not in dict(stops(page(client, walk)))


def test_a_part_of_a_page_is_its_posts_with_what_leads_on(client, walk, settings):
    settings.POSTS_PER_PAGE = 4
    part = page(client, walk, "?page=2&part=posts")

    assert re.findall(r'<article class="post" id="p(\d+)"', part) == ["5", "6", "7", "8"]
    assert f'href="{walk.get_absolute_url()}?page=3" data-more="next"' in part
    assert f'href="{walk.get_absolute_url()}" rel="prev" data-more="previous"' in part
    assert "<title>" not in part
    assert "time-line" not in part


def test_the_last_part_brings_what_stands_at_the_end(client, walk, settings, lena):
    settings.POSTS_PER_PAGE = 4
    client.force_login(lena)

    assert 'id="reply"' not in page(client, walk, "?page=2&part=posts")
    last = page(client, walk, "?page=3&part=posts")
    assert 'id="reply"' in last
    assert reverse("discuss:further", args=[walk.slug, walk.pk]) in last


def test_a_part_is_kept_but_counts_as_no_view_and_says_nothing_of_reading(client, walk, lena):
    answer = client.get(f"{walk.get_absolute_url()}?part=posts")
    assert f"topic:{walk.pk}" in answer.headers[TAGS]
    assert COUNTS not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex"

    client.force_login(lena)
    assert COOKIE not in client.get(f"{walk.get_absolute_url()}?part=posts").cookies
    assert COOKIE in client.get(walk.get_absolute_url()).cookies


def test_asking_for_a_part_does_not_note_the_page_that_asks_as_read(client, walk, amina):
    client.force_login(amina)
    client.get(walk.get_absolute_url())
    client.get(f"{walk.get_absolute_url()}?part=posts")
    assert not ReadMark.objects.filter(person=amina).exists()


def test_the_word_of_a_page_takes_the_place_of_the_guess(client, walk, amina):
    client.force_login(amina)
    client.get(walk.get_absolute_url())
    client.post(reverse("discuss:seen", args=[walk.pk]), {"number": "3"})

    assert ReadMark.objects.get(person=amina).number == 3


SINCE = "New since your last visit"


def test_the_line_of_the_last_visit_stands_where_the_new_posts_begin_and_nowhere_else(
    client, walk, amina, settings
):
    settings.POSTS_PER_PAGE = 4
    client.force_login(amina)
    assert SINCE not in page(client, walk)

    mark_read(walk, amina, 4)
    first, second, third = (fresh(client, walk, f"?page={number}") for number in (1, 2, 3))
    assert SINCE not in first
    assert second.index(SINCE) < second.index('id="p5"')
    assert SINCE not in third


def test_who_reads_on_finds_the_line_where_it_was_when_the_first_page_came(client, walk, amina, settings):
    settings.POSTS_PER_PAGE = 4
    client.force_login(amina)
    mark_read(walk, amina, 8)

    assert SINCE in page(client, walk, "?page=2&part=posts&read=4")
    assert SINCE not in page(client, walk, "?page=3&part=posts&read=4")
    assert SINCE not in page(client, walk, "?page=2&part=posts&read=0")
    assert SINCE not in page(client, walk, "?page=2&part=posts&read=many")


def jump(html):
    found = re.search(r'<p class="posts__jump">\s*<a[^>]*href="([^"]*)"', html)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("read", "number", "leads"),
    [
        (0, 1, ""),
        (2, 1, "#new"),
        (4, 1, "unread"),
        (4, 2, ""),
        (4, 3, "unread"),
        (9, 1, "unread"),
        (9, 3, "#new"),
        (10, 1, ""),
    ],
)
def test_a_page_leads_to_what_is_new_where_it_does_not_begin_with_it(
    client, walk, amina, settings, read, number, leads
):
    settings.POSTS_PER_PAGE = 4
    client.force_login(amina)
    if read:
        mark_read(walk, amina, read)
    address = jump(page(client, walk, f"?page={number}"))

    assert address == (reverse("discuss:first_unread", args=[walk.pk]) if leads == "unread" else leads)


def test_nobody_is_led_to_what_is_new(client, walk):
    assert jump(page(client, walk)) == ""


def test_a_post_unfolds_inside_the_one_that_answers_it(client, topic, kofi, lena):
    post = write(topic, kofi, text="Take *both*.")
    write(topic, lena, reply_to=post)
    address = reverse("discuss:inside", args=[topic.slug, topic.pk, 2])

    assert f'hx-get="{address}"' in page(client, topic)
    part = client.get(address, **HTMX).content.decode()
    assert "Take <em>both</em>." in part
    assert "Kofi Mensah" in part
    assert client.get(address).url.endswith("#p2")


def test_a_hidden_post_unfolds_nowhere_and_is_not_led_to(client, topic, kofi, lena, rosa):
    post = write(topic, kofi, text="Words to regret")
    write(topic, lena, reply_to=post)
    hide_post(post, by=rosa)

    assert client.get(reverse("discuss:inside", args=[topic.slug, topic.pk, 2]), **HTMX).status_code == 404
    assert "in reply to" not in page(client, topic)


def test_a_post_that_was_answered_leads_to_its_answers(client, topic, kofi, lena, rosa):
    first = topic.posts.get(number=1)
    for by in (kofi, lena, kofi):
        last = write(topic, by, reply_to=first)
    html = page(client, topic)
    assert "3 replies" in html
    assert f'href="{topic.get_absolute_url()}#p4"' in html

    hide_post(last, by=rosa)
    assert "2 replies" in page(client, topic)


def test_one_answer_right_below_is_not_told_twice(client, topic, kofi, lena):
    write(topic, kofi, reply_to=topic.posts.get(number=1))
    assert "1 reply" not in page(client, topic)

    write(topic, lena, reply_to=topic.posts.get(number=2))
    write(topic, kofi, reply_to=topic.posts.get(number=2))
    assert "2 replies" in page(client, topic)


def test_a_member_says_on_the_page_how_much_they_want_to_hear(client, topic, kofi):
    assert reverse("discuss:level", args=[topic.pk]) not in page(client, topic)

    client.force_login(kofi)
    follow_topic(topic, by=kofi, level=Level.TRACKING)
    assert re.search(r"<summary[^>]*>.*?Tracking.*?</summary>", page(client, topic), re.DOTALL)
    address = reverse("discuss:level", args=[topic.pk])
    menu = client.post(address, {"level": "2", "next": topic.get_absolute_url()}, **HTMX).content.decode()
    assert re.search(r"<summary[^>]* autofocus>.*?Watching.*?</summary>", menu, re.DOTALL)
    assert ReadMark.objects.get(person=kofi).level == Level.WATCHING
    assert client.post(address, {"level": "0"}).url == topic.get_absolute_url()


def test_a_topic_of_which_nothing_can_be_seen_still_has_a_page(client, topic, rosa):
    hide_post(topic.posts.get(number=1), by=rosa)
    assert client.get(topic.get_absolute_url()).status_code == 200
    assert Post.objects.for_actions().get(topic=topic).hidden_at
