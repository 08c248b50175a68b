"""How a story becomes public, step by step."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from space.accounts.readers import NOBODY, reader_of
from space.blog.actions.readiness import missing
from space.blog.actions.steps import take_step
from space.blog.actions.writing import save_text
from space.blog.models import Edition, Stage, Story, Taken
from space.blog.texts import Words
from space.discuss.models import Audience, Post, Topic
from space.testing.stories import WORDS, look_again


def sees(person, story) -> bool:
    reader = NOBODY if person is None else reader_of(person)
    return Story.objects.visible_to(reader).filter(pk=story.pk).exists()


def test_a_draft_is_its_authors_own_until_it_is_shared(draft, lena, kofi, elena, viktor):
    assert sees(lena, draft)
    assert not any(sees(person, draft) for person in (None, kofi, elena, viktor))

    take_step(draft, "share", by=lena)
    assert sees(kofi, draft)
    assert sees(elena, draft)
    assert not sees(None, draft)
    assert not sees(viktor, draft)


def test_what_is_sent_to_review_has_a_conversation_beside_it_for_members(in_review, kofi):
    assert in_review.stage == Stage.REVIEW
    room = Topic.objects.for_actions().get(pk=in_review.room_id)
    assert room.audience == Audience.MEMBERS
    assert not room.listed
    assert Topic.objects.visible_to(reader_of(kofi)).filter(pk=room.pk).exists()


def test_a_published_story_is_a_topic_that_everybody_reads(published):
    topic = Topic.objects.visible_to(NOBODY).get(pk=published.topic_id)
    assert topic.title == WORDS.title
    assert topic.kind == "story"
    assert Post.objects.visible_to(NOBODY).get(topic=topic, number=1).source == WORDS.text
    assert sees(None, published)
    edition = Edition.objects.shown_to(NOBODY).get()
    assert edition.slug == "une-semaine-à-la-foire-de-yaoundé"


def test_nobody_publishes_what_no_reviewer_looked_at(in_review, elena):
    with pytest.raises(ValidationError) as told:
        take_step(in_review, "publish", by=elena)
    assert {error.code for error in told.value.error_list} == {"not_ready"}
    assert Story.objects.for_actions().get().stage == Stage.REVIEW


def test_of_two_who_decide_at_once_the_second_is_told(ready, elena):
    take_step(ready, "decline", by=elena, reason="Il a déjà paru ailleurs.", seen=Stage.REVIEW)
    with pytest.raises(ValidationError) as told:
        take_step(ready, "publish", by=elena, seen=Stage.REVIEW)
    assert told.value.code == "elsewhere"
    assert Taken.objects.filter(step="decline").count() == 1


def test_a_correction_is_told_and_what_was_said_before_is_kept(published, lena, elena):
    corrected = Words(**{**vars(WORDS), "text": WORDS.text.replace("six", "sept")})
    edition = save_text(published.original(), corrected, by=lena, began=1)
    assert edition.shown.number == 1

    look_again(published, by=elena)
    take_step(published, "correct", by=elena, reason="La table était montée à sept heures.")
    post = Post.objects.visible_to(NOBODY).get(topic=published.topic_id, number=1)
    assert "sept heures" in post.source
    assert post.revisions.get().source == WORDS.text
    assert published.corrections.get().note == "La table était montée à sept heures."


def test_an_unpublished_story_is_gone_for_readers_with_its_conversation(published, elena):
    take_step(published, "unpublish", by=elena, reason="Une source s’est trompée.")
    assert not sees(None, published)
    assert not Topic.objects.visible_to(NOBODY).filter(pk=published.topic_id).exists()

    again = take_step(published, "publish", by=elena)
    assert again.topic_id == published.topic_id
    assert Topic.objects.visible_to(NOBODY).filter(pk=published.topic_id).exists()


def test_two_who_change_different_paragraphs_both_have_their_way(draft, lena):
    original = draft.original()
    mine = Words(**{**vars(WORDS), "text": WORDS.text.replace("six", "sept")})
    theirs = Words(**{**vars(WORDS), "text": WORDS.text.replace("pluie", "chance")})
    save_text(original, mine, by=lena, began=1)
    edition = save_text(original, theirs, by=lena, began=1)
    assert "sept heures" in edition.current.source
    assert "la chance est venue" in edition.current.source


def test_what_is_missing_is_listed_as_the_readers_language_does(in_review):
    with translation.override("ar"):
        told = " ".join(missing(in_review, in_review.original()))
    assert "، " in told
    assert ", " not in told
