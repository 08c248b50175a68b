"""Nobody publishes alone what they wrote alone, whatever happens between the look and the step."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.blog.actions.by_the_clock import publish_due
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.writing import save_text
from space.blog.models import Check, Point, Stage, Story, Taken
from space.blog.texts import Words
from space.kit import clock
from space.testing.stories import WORDS
from space.web.moments import Moment

OTHER = Words(**{**vars(WORDS), "text": "Quelque chose que personne n’a relu."})


def refusals(story, name, by) -> set[str]:
    with pytest.raises(ValidationError) as told:
        take_step(story, name, by=by, reason="Une correction.")
    return {error.code for error in told.value.error_list}


def test_what_was_changed_after_the_look_is_looked_at_again(ready, lena, elena, noor):
    save_text(ready.original(), OTHER, by=lena)
    assert refusals(ready, "publish", elena) == {"not_ready"}
    tick(ready, Point.TONE, by=noor)
    assert take_step(ready, "publish", by=elena).is_published


def test_who_changed_it_last_is_no_second_reader(ready, elena, noor):
    save_text(ready.original(), OTHER, by=noor)
    tick(ready, Point.TONE, by=noor)
    assert refusals(ready, "publish", elena) == {"not_ready"}


def test_a_member_of_the_board_does_not_correct_alone_what_they_wrote(published, elena, noor):
    save_text(published.original(), OTHER, by=elena)
    assert refusals(published, "correct", elena) == {"not_ready"}
    tick(published, Point.SOURCES, by=noor)
    take_step(published, "correct", by=elena, reason="Une correction.")
    assert published.original().shown.number == 2


def test_the_clock_does_not_publish_what_was_changed_since_it_was_set(ready, lena, elena):
    later = clock.now() + timedelta(hours=1)
    take_step(ready, "schedule", by=elena, moment=Moment(later, "UTC"))
    save_text(ready.original(), OTHER, by=lena)
    with clock.at(later + timedelta(minutes=1)):
        publish_due()
    story = Story.objects.for_actions().get()
    assert story.stage == Stage.REVIEW
    assert Taken.objects.get(step="unschedule").reason


def test_a_tick_is_about_the_text_that_was_read(client, in_review, lena, noor):
    save_text(in_review.original(), OTHER, by=lena)
    client.force_login(noor)
    url = reverse("blog:check", args=[in_review.pk])
    assert client.post(url, {"point": "tone", "seen": "1"}).status_code == 422
    assert not Check.objects.exists()
    assert client.post(url, {"point": "tone", "seen": "2"}).status_code == 302
    assert Check.objects.get().by == noor


def test_the_desk_of_a_published_story_lets_one_look_again_where_it_was_changed(
    client, published, lena, noor
):
    client.force_login(noor)
    assert 'name="point"' not in client.get(published.desk_url).content.decode()
    save_text(published.original(), OTHER, by=lena)
    page = client.get(published.desk_url).content.decode()
    assert 'name="point"' in page
    assert 'name="again"' not in page
    assert "changed since a second person" in page
    client.post(reverse("blog:check", args=[published.pk]), {"point": "tone", "seen": "2"})
    assert Check.objects.get(point="tone").at >= published.original().current.at
