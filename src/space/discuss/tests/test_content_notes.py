"""A content note folds a post: its words are read by who opens it, and stand nowhere else."""

import pytest
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.actions import edit_post, put_note, save_list_taste
from space.discuss.models import Post
from space.discuss.notes import FOLDED, OPEN, can_note
from space.moderation.models import LogEntry
from space.testing.rooms import say

WORDS = "The butler did it in the winter garden."


@pytest.fixture
def told(topic, kofi):
    (post,) = say(topic, (kofi, WORDS))
    return put_note(post, "Spoiler", by=kofi, language="en")


def _page(client, post):
    return client.get(post.topic.get_absolute_url()).content.decode()


def test_the_author_folds_a_post_on_a_page(client, topic, kofi):
    (post,) = say(topic, (kofi, WORDS))
    client.force_login(kofi)
    address = reverse("discuss:note", args=[topic.slug, topic.pk, post.number])
    client.post(address, {"note": "حرق للأحداث", "language": "ar"})
    page = client.get(topic.get_absolute_url()).content.decode()
    folded = page.split(FOLDED)[1]
    assert '<bdi lang="ar" dir="rtl">حرق للأحداث</bdi>' in folded
    assert WORDS in folded.split("</details>")[0]
    client.post(address, {"note": " "})
    assert FOLDED not in _page(client, post)


def test_who_wants_notes_open_finds_them_open(client, told, lena):
    client.force_login(lena)
    assert FOLDED in _page(client, told)
    save_list_taste(lena, hidden_kinds=[], new_days=None, opens_notes=True)
    assert OPEN in _page(client, told)


@pytest.mark.parametrize("shape", ["atom", "json"])
def test_feeds_say_the_note_and_not_the_words(client, told, shape):
    address = reverse("discuss:topic_feed", args=[told.topic.slug, told.topic_id, shape])
    feed = client.get(address).content.decode()
    assert "Spoiler" in feed
    assert "butler" not in feed


def test_lists_of_what_somebody_wrote_say_the_note(client, told):
    page = client.get(reverse("discuss:by_posts", args=["Kofi_Mensah"])).content.decode()
    assert "Spoiler" in page
    assert "butler" not in page


def test_a_search_finds_it_and_shows_the_note(client, told):
    page = client.get(reverse("search:results"), {"q": "butler"}).content.decode()
    assert "Spoiler" in page
    assert "winter garden" not in page


def test_a_first_post_says_it_in_lists_too_also_after_an_edit(topic, lena):
    first = Post.objects.for_actions().select_related("topic").get(topic=topic, number=1)
    put_note(first, "Medical picture", by=lena, language="en")
    first = edit_post(first, by=lena, text="Another text, and a long one at that.", title=topic.title)
    topic.refresh_from_db()
    assert topic.excerpt == "⚠ Medical picture"
    put_note(first, "", by=lena)
    topic.refresh_from_db()
    assert topic.excerpt.startswith("Another text")


def test_only_author_and_moderators_put_notes(told, kofi, lena, rosa):
    told.topic.category.refresh_from_db()
    assert can_note(reader_of(kofi), told)
    assert can_note(reader_of(rosa), told)
    assert not can_note(reader_of(lena), told)


def test_what_a_moderator_noted_its_author_does_not_take_away(topic, kofi, rosa):
    (post,) = say(topic, (kofi, WORDS))
    post = put_note(post, "Violence", by=rosa, language="en")
    assert not can_note(reader_of(kofi), post)
    put_note(post, "", by=rosa)
    assert list(
        LogEntry.objects.filter(thing_kind="discuss.post").order_by("pk").values_list("what", flat=True)[:2]
    ) == [
        "post-noted",
        "post-note-removed",
    ]


def test_saying_it_twice_is_saying_it_once(told, kofi):
    assert put_note(told, "Spoiler", by=kofi, language="en").version == told.version
