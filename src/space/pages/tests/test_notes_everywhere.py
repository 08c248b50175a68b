"""The words of a post that has a content note stand nowhere without the fold, or the note in their place."""

import re

import pytest
from django.urls import reverse

from space.discuss.actions import (
    arrange_category,
    bookmark,
    delete_post,
    edit_post,
    put_note,
    start_topic,
    vote,
    write_reply,
)
from space.discuss.actions.quoting import render_quotes
from space.discuss.models import Audience, Post
from space.discuss.polls.plan import PollPlan
from space.limits.models import Bucket
from space.markup import quotation
from space.notifications.models import Notification
from space.review.actions import flag
from space.review.actions.flagging import Told
from space.review.models import Case, Why
from space.review.things import post_thing
from space.testing.rooms import say
from space.testing.telling import tell_what_waits

WORDS = "The butler did it in the winter garden."
NOTED = re.compile(r'<details class="noted">.*?</details>', re.DOTALL)
# Whoever reads it: its place in the topic, the address behind the post's own, what is asked.
OF_A_POST = [
    ("nobody", "discuss:post", ""),
    ("nobody", "discuss:inside", ""),
    ("nobody", "discuss:source", ""),
    ("nobody", "discuss:history", ""),
    ("nobody", "discuss:history", "?from=1&to=2"),
    ("nobody", "discuss:history", "?from=1&to=2&by=source"),
    ("nobody", "discuss:history", "?to=1&by=whole"),
    ("nobody", "discuss:more", ""),
    ("nobody", "discuss:share_post", ""),
    ("nobody", "discuss:reactions", ""),
    ("kofi", "discuss:delete_post", ""),
    ("kofi", "discuss:speak", ""),
    ("lena", "discuss:bookmark", ""),
]
OF_A_TOPIC = [
    ("nobody", "discuss:topic", ""),
    ("lena", "discuss:topic", ""),
    ("lena", "discuss:reply", "?quote={number}"),
    ("lena", "discuss:reply", "?post={number}"),
    ("nobody", "discuss:further", ""),
    ("rosa", "discuss:move_posts", ""),
    ("rosa", "discuss:move_posts_to", "?posts={number}"),
]
ELSEWHERE = [
    ("nobody", "/discuss/"),
    ("nobody", "/"),
    ("nobody", "/discuss/latest.atom"),
    ("nobody", "/search/?q=butler"),
    ("nobody", "/discuss/by/Kofi_Mensah/posts"),
    ("lena", "/notifications/"),
    ("lena", "/moderation/my-flags/"),
    ("rosa", "/moderation/"),
]


@pytest.fixture
def people(request, nobody, lena, kofi, rosa):
    return {"lena": lena, "kofi": kofi, "rosa": rosa}


@pytest.fixture
def told(topic, kofi, lena):
    """A reply that was edited, quoted by another and in another topic, and got its note only then."""
    Bucket.objects.all().delete()
    first = Post.objects.for_actions().get(topic=topic, number=1)
    post = write_reply(topic, by=kofi, text=WORDS, reply_to=first)
    post = edit_post(post, by=kofi, text=f"{WORDS} Or so.", summary="Unsure")
    Bucket.objects.all().delete()
    (quoting,) = say(topic, (lena, f"{_quote(post)}I thought so."))
    bookmark(post, by=lena)
    flag(post_thing(_fresh(post)), Told(Why.ELSE, words="It tells the end."), by=lena)
    post = put_note(post, "Spoiler", by=kofi, language="en")
    render_quotes(post.pk)
    return post, quoting


def _quote(post):
    return quotation(post.author.name, post.number, post.get_absolute_url(), WORDS, "en")


def _fresh(post):
    posts = Post.objects.for_actions().select_related("author", "topic__group", "topic__category")
    return posts.get(pk=post.pk)


def _addresses(post):
    of_post, of_topic = [post.topic.slug, post.topic_id, post.number], [post.topic.slug, post.topic_id]
    for who, name, query in OF_A_POST:
        yield who, reverse(name, args=of_post[1:] if name == "discuss:bookmark" else of_post) + query
    for who, name, query in OF_A_TOPIC:
        yield who, reverse(name, args=of_topic) + query.format(number=post.number)
    for shape in ("atom", "json"):
        yield "nobody", reverse("discuss:topic_feed", args=[*of_topic, shape])


def _leaks(client, people, addresses, *, has_all=False):
    """Those at which the words stand by themselves. Not every post has all these places."""
    found = []
    for who, address in addresses:
        client.logout()
        if who in people:
            client.force_login(people[who])
        answer = client.get(address, follow=True)
        assert answer.status_code == 200 or not has_all, address
        if "winter" in NOTED.sub("", answer.content.decode()):
            found.append((who, address))
    return found


def test_the_words_stand_nowhere_by_themselves(client, told, people, lena, rosa):
    post, quoting = told
    tell_what_waits()
    assert Notification.objects.filter(person=lena).exists()
    case = ("rosa", reverse("review:case", args=[Case.objects.get().pk]))
    flagging = ("rosa", reverse("review:flag_post", args=[post.topic_id, post.number]))
    everywhere = [*_addresses(post), *ELSEWHERE, case, flagging]
    assert _leaks(client, people, everywhere, has_all=True) == []
    assert _leaks(client, people, _addresses(quoting)) == []

    delete_post(_fresh(post), by=rosa, reason="Told too much")
    look = reverse("discuss:deleted_post", args=[post.topic.slug, post.topic_id, post.number])
    assert _leaks(client, people, [("rosa", look), ("rosa", "/discuss/deleted")]) == []


def test_nor_do_those_of_a_first_post(client, people, questions, kofi):
    Bucket.objects.all().delete()
    said = {"title": "The last page of it", "text": WORDS, "language": "en", "note": "Spoiler"}
    topic = start_topic(questions, by=kofi, **said)
    first = Post.objects.for_actions().select_related("topic", "author").get(topic=topic, number=1)
    assert _leaks(client, people, [*_addresses(first), *ELSEWHERE]) == []
    assert "Spoiler" in client.get("/discuss/").content.decode() + first.topic.excerpt


def test_a_quote_is_folded_when_it_is_written_and_open_again_without_the_note(topic, kofi, lena):
    Bucket.objects.all().delete()
    (post,) = say(topic, (kofi, WORDS))
    post = put_note(post, "<b>Who</b> did it", by=kofi, language="en")
    Bucket.objects.all().delete()
    quoting = write_reply(topic, by=lena, text=f"{_quote(post)}And the cook?")
    folded = '<details class="noted"><summary><bdi lang="en" dir="ltr">⚠ &lt;b&gt;Who&lt;/b&gt; did it</bdi></summary>'
    assert folded in quoting.html
    assert "And the cook?" in quoting.html.split("</details>")[1]

    Bucket.objects.all().delete()
    put_note(post, "", by=kofi)
    render_quotes(post.pk)
    assert "<details" not in _fresh(quoting).html


def test_a_quote_says_nothing_of_what_its_readers_may_not_know(topic, secret, kofi, lena):
    Bucket.objects.all().delete()
    (post,) = say(secret, (kofi, WORDS))
    post = put_note(post, "Of the closed group", by=kofi, language="en")
    outside = write_reply(topic, by=lena, text=f"{_quote(post)}What is this?")
    Bucket.objects.all().delete()
    inside = write_reply(secret, by=kofi, text=f"{_quote(post)}This is it.")
    assert "closed group" not in outside.html
    assert "Of the closed group" in inside.html


def test_a_quote_of_what_members_alone_read_is_folded_in_public_and_says_nothing(
    topic, ada, rosa, kofi, lena
):
    Bucket.objects.all().delete()
    hall = arrange_category("hall", by=ada, name="Hall", audience=Audience.MEMBERS)
    there = start_topic(hall, by=rosa, title="The end of the play", text="We met.", language="en")
    (post,) = say(there, (kofi, WORDS))
    post = put_note(post, "How it ends", by=kofi, language="en")
    outside = write_reply(topic, by=lena, text=f"{_quote(post)}Oh no!")
    assert outside.html.count("<details") == 1
    assert "How it ends" not in outside.html
    Bucket.objects.all().delete()
    inside = write_reply(there, by=lena, text=f"{_quote(post)}Oh no!")
    assert "How it ends" in inside.html


def test_the_votes_of_a_poll_whose_post_has_a_note_are_folded(client, topic, kofi, lena):
    Bucket.objects.all().delete()
    plan = PollPlan("Who did it?", ("The butler", "The cook"), secret=False)
    post = write_reply(topic, by=kofi, text="Guess.", poll=plan, note="How it ends", language="en")
    poll = post.poll
    vote(poll, by=lena, options=[poll.options.first().pk])
    client.force_login(lena)
    page = client.get(reverse("discuss:poll_votes", args=[poll.pk])).content.decode()
    page = NOTED.sub("", page)
    assert "How it ends" in page
    assert "Who did it?" not in page
    assert "The butler" not in page
    wrong = client.post(reverse("discuss:poll_vote", args=[poll.pk]), {"option": "0"})
    assert wrong.status_code == 422
    before, folded, _ = wrong.content.decode().partition('<details class="noted">')
    assert folded
    assert "The butler" not in before
