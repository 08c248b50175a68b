"""How a post came to read as it does: who may read which version, compare it, hide it, bring it back."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import NOBODY
from space.discuss.actions import edit_post, hide_version, make_wiki, restore_version, show_version
from space.discuss.models import Hiding, Post, Revision
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.testing.cast import make
from space.uploads.actions import keep_file
from space.uploads.models import Upload


@pytest.fixture
def post(topic):
    """The first post, as it reads after two edits of its author: a box, a shelf, a cellar."""
    first = Post.objects.for_actions().get(topic=topic)
    edit(first, topic.author, "Cards in a shelf.", 10, title="How do you check a source on paper?")
    return edit(first, topic.author, "Cards in a cellar.", 20, summary="It has moved")


def edit(post, by, text, minutes, **more):
    with clock.at(timezone.now() + timedelta(minutes=minutes)):
        return edit_post(post, by=by, text=text, **more)


def page(client, post, query="", action="history"):
    address = reverse(f"discuss:{action}", args=[post.topic.slug, post.topic_id, post.number])
    return client.get(f"{address}{query}")


def said(client, post, query=""):
    response = page(client, post, query)
    assert response.status_code == 200
    return response.content.decode()


def send(client, post, action, number, **more):
    address = reverse(f"discuss:{action}", args=[post.topic.slug, post.topic_id, post.number])
    return client.post(address, {"version": number, **more})


def test_all_versions_are_told_with_who_when_and_why(client, post):
    history = said(client, post)

    assert history.index("Version 3") < history.index("Version 2") < history.index("Version 1")
    assert "It has moved" in history
    assert "How do you check a source that is only on paper?" in history
    assert "3 versions" in history


def test_a_post_that_was_not_edited_says_so(client, topic):
    assert "No edits kept" in said(client, Post.objects.for_actions().get(topic=topic))


def test_a_version_is_compared_with_the_one_before_and_with_now(client, post):
    assert "<del>" in said(client, post, "?from=2&to=3")
    before = said(client, post, "?to=2")
    assert "a box of cards" in before
    assert "cellar" not in before
    assert "cellar" in said(client, post, "?from=1")


def test_a_comparison_is_looked_at_in_three_ways(client, post):
    ways = ("rendered", "source", "whole")
    as_read, as_written, whole = (said(client, post, f"?from=2&to=3&by={way}") for way in ways)

    assert 'class="text compare"' in as_read
    assert "<del>shelf</del>" in as_written
    assert "<ins>cellar</ins>" in as_written
    assert "<p>Cards in a cellar.</p>" in whole
    assert "<del>" not in whole


def test_who_hears_the_page_is_told_what_came_and_went(client, post):
    as_read = said(client, post, "?from=2&to=3")

    assert '<del><span class="visually-hidden" lang="en"> taken out: </span>shelf' in as_read
    assert '<ins><span class="visually-hidden" lang="en"> added: </span>cellar' in as_read


@pytest.mark.parametrize(
    "query", ["?from=0&to=1", "?to=9", "?from=x", "?from=1&to=", "?from=1&to=99999999999"]
)
def test_versions_that_there_are_not_are_not_found(client, post, query):
    assert page(client, post, query).status_code == 404


def test_a_text_in_arabic_keeps_its_direction(client, post, topic):
    edit(post, topic.author, "الفهرس صندوق من البطاقات القديمة.", 30, language="ar")
    edit(post, topic.author, "الفهرس دفتر من البطاقات القديمة.", 40, language="ar")

    assert '<div class="text compare" lang="ar" dir="rtl"' in said(client, post, "?from=4&to=5")


def test_an_older_version_is_hidden_with_all_that_it_says(client, post, rosa, topic):
    edit(
        post,
        topic.author,
        "Call +49 30 1234 at night.",
        30,
        summary="my number",
        title="Call +49 30 1234 at night",
    )
    edit(post, topic.author, "Cards in a cellar.", 40, title="How do you check a source on paper?")
    hide_version(Revision.objects.in_order().last(), by=rosa, reason="A telephone number")

    for query in (
        "",
        "?to=4",
        "?from=3&to=4",
        "?from=4&to=5",
        "?from=3&to=5",
        "?to=5",
        "?to=4&by=whole",
        "?from=4&by=source",
    ):
        text = said(client, post, query)
        assert "1234" not in text
        assert "my number" not in text
    assert "Hidden by a moderator" in said(client, post)
    assert "A telephone number" not in said(client, post)

    client.force_login(rosa)
    assert "1234" in said(client, post, "?to=4")
    assert "my number" in said(client, post)
    assert "A telephone number" in said(client, post)


def test_comparing_skips_what_is_hidden(client, post, rosa):
    hide_version(Revision.objects.in_order().last(), by=rosa)

    assert "a box of cards" in said(client, post, "?to=3")
    assert "shelf" not in said(client, post, "?to=3")


def test_hiding_twice_is_hiding_once_and_all_of_it_is_logged(post, rosa):
    revision = Revision.objects.in_order().first()
    hide_version(revision, by=rosa, reason="Spam")
    hide_version(revision, by=rosa, reason="Spam")
    shown = show_version(show_version(revision, by=rosa), by=rosa)

    assert not hasattr(shown, "hiding")
    entries = LogEntry.objects.filter(thing_kind="discuss.post", thing_id=post.pk).order_by("pk")
    assert [entry.what for entry in entries] == ["version-hidden", "version-shown"]
    assert entries[0].codes == {"version": revision.version}


def test_a_moderator_hides_and_shows_on_the_page(client, post, rosa):
    client.force_login(rosa)
    response = send(client, post, "hide_version", 2, reason="Spam")
    assert response.url.endswith("/history#v2")
    assert Hiding.objects.get().revision.source == "Cards in a shelf."

    send(client, post, "show_version", 2)
    assert not Hiding.objects.exists()


@pytest.mark.parametrize("who", ["amina", "lena", "kofi", "viktor"])
def test_members_hide_nothing(client, request, post, who):
    client.force_login(request.getfixturevalue(who))

    assert send(client, post, "hide_version", 1).status_code == 403
    assert send(client, post, "show_version", 1).status_code == 403
    assert not Hiding.objects.exists()


@pytest.mark.parametrize("number", ["", "0", "3", "4", "x", "-1"])
def test_only_older_versions_are_hidden_or_brought_back(client, post, rosa, number):
    client.force_login(rosa)

    assert send(client, post, "hide_version", number).status_code == 404
    assert send(client, post, "restore_version", number).status_code == 404


def test_a_moderators_edit_may_hide_what_it_takes_out(client, post, rosa, kofi):
    client.force_login(rosa)
    box = re.search("<input[^>]*hide_before[^>]*>", page(client, post, action="edit").content.decode())
    assert box
    assert "checked" in box[0]

    edit_post(post, by=rosa, text="[Taken out]", hide_before=True)
    client.force_login(kofi)
    assert "cellar" not in said(client, post, "?from=1")
    assert LogEntry.objects.filter(what="version-hidden", by=rosa).exists()
    assert 'name="hide_before"' not in page(client, post, action="edit").content.decode()


def test_a_moderator_brings_an_older_version_back_as_a_new_one(client, post, rosa):
    client.force_login(rosa)
    response = send(client, post, "restore_version", 1)

    post = Post.objects.for_actions().select_related("topic").get(pk=post.pk)
    assert response.url == f"{post.topic.get_absolute_url()}#p1"
    assert "a box of cards" in post.source
    assert post.topic.title == "How do you check a source that is only on paper?"
    assert "Brought back version 1." in said(client, post)
    assert Revision.objects.count() == 3


def test_bringing_back_what_is_there_does_nothing(post, rosa):
    edit(post, post.author, "Cards in a shelf.", 30)
    now = restore_version(post, Revision.objects.in_order()[1], by=rosa, number=2)

    assert (now.source, Revision.objects.count()) == ("Cards in a shelf.", 3)


def test_who_may_bring_back(client, request, post, lena, kofi):
    client.force_login(lena)
    assert send(client, post, "restore_version", 1).status_code == 403

    make_wiki(post, by=lena)
    client.force_login(kofi)
    assert send(client, post, "restore_version", 1).status_code == 302
    assert "a box of cards" in Post.objects.for_actions().get(pk=post.pk).source


def test_who_edits_a_wiki_cannot_bring_back_what_is_hidden(client, post, lena, kofi, rosa):
    make_wiki(post, by=lena)
    hide_version(Revision.objects.in_order().first(), by=rosa)
    client.force_login(kofi)

    assert send(client, post, "restore_version", 1).status_code == 404


def test_who_brings_back_too_often_is_told(client, post, rosa, settings):
    client.force_login(rosa)
    for _ in range(100):
        if (response := send(client, post, "restore_version", 1 + _ % 2)).status_code == 422:
            break
    assert "You can go on in" in response.content.decode()


def test_pictures_stay_as_long_as_a_version_shows_them(post, lena, kofi, rosa):
    upload = keep_file(SimpleUploadedFile("map.svg", DRAWING), by=lena, name="map.svg")
    edit(post, lena, f"![A map]({upload.reference})", 30)
    edit(post, lena, "No map.", 40)
    make_wiki(post, by=lena)
    assert seen(upload)

    restored = restore_version(post, Revision.objects.in_order().last(), by=kofi, number=4)
    assert f"/uploads/{upload.pk}/" in restored.html
    assert seen(upload)

    edit(post, lena, "No map at all.", 60)
    for revision in Revision.objects.filter(source__contains="map]"):
        hide_version(revision, by=rosa)
    assert not seen(upload)


DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>map</title></svg>'


def seen(upload):
    return Upload.objects.visible_to(NOBODY).filter(pk=upload.pk).exists()


def test_a_long_history_has_pages_and_each_costs_the_same(
    client, topic, settings, django_assert_max_num_queries
):
    settings.VERSIONS_PER_PAGE = 5
    settings.EDIT_GRACE_MINUTES = 0
    post = Post.objects.for_actions().get(topic=topic)
    for number in range(2, 24):
        Bucket.objects.all().delete()
        edit_post(post, by=make(f"Writer {number}"), text=f"Text number {number}.")

    for query in ("", "?page=3", "?page=5"):
        with django_assert_max_num_queries(5):
            history = said(client, post, query)
    assert "Version 3<" in history
    assert "Version 1<" in history
    assert "Version 4<" not in history
    with django_assert_max_num_queries(8):
        assert "number 23" in said(client, post, "?to=23&by=whole")


def test_nobody_sees_the_history_of_what_they_do_not_see(client, secret, lena, kofi):
    first = Post.objects.for_actions().get(topic=secret)
    for query in ("", "?to=1", "?to=1&by=whole"):
        assert page(client, first, query).status_code == 404
    client.force_login(lena)
    assert page(client, first).status_code == 404
    client.force_login(kofi)
    assert page(client, first).status_code == 200
