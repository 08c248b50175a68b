"""What is kept from whom: drafts of what is published, files of others, topics that moderators took out."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from space.accounts.models import Trust
from space.accounts.readers import NOBODY, reader_of
from space.blog.actions.crediting import Said, add_picture, receive
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story, save_text
from space.blog.models import Point, Story
from space.blog.permissions import can_credit
from space.blog.texts import Words
from space.discuss import numbers
from space.discuss.actions.changing import move_topic
from space.discuss.actions.deleting import delete_topic, restore_topic
from space.discuss.actions.pinning import unlist_topic
from space.discuss.models import Audience, Topic
from space.kit import clock
from space.limits.models import Bucket
from space.testing.stories import WORDS
from space.uploads.models import Upload
from space.uploads.tests.makers import picture
from space.web import versions

ADDED = Words(**{**vars(WORDS), "title": "Un autre titre", "text": f"{WORDS.text}\n\nPas encore relu."})


@pytest.fixture
def told(django_capture_on_commit_callbacks, monkeypatch):
    """The tags of which the web processes are told within it."""

    @contextmanager
    def caught():
        tags: list[str] = []
        monkeypatch.setattr(versions, "_note_here", tags.extend)
        with django_capture_on_commit_callbacks(execute=True):
            yield tags
        monkeypatch.undo()

    return caught


def topic_of(story) -> Topic:
    return Topic.objects.for_actions().select_related("category").get(pk=story.topic_id)


def test_who_has_not_signed_in_reads_nothing_that_is_not_shown_yet(client, published, lena, kofi):
    save_text(published.original(), ADDED, by=lena)
    versions_url = reverse("blog:versions", args=[published.pk, "fr"])
    pages = [
        published.desk_url,
        versions_url,
        f"{versions_url}?from=1&to=2",
        f"{versions_url}?to=2&by=source",
    ]
    for url in pages:
        assert "Pas encore relu" not in client.get(url).content.decode(), url
    assert client.get(f"{versions_url}?from=1&to=2").status_code == 404
    assert "1 version" in client.get(versions_url).content.decode()
    client.force_login(kofi)
    assert "Pas encore relu" in client.get(published.desk_url).content.decode()
    assert "Pas encore relu" in client.get(f"{versions_url}?from=1&to=2").content.decode()


def test_a_topic_that_moderators_deleted_does_not_come_back_with_its_story(published, elena, viktor, ada):
    delete_topic(topic_of(published), by=ada)
    take_step(published, "unpublish", by=elena, reason="À revoir.")
    assert topic_of(published).audience == Audience.NOBODY
    restore_topic(topic_of(published), by=ada)
    assert topic_of(published).audience == Audience.DRAFT

    take_step(published, "publish", by=elena)
    assert topic_of(published).audience == Audience.PUBLIC
    delete_topic(topic_of(published), by=ada)
    take_step(published, "unpublish", by=elena, reason="Encore.")
    take_step(published, "publish", by=elena)
    assert topic_of(published).audience == Audience.NOBODY
    assert not Story.objects.shown_to(reader_of(elena)).exists()


def test_a_story_that_was_moved_into_a_closed_group_stays_there(published, elena, hideout, ada):
    move_topic(topic_of(published), hideout, by=ada)
    take_step(published, "unpublish", by=elena, reason="À revoir.")
    take_step(published, "publish", by=elena)
    topic = topic_of(published)
    assert (topic.audience, topic.group_id) == (Audience.GROUP, hideout.group_id)
    assert not Story.objects.visible_to(NOBODY).exists()


def test_what_moderators_keep_out_of_lists_is_in_none_of_the_blog(client, published, told, ada):
    pages = ["/blog/", "/blog/?language=fr", "/blog.atom", "/blog.json", "/"]
    assert all("la-foire" in client.get(url).content.decode() for url in pages)
    with told() as tags:
        unlist_topic(topic_of(published), by=ada)
    assert versions.EVERYTHING in tags
    assert all("la-foire" not in client.get(url).content.decode() for url in pages)
    assert client.get(published.original().get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("who", "stage", "may"),
    [
        ("kofi", "in_review", True), ("kofi", "published", False), ("lena", "published", True),
        ("noor", "published", True), ("elena", "published", True),
    ],
)  # fmt: skip
def test_who_says_whose_a_picture_is_where_readers_see_it_at_once(request, elena, noor, who, stage, may):
    story, person = request.getfixturevalue(stage), request.getfixturevalue(who)
    person.trust = max(person.trust, Trust.BASIC)
    person.save()
    original = story.original()
    assert bool(can_credit(reader_of(person), original)) is may


def test_nobody_makes_me_show_my_own_file(in_review, lena, kofi):
    """Lena names a file of Kofi's that nobody else sees; he saves the text with another word changed."""
    secret = receive(ContentFile(picture()), Said(), by=kofi, name="secret.png").upload
    original = save_text(
        in_review.original(), Words(**{**vars(WORDS), "text": f"![x](upload:{secret.pk})"}), by=lena
    )
    Bucket.objects.all().delete()
    text = f"Un mot.\n\n![x](upload:{secret.pk})"
    save_text(original, Words(**{**vars(WORDS), "text": text}), by=kofi)
    assert not Upload.objects.visible_to(reader_of(lena)).filter(pk=secret.pk).exists()

    mine = receive(ContentFile(picture("PNG", (40, 40))), Said(), by=kofi, name="mine.png").upload
    save_text(original, Words(**{**vars(WORDS), "text": f"{text}\n\n![y](upload:{mine.pk})"}), by=kofi)
    assert Upload.objects.visible_to(reader_of(lena)).filter(pk=mine.pk).exists()


def test_a_picture_behind_a_hundred_others_has_to_be_credited_too(ready, lena, noor, elena):
    upload = receive(ContentFile(picture()), Said(), by=lena, name="door.png", alt="Une porte").upload
    add_picture(ready, receive(ContentFile(picture()), Said(), by=lena, name="door.png"), by=lena)
    many = " ".join(f"`upload:{number}`" for number in range(900_000, 900_120))
    text = f"{many}\n\n![Une porte](upload:{upload.pk})"
    save_text(ready.original(), Words(**{**vars(WORDS), "text": text}), by=lena)
    tick(ready, Point.CREDITS, by=noor)
    with pytest.raises(ValidationError) as told:
        take_step(ready, "publish", by=elena)
    assert "door.png" in " ".join(told.value.messages)


def test_two_stories_of_a_month_have_two_addresses_wherever_the_board_sits(ready, elena, lena, noor):
    with timezone.override("Pacific/Kiritimati"), clock.at(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)):
        first = take_step(ready, "publish", by=elena)
        with clock.at(datetime(2026, 12, 31, 5, tzinfo=UTC)):
            Bucket.objects.all().delete()
            second = take_step(begin_story(WORDS, by=lena, language="fr"), "submit", by=lena)
            for point in Point:
                tick(second, point, by=noor)
            second = take_step(second, "publish", by=elena)
    urls = {story.original().get_absolute_url() for story in (first, second)}
    assert len(urls) == 2


def test_a_draft_that_is_saved_leaves_the_pages_of_the_blog_as_they_are(in_review, told, lena, noor, elena):
    with told() as tags:
        save_text(in_review.original(), ADDED, by=lena)
        tick(in_review, Point.TONE, by=noor)
    assert "newsroom" in tags
    assert "stories" not in tags


def test_going_there_and_back_has_an_end(draft, lena, monkeypatch):
    monkeypatch.setattr(numbers, "EDITS_A_DAY", lambda: 2)
    lena.trust = Trust.BASIC
    for name in ("withdraw", "resume"):
        take_step(draft, name, by=lena)
    with pytest.raises(ValidationError) as refused:
        take_step(draft, "withdraw", by=lena)
    assert refused.value.code == "too_fast"


def test_what_a_draft_said_before_it_was_shared_stays_its_authors(client, draft, lena, kofi, noor, elena):
    secret = replace(WORDS, text="Le trésorier a menti, je crois.\n\nOu non.")
    save_text(draft.original(), secret, by=lena)
    save_text(draft.original(), WORDS, by=lena)
    story = take_step(draft, "submit", by=lena)
    pages = reverse("blog:versions", args=[story.pk, "fr"])
    asked = [f"{pages}?to=2&by=whole", f"{pages}?from=2&to=3", f"{pages}?from=2&to=3&by=source"]

    client.force_login(kofi)
    assert [client.get(address).status_code for address in asked] == [404, 404, 404]
    assert client.post(pages, {"version": "2"}).status_code == 404
    assert "menti" not in client.get(pages).content.decode()
    assert client.get(f"{pages}?to=3&by=whole").status_code == 200

    client.force_login(lena)
    assert "menti" in client.get(asked[0]).content.decode()
