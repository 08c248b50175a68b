"""When the renderer gives something else, what was rendered before is rendered again, and nothing else changes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from space import markup
from space.discuss.actions import edit_post, start_topic, write_reply
from space.discuss.actions.recounting import differences
from space.discuss.actions.rendering import render_again
from space.discuss.models import Post, Revision, Topic
from space.limits.models import Bucket
from space.uploads.actions import keep_file
from space.web import versions

OLD = "<p>As it was rendered in the old days</p>"


def all_posts():
    return Post.objects.for_actions().select_related("topic").order_by("pk")


@pytest.fixture
def old(topic, lena, rosa, monkeypatch):
    """A post with an older version, as the renderer before made them."""
    post = Post.objects.for_actions().get(topic=topic)
    edit_post(post, by=lena, text="Ask @Kofi Mensah for the **map**.", summary="A better idea")
    Post.objects.for_actions().update(html=OLD)
    Revision.objects.update(html=OLD)
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)
    return Post.objects.for_actions().get(pk=post.pk)


def test_posts_and_their_older_versions_are_rendered_again(old, kofi):
    assert render_again() == 2

    now, before = Post.objects.for_actions().get(pk=old.pk), Revision.objects.get()
    assert f'href="{kofi.get_absolute_url()}">@Kofi Mensah</a>' in now.html
    assert "a box of cards" in before.html
    assert now.renderer == before.renderer == markup.VERSION


def test_texts_times_and_histories_stay_and_pages_are_told(old, kofi, monkeypatch):
    told = []
    monkeypatch.setattr(versions, "bump", lambda *tags: told.extend(tags))
    render_again()

    now = Post.objects.for_actions().get(pk=old.pk)
    assert (now.source, now.edited_at, now.language) == (old.source, old.edited_at, old.language)
    assert now.version == old.version + 1
    assert Revision.objects.count() == 1
    assert differences() == []
    assert told == [f"topic:{old.topic_id}"]


def test_what_comes_out_alike_keeps_its_version(topic, monkeypatch):
    post = Post.objects.for_actions().get(topic=topic)
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)
    render_again()

    now = Post.objects.for_actions().get(pk=post.pk)
    assert (now.html, now.version, now.renderer) == (post.html, post.version, markup.VERSION)


def test_it_can_be_stopped_and_goes_on(questions, lena, monkeypatch):
    for number in range(7):
        Bucket.objects.all().delete()
        start_topic(questions, by=lena, title=f"Topic number {number}", text=f"Text {number}.")
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)
    monkeypatch.setattr("space.discuss.actions.rendering._BATCH", 2)
    told = []

    assert render_again(at_most=3) == 4
    assert all_posts().filter(renderer=markup.VERSION).count() == 4
    assert render_again(tell=told.append) == 3
    assert told[-1] == 3
    assert render_again() == 0


def test_a_crash_in_the_middle_leaves_whole_batches(questions, lena, monkeypatch):
    for number in range(4):
        Bucket.objects.all().delete()
        start_topic(questions, by=lena, title=f"Topic number {number}", text=f"Text {number}.")
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)
    monkeypatch.setattr("space.discuss.actions.rendering._BATCH", 2)

    def stop(done):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_again(tell=stop)
    assert all_posts().filter(renderer=markup.VERSION).count() == 2
    assert render_again() == 2


def test_what_comes_from_archives_is_left_alone(topic, monkeypatch):
    Post.objects.for_actions().update(renderer=1001, html=OLD)
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)

    assert render_again() == 0
    assert Post.objects.for_actions().get(topic=topic).html == OLD


def test_pictures_stay_whoever_left_meanwhile(topic, kofi, monkeypatch):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>map</title></svg>'
    upload = keep_file(SimpleUploadedFile("map.svg", drawing), by=kofi, name="map.svg")
    post = write_reply(topic, by=kofi, text=f"![A map]({upload.reference})")
    kofi.is_active = False
    kofi.save()
    monkeypatch.setattr(markup, "VERSION", markup.VERSION + 1)
    Post.objects.for_actions().update(html=OLD)
    render_again()

    assert Post.objects.for_actions().get(pk=post.pk).html == post.html


def test_first_words_of_a_topic_follow(old, kofi):
    Topic.objects.for_actions().update(excerpt="In the old days")
    render_again()

    assert Topic.objects.for_actions().get(pk=old.topic_id).excerpt == "Ask @Kofi Mensah for the map."


def test_the_command_says_what_it_did(old, capsys):
    call_command("render_again")
    assert "2 rendered again." in capsys.readouterr().out
    call_command("render_again")
    assert "Everything was rendered by this renderer." in capsys.readouterr().out
