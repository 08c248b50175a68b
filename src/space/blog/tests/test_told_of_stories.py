"""Who hears of what in the newsroom, and why."""

from datetime import timedelta

from django.utils import translation

from space.accounts.readers import reader_of
from space.blog.actions.by_the_clock import publish_due, remind
from space.blog.actions.claiming import claim
from space.blog.actions.reviewing import untick
from space.blog.actions.roles import appoint_reviewer
from space.blog.actions.steps import take_step
from space.blog.models import Point, Stage, Story, Taken
from space.groups.models import Office
from space.kit import clock
from space.membership.actions import appoint
from space.notifications.lines import Asked, lines_of
from space.testing.telling import told
from space.web.moments import Moment


def lines(person):
    told(person)
    reader = reader_of(person)
    with translation.override("en"):
        return [line.said for line in lines_of(Asked(kind="editorial").found(reader, 100), reader)]


def test_reviewers_of_the_language_and_the_board_hear_of_what_is_sent_to_review(
    draft, lena, noor, elena, kofi
):
    take_step(draft, "submit", by=lena)
    assert [(line.text, str(line.why)) for line in lines(noor)] == [
        (
            '<bdi translate="no">Lena Müller</bdi> sent this story to review',
            "You review stories in its language.",
        )
    ]
    assert str(lines(elena)[0].why) == "You are on the editorial board."
    assert lines(kofi) == lines(lena) == []


def test_authors_hear_of_every_step_with_its_reason_and_the_reviewer_of_changes(in_review, lena, noor, elena):
    claim(in_review, by=noor)
    take_step(in_review, "want-changes", by=noor, reason="Une source manque.")
    newest = lines(lena)[0]
    assert "asked for changes in this story" in newest.text
    assert newest.words == "Une source manque."
    assert str(newest.why) == "You are one of its authors."
    before = len(lines(elena))

    take_step(in_review, "submit", by=lena)
    assert str(lines(noor)[0].why) == "You review this story."
    assert len(lines(elena)) == before


def test_words_are_in_the_language_of_who_reads_them(in_review, lena, elena):
    take_step(in_review, "decline", by=elena, reason="Déjà paru.")
    told(lena)
    reader = reader_of(lena)
    with translation.override("fr"):
        [line] = lines_of(Asked(kind="editorial").found(reader, 100), reader)
        assert line.said.words == "Déjà paru."


def test_a_line_about_a_story_that_was_withdrawn_says_no_more_than_that(in_review, lena, noor):
    assert lines(noor)
    take_step(in_review, "withdraw", by=lena)
    assert {line.about for line in lines(noor)} == {None}


def test_a_scheduled_story_appears_on_its_minute_and_once(ready, elena, lena):
    at = clock.now() + timedelta(hours=1)
    take_step(ready, "schedule", by=elena, moment=Moment(at, "Africa/Douala"))
    with clock.at(at - timedelta(seconds=1)):
        assert publish_due() == 0
    with clock.at(at + timedelta(days=2)):
        assert [publish_due(), publish_due()] == [1, 0]
    story = Story.objects.for_actions().get()
    assert story.stage == Stage.PUBLISHED
    assert Taken.objects.filter(step="publish", by=None).count() == 1
    assert "at the minute that was set" in lines(lena)[0].text


def test_what_is_no_longer_ready_goes_back_to_review_and_the_board_is_told_why(ready, elena, lena):
    at = clock.now() + timedelta(hours=1)
    take_step(ready, "schedule", by=elena, moment=Moment(at, "UTC"))
    untick(ready, Point.SOURCES, by=elena)
    with clock.at(at):
        assert publish_due() == 0
    assert Story.objects.for_actions().get().stage == Stage.REVIEW
    for person in (elena, lena):
        line = lines(person)[0]
        assert "could not be published" in line.text
        assert line.words


def test_one_story_that_fails_keeps_no_other_from_appearing(ready, elena, monkeypatch):
    at = clock.now() + timedelta(hours=1)
    take_step(ready, "schedule", by=elena, moment=Moment(at, "UTC"))

    def fails(*args, **more):
        raise RuntimeError

    with clock.at(at):
        with monkeypatch.context() as patch:
            patch.setattr("space.blog.actions.by_the_clock.take_step", fails)
            assert publish_due() == 0
        assert publish_due() == 1


def test_a_long_wait_is_told_once_and_again_when_it_begins_again(in_review, lena, noor, elena):
    late = clock.now() + timedelta(days=8)
    with clock.at(late):
        assert [remind(), remind()] == [1, 0]
        assert "has waited for a review for 8 days" in lines(noor)[0].text
    claim(in_review, by=noor)
    take_step(in_review, "want-changes", by=noor, reason="Une source manque.")
    take_step(in_review, "submit", by=lena)
    with clock.at(clock.now() + timedelta(days=8)):
        before = len(lines(elena))
        assert remind() == 1
        assert len(lines(elena)) == before
        assert "has waited" in lines(noor)[0].text


def test_who_is_given_a_role_is_told(kofi, ada):
    appoint_reviewer(kofi, "fr", by=ada)
    appoint(Office.EDITORS, kofi, by=ada)
    assert told(kofi)[:2] == ["You belong to the editorial board now", "You review stories in français now"]
