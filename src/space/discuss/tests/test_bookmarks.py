"""Bookmarks: one's own, with a note; what one may not see any more is not in the list."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import reader_of
from space.administration.actions import change_setting
from space.discuss.actions import bookmark, hide_post, remove_bookmark, show_post
from space.discuss.actions.bookmarking import forget_bookmarks
from space.discuss.models import Bookmark, Post
from space.discuss.numbers import TOPICS_PER_PAGE
from space.groups.models import Membership
from space.kit import clock
from space.testing.rooms import MARKER, say

LIST = "/discuss/bookmarks"


@pytest.fixture
def post(topic) -> Post:
    return Post.objects.for_actions().select_related("topic").get(topic=topic, number=1)


def address(post) -> str:
    return reverse("discuss:bookmark", args=[post.topic_id, post.number])


def listed(person) -> list[int]:
    return [mark.post_id for mark in Bookmark.objects.of(reader_of(person))]


def read(client, path=LIST) -> str:
    return client.get(path).content.decode()


def test_a_bookmark_is_made_once_and_keeps_its_note(post, kofi):
    bookmark(post, by=kofi, note="For the workshop.")
    bookmark(post, by=kofi)
    assert Bookmark.objects.get().note == "For the workshop."
    assert bookmark(post, by=kofi, note="").note == ""


def test_one_that_was_taken_away_comes_back_with_its_note(post, kofi):
    made = bookmark(post, by=kofi, note="For the workshop.")
    for _ in range(2):
        remove_bookmark(post, by=kofi)
    assert listed(kofi) == []
    back = bookmark(post, by=kofi)
    assert (back.note, back.at, listed(kofi)) == ("For the workshop.", made.at, [post.pk])


def test_after_a_day_one_that_was_taken_away_is_forgotten(post, kofi):
    bookmark(post, by=kofi)
    remove_bookmark(post, by=kofi)
    assert forget_bookmarks() == 0
    with clock.at(timezone.now() + timedelta(days=1, minutes=1)):
        assert forget_bookmarks() == 1


def test_the_list_is_ones_own_with_the_latest_on_top(client, topic, kofi, lena):
    first, second = say(topic, (kofi, "Ask for the map."), (lena, "There is no map."))
    bookmark(first, by=kofi, note="Maps")
    with clock.at(timezone.now() + timedelta(minutes=1)):
        bookmark(second, by=kofi)
    bookmark(first, by=lena, note="A secret of Lena")
    client.force_login(kofi)
    page = read(client)
    assert listed(kofi) == [second.pk, first.pk]
    assert page.index("There is no map.") < page.index("Ask for the map.")
    assert "A secret of Lena" not in page


def test_the_button_at_the_post_is_pressed_and_pressed_again(client, post, kofi):
    client.force_login(kofi)
    assert client.post(address(post), {"keep": "yes"}).url == f"{post.topic.get_absolute_url()}#p1"
    page = read(client, post.topic.get_absolute_url())
    assert 'name="remove"' in page
    button = client.post(address(post), {"remove": "yes"}, headers={"HX-Request": "true"}).content.decode()
    assert button.startswith("<button")
    assert 'id="b1"' in button
    assert 'name="keep"' in button
    assert listed(kofi) == []


def test_pressing_twice_does_it_once(client, post, kofi):
    client.force_login(kofi)
    for _ in range(2):
        client.post(address(post), {"keep": "yes"})
    assert listed(kofi) == [post.pk]
    for _ in range(2):
        answer = client.post(address(post), {"remove": "yes", "next": LIST})
    assert answer.url == f"{LIST}?removed={post.pk}"
    assert "is removed." in read(client, answer.url)


def test_a_removal_is_undone_on_the_list(client, post, kofi):
    bookmark(post, by=kofi, note="For the workshop.")
    client.force_login(kofi)
    page = read(client, client.post(address(post), {"remove": "yes", "next": f"{LIST}?q=paper"}).url)
    assert 'name="keep"' in page
    assert 'name="next" value="/discuss/bookmarks?q=paper"' in page
    client.post(address(post), {"keep": "yes", "next": LIST})
    assert "For the workshop." in read(client)


def test_a_note_is_written_from_the_post_and_on_the_list(client, post, kofi):
    client.force_login(kofi)
    assert client.post(address(post), {"note": "One"}).url == f"{post.topic.get_absolute_url()}#p1"
    assert "One" in read(client, address(post))
    assert client.post(address(post), {"note": "Two", "next": LIST}).url == LIST
    assert Bookmark.objects.get().note == "Two"


def test_a_note_that_is_too_long_comes_back(client, post, kofi):
    client.force_login(kofi)
    answer = client.post(address(post), {"note": "word " * 101, "next": LIST})
    assert answer.status_code == 422
    assert "word word" in answer.content.decode()
    assert f'name="next" value="{LIST}"' in answer.content.decode()
    assert not Bookmark.objects.exists()


def test_the_way_back_leads_to_no_other_place(client, post, kofi):
    client.force_login(kofi)
    assert client.post(address(post), {"keep": "yes", "next": "https://evil.example/"}).url == "/"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("workshop", 1),
        ("PAPER", 1),
        ("paper workshop", 1),
        ("paper lunch", 0),
        ("100%", 1),
        ("%", 1),
        ("_", 0),
    ],
)
def test_one_searches_in_notes_and_titles(post, kofi, words, found):
    bookmark(post, by=kofi, note="For the workshop, 100% sure.")
    assert Bookmark.objects.of(reader_of(kofi)).saying(words).count() == found


def test_the_list_goes_on_by_place(client, topic, kofi, lena, ada):
    change_setting(TOPICS_PER_PAGE, 5, by=ada)
    moment = timezone.now()
    with clock.at(moment):
        for post in say(topic, *((lena, f"Answer number {n}.") for n in range(12))):
            bookmark(post, by=kofi, note="one moment")
    client.force_login(kofi)
    seen, path = [], f"{LIST}?q=moment"
    while path:
        page = read(client, path)
        seen += [n for n in range(12) if f"Answer number {n}." in page]
        path = page.rpartition('rel="next" href="')[2].partition('"')[0].replace("&amp;", "&")
        path = path if path.startswith(LIST) else ""
    assert sorted(seen) == list(range(12))


@pytest.mark.parametrize("before", ["nonsense", "2026-01-01T00:00:00Z_9999999999999999999", "1_1", "_"])
def test_a_place_that_there_is_not_gives_the_list(client, post, kofi, before):
    bookmark(post, by=kofi)
    client.force_login(kofi)
    assert post.topic.title in read(client, f"{LIST}?before={before}")


def test_what_one_may_not_see_any_more_is_not_in_the_list(client, secret, post, kofi, rosa):
    hidden = say(post.topic, (kofi, "Words to regret"))[0]
    inside = Post.objects.for_actions().get(topic=secret, number=1)
    for one in (post, hidden, inside):
        bookmark(one, by=kofi, note=f"{MARKER} note" if one == inside else "")
    assert len(listed(kofi)) == 3

    hide_post(hidden, by=rosa)
    Membership.objects.filter(person=kofi).delete()
    client.force_login(kofi)
    assert listed(kofi) == [post.pk]
    assert MARKER not in read(client)
    assert "regret" not in read(client)
    assert "Nothing found" in read(client, f"{LIST}?q={MARKER}")
    remove_bookmark(inside, by=kofi)
    assert MARKER not in read(client, f"{LIST}?removed={inside.pk}")

    show_post(hidden, by=rosa)
    assert len(listed(kofi)) == 2


def test_a_long_list_costs_what_a_short_one_costs(client, topic, kofi, lena, django_assert_max_num_queries):
    client.force_login(kofi)
    for post in say(topic, *((lena, f"Answer number {n}.") for n in range(8))):
        bookmark(post, by=kofi)
    with django_assert_max_num_queries(4):
        read(client)


def test_an_empty_list_teaches_and_so_does_a_search_without_a_hit(client, post, kofi):
    client.force_login(kofi)
    assert "No bookmarks yet" in read(client)
    assert "Nothing found" in read(client, f"{LIST}?q=lunch")
