"""What is held can be left unsaid by who wrote it, as long as nobody has decided."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from space.accounts.actions import save_preferences
from space.accounts.models import User
from space.accounts.readers import reader_of
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story, save_text
from space.blog.models import Story
from space.blog.texts import Words
from space.discuss.actions import change_poll, edit_post, start_topic, write_reply
from space.discuss.models import Category, Poll, Post, Topic
from space.discuss.polls.plan import PollPlan
from space.events.actions import change_event
from space.events.models import Event
from space.events.plan import plan_of
from space.kit import clock
from space.limits.models import Bucket
from space.moderation.models import LogEntry
from space.review.actions import Ruling, decide, flag, take_back
from space.review.actions.flagging import Told
from space.review.gate.actions import watch_word
from space.review.models import Case, Did, Does, Flag, WatchedSaying, WatchedWord, Why
from space.review.things import post_thing

pytestmark = pytest.mark.django_db
PREFERS = {"language": "", "languages": [], "theme": "auto", "time_zone": ""}
TEXT = "Come to the bingo night, all of you, and bring what you like to eat."


@pytest.fixture(autouse=True)
def bingo(rosa: User) -> None:
    watch_word(WatchedWord(word="bingo", does=Does.APPROVAL), by=rosa)


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def waiting() -> Case:
    return Case.objects.for_actions().select_related("author").get(decided_at=None)


def page(case: Case) -> str:
    return reverse("review:about_me_case", args=[case.pk])


def back(case: Case) -> str:
    return reverse("review:take_back", args=[case.pk])


def later(minutes: int) -> object:
    return clock.at(clock.now() + timedelta(minutes=minutes))


def fresh(post: Post) -> Post:
    return (
        Post.objects.for_actions().select_related("author", "topic__group", "topic__category").get(pk=post.pk)
    )


def test_words_that_are_held_are_left_unsaid_and_the_old_ones_stay(
    lena: User, kofi: User, rosa: User
) -> None:
    save_preferences(lena, about="I read old maps.", **PREFERS)
    save_preferences(lena, about="I play bingo.", **PREFERS)
    case, mine, desk = waiting(), signed_in(lena), signed_in(rosa)
    assert back(case) in mine.get(page(case)).content.decode()
    assert signed_in(kofi).post(back(case)).status_code == 404
    told = mine.post(back(case), follow=True).content.decode()
    assert "You took it back. Nobody else comes to see what you wrote." in told
    assert "I play bingo." in told
    assert back(case) not in told
    assert mine.post(page(case), {"words": "Why?"}).status_code == 403
    assert User.objects.get(pk=lena.pk).about == "I read old maps."
    assert "bingo" not in mine.get(reverse("review:about_me")).content.decode()
    for tab in ("held", "flags", "done"):
        assert case.get_absolute_url() not in desk.get(f"/moderation/?tab={tab}").content.decode()
    assert "Its author took it back" in desk.get(case.get_absolute_url()).content.decode()
    assert set(Flag.objects.values_list("agreed", flat=True)) == {None}
    assert LogEntry.objects.filter(what="held-taken-back").count() == 1
    line = desk.get(reverse("review:log")).content.decode()
    assert "What a rule held was taken back by who wrote it" in line
    take_back(case, by=lena)
    save_preferences(lena, about="Bingo, and maps.", **PREFERS)
    assert waiting().pk != case.pk
    assert WatchedSaying.objects.filter(stands=False).count() == 2


def test_who_decides_at_the_same_moment_is_told_and_so_is_who_comes_too_late(lena: User, rosa: User) -> None:
    save_preferences(lena, about="I play bingo.", **PREFERS)
    case, desk = waiting(), signed_in(rosa)
    seen = desk.get(case.get_absolute_url()).content.decode()
    take_back(case, by=lena)
    sent = {"did": Did.KEEP, "version": case.version, "reason": "", "clause": ""}
    assert "Let it appear" in seen
    late = desk.post(case.get_absolute_url(), sent)
    assert late.status_code == 422
    assert "Its author has taken it back meanwhile" in late.content.decode()
    assert User.objects.get(pk=lena.pk).about == ""
    save_preferences(lena, about="Bingo, and maps.", **PREFERS)
    case = waiting()
    decide(case, Ruling(Did.HIDE, reason="No adverts."), by=rosa)
    with pytest.raises(ValidationError, match="A moderator was quicker"):
        take_back(case, by=lena)
    refused = signed_in(lena).post(back(case))
    assert refused.status_code == 403
    assert "A moderator has decided about this meanwhile." in refused.content.decode()


def test_a_held_post_is_nowhere_for_its_author_but_can_be_taken_back(
    topic: Topic, questions: Category, lena: User, rosa: User
) -> None:
    mine, desk = signed_in(lena), signed_in(rosa)
    reply = write_reply(topic, by=lena, text=TEXT)
    case = waiting()
    # Where other posts are deleted there is no way: to Discuss it is not there.
    assert (
        mine.get(reverse("discuss:delete_post", args=[topic.slug, topic.pk, reply.number])).status_code == 404
    )
    assert TEXT in mine.post(back(case), follow=True).content.decode()
    assert case.get_absolute_url() not in desk.get("/moderation/?tab=held").content.decode()
    # Nothing tells of it in the topic, and nothing brings it back there unseen.
    assert "restore" not in mine.get(topic.get_absolute_url()).content.decode()
    assert not Post.objects.visible_to(reader_of(rosa)).filter(pk=reply.pk).exists()
    with later(30):
        begun = start_topic(questions, by=lena, title="An evening for all", text=f"{TEXT} In June.")
        mine.post(back(waiting()))
        assert not Topic.objects.visible_to(reader_of(rosa)).filter(pk=begun.pk).exists()
        assert "An evening for all" in desk.get(reverse("discuss:deleted")).content.decode()
    assert not Case.objects.for_actions().filter(decided_at=None).exists()


def test_a_change_that_is_held_is_undone_and_what_was_seen_before_is_seen_again(
    topic: Topic, lena: User, kofi: User, rosa: User
) -> None:
    before = topic.posts.get(number=1)
    write_reply(topic, by=kofi, text="I have one of these boxes.")
    with later(30):
        edit_post(before, by=lena, text=TEXT, title=topic.title)
    case = waiting()
    mine = signed_in(lena)
    desk = signed_in(rosa).get(case.get_absolute_url()).content.decode()
    assert "What changes" in desk
    assert "<del>" in desk
    assert "<ins>" in desk
    assert "Then your change is undone" in mine.get(page(case)).content.decode()
    assert mine.post(back(case)).status_code == 302
    post = fresh(before)
    assert (post.hidden_at, post.source, post.edited_at) == (None, before.source, None)
    read = Client().get(topic.get_absolute_url()).content.decode()
    history = Client().get(reverse("discuss:history", args=[topic.slug, topic.pk, 1])).content.decode()
    assert before.html in read
    assert "bingo" not in read + history
    with later(60):
        edit_post(before, by=lena, text="Without any of that.", title=topic.title, summary="Calm")
        edit_post(before, by=lena, text=TEXT, title=topic.title)
        take_back(waiting(), by=lena)
    assert (fresh(before).source, before.revisions.count()) == ("Without any of that.", 1)


def test_a_draft_that_came_held_is_its_authors_own_again_and_can_be_shared_anew(
    lena: User, kofi: User, rosa: User
) -> None:
    said = Words(title="A year of wells", summary="Bingo for all.", text="We dug and we wrote.")
    story = take_step(begin_story(said, by=lena, language="en"), "submit", by=lena)
    case, mine = waiting(), signed_in(lena)
    assert "the draft is its authors’ own again" in mine.get(page(case)).content.decode()
    assert mine.post(back(case)).status_code == 302
    story = Story.objects.visible_to(reader_of(lena)).get(pk=story.pk)
    assert (story.stage, story.shared_at, story.room) == ("draft", None, None)
    assert not Story.objects.visible_to(reader_of(rosa)).filter(pk=story.pk).exists()
    assert "withdrew this story" in mine.get(story.desk_url).content.decode()
    save_text(story.original(), replace(said, summary="Maps for all."), by=lena)
    assert not Case.objects.for_actions().filter(decided_at=None).exists()
    story = take_step(story, "share", by=lena)
    assert Story.objects.visible_to(reader_of(kofi)).filter(pk=story.pk).exists()
    with later(30):
        save_text(story.original(), replace(said, summary="Bingo again."), by=lena)
        assert "Others saw it before you changed it" in mine.get(page(waiting())).content.decode()


def test_what_others_saw_or_flagged_is_not_taken_back(
    topic: Topic, training: Event, lena: User, kofi: User
) -> None:
    Bucket.objects.all().delete()
    reply = write_reply(topic, by=lena, text="Maps, and nothing else at all.")
    flag(post_thing(fresh(reply)), Told(Why.SPAM), by=kofi)
    plan = PollPlan("Which map?", ("Old", "New"))
    Bucket.objects.all().delete()
    asked = start_topic(topic.category, by=lena, title="Which of the maps?", text="Tell us.", poll=plan)
    poll = Poll.objects.for_actions().select_related("post").get(post__topic=asked)
    write_reply(asked, by=kofi, text="The old one, of course.")
    with later(30):
        edit_post(reply, by=lena, text=TEXT)
        change_poll(poll, PollPlan("Bingo?", ("Yes", "No")), by=lena)
        change_event(training, plan_of(training), by=training.by, title="Training", text=f"{TEXT} Soon.")
        for post, words in (
            (reply, "Others saw it before you changed it"),
            (asked.posts.get(number=1), "Others saw it before you changed it"),
            (training.topic.posts.get(number=1), "Others saw it before you changed it"),
        ):
            case = Case.objects.for_actions().get(thing_id=post.pk, is_held=True, decided_at=None)
            client = signed_in(fresh(post).author)
            shown = client.get(page(case)).content.decode()
            assert words in shown
            assert back(case) not in shown
            assert reverse("review:amend", args=[case.pk]) not in shown
            assert client.post(back(case)).status_code == 403
