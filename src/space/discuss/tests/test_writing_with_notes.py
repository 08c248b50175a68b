"""A content note where one writes: in a reply, a topic, an edit; kept in drafts, and given back with what is wrong."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.discuss import gates
from space.discuss.actions import put_note, save_draft, start_topic, write_reply
from space.discuss.drafts.purposes import to_edit, to_reply
from space.discuss.models import Draft, Post
from space.discuss.notes import FOLDED
from space.testing.rooms import say

WORDS = "The butler did it in the winter garden."
FIELD = 'name="content_note"'


def _post(topic, number):
    return Post.objects.for_actions().select_related("topic").get(topic=topic, number=number)


def _edit(client, post, **more):
    address = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, post.number])
    page = client.get(address)
    return client.post(address, {**page.context["form"].initial, **more})


def test_a_reply_is_folded_from_the_moment_it_stands(client, topic, kofi):
    client.force_login(kofi)
    page = client.get(topic.get_absolute_url()).content.decode()
    assert FIELD in page
    assert '<details class="note-field poll__fold">' in page
    client.post(
        reverse("discuss:reply", args=[topic.slug, topic.pk]),
        {"text": WORDS, "content_note": " Who \n did it ", "language": "en"},
    )
    post = _post(topic, 2)
    assert (post.content_note, post.note_language, post.noted_by) == ("Who did it", "en", kofi)
    assert FOLDED in client.get(topic.get_absolute_url()).content.decode()


def test_a_topic_says_its_note_in_lists_and_in_its_own_direction(client, questions, kofi):
    client.force_login(kofi)
    said = {"title": "The end of the book", "text": WORDS, "content_note": "حرق للأحداث", "language": "en"}
    made = client.post(reverse("discuss:start"), {**said, "category": questions.pk})
    assert made.status_code == 302
    post = Post.objects.for_actions().select_related("topic").get(source=WORDS)
    assert post.topic.excerpt == "⚠ حرق للأحداث"
    assert post.note_language == ""
    page = client.get(post.topic.get_absolute_url()).content.decode()
    assert '<bdi dir="auto">حرق للأحداث</bdi>' in page


def test_what_is_wrong_comes_back_with_the_note_open(client, topic, kofi):
    client.force_login(kofi)
    address = reverse("discuss:reply", args=[topic.slug, topic.pk])
    for said in ({"text": "", "content_note": "Spoiler"}, {"text": WORDS, "content_note": "long " * 40}):
        page = client.post(address, said)
        assert page.status_code == 422
        assert '<details class="note-field poll__fold" open>' in page.content.decode()
        assert said["content_note"].strip() in page.content.decode()
    assert not Post.objects.for_actions().filter(topic=topic, number=2).exists()


def test_a_preview_shows_the_fold(client, topic, kofi):
    client.force_login(kofi)
    sent = {"text": WORDS, "content_note": "Spoiler", "preview": "1"}
    page = client.post(reverse("discuss:reply", args=[topic.slug, topic.pk]), sent).content.decode()
    assert "Spoiler" in page.split('<details class="noted" open>')[1].split("</summary>")[0]
    assert 'value="Spoiler"' in page


def test_a_draft_keeps_it(client, topic, kofi):
    client.force_login(kofi)
    kept = {"text": "Half a", "content_note": "Spoiler"}
    client.post(reverse("discuss:draft", args=[to_reply(topic).key]), kept)
    assert Draft.objects.get().data == kept
    page = client.get(topic.get_absolute_url()).content.decode()
    assert 'value="Spoiler"' in page.split('<details class="note-field poll__fold" open>')[1]


def test_an_edit_puts_changes_and_removes_it(client, topic, kofi):
    (post,) = say(topic, (kofi, WORDS))
    client.force_login(kofi)
    _edit(client, post, content_note="Spoiler", language="en")
    assert (_post(topic, 2).content_note, _post(topic, 2).source) == ("Spoiler", WORDS)
    _edit(client, post, content_note="Spoiler", text="Nobody did it.")
    assert (_post(topic, 2).content_note, _post(topic, 2).source) == ("Spoiler", "Nobody did it.")
    save_draft(to_edit(post).key, by=kofi, data={"text": "Nobody did it.", "noted": "Spoiler"})
    page = client.get(reverse("discuss:edit", args=[topic.slug, topic.pk, 2]))
    assert page.context["form"].initial["content_note"] == ""
    _edit(client, post, content_note="")
    assert _post(topic, 2).content_note == ""


def test_an_edit_takes_no_note_away_that_came_meanwhile(client, topic, kofi, rosa):
    (post,) = say(topic, (kofi, WORDS))
    client.force_login(kofi)
    put_note(post, "Violence", by=rosa, language="en")
    address = reverse("discuss:edit", args=[topic.slug, topic.pk, 2])
    assert FIELD not in client.get(address).content.decode()
    client.post(address, {"text": "Nobody did it.", "content_note": "", "noted": ""})
    assert (_post(topic, 2).content_note, _post(topic, 2).source) == ("Violence", "Nobody did it.")
    client.force_login(rosa)
    client.post(address, {"text": "Nobody did.", "content_note": "", "noted": ""})
    assert _post(topic, 2).content_note == "Violence"


def test_gates_are_asked_of_the_note(monkeypatch, questions, topic, kofi):
    def gate(writing):
        if "forbidden" in writing.beside.get("content_note", ""):
            raise ValidationError("Say it in other words.", code="watched_word")

    monkeypatch.setattr(gates, "_gates", [gate])
    with pytest.raises(ValidationError):
        write_reply(topic, by=kofi, text=WORDS, note="forbidden fruit")
    with pytest.raises(ValidationError):
        start_topic(questions, by=kofi, title="The end of it", text=WORDS, note="forbidden fruit")
