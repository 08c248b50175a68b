"""Stories while several people decide at once, and while the worker is killed at the minute of publication."""

from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import ValidationError
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from space.blog.actions.claiming import claim
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story
from space.blog.models import Point, Stage, Story, Taken
from space.discuss.actions.recounting import differences
from space.discuss.models import Topic
from space.groups.actions import admit, office
from space.groups.models import Office
from space.kit import clock
from space.testing.cast import make
from space.testing.stories import WORDS
from space.web.moments import Moment
from tests.command.running import wait_until
from tests.reliability.test_many_at_once import at_once
from tests.reliability.test_telling import a_minute_later, end_what_waits_for, waits_for
from tests.serving import Worker, address_of_the_database


@pytest.fixture
def board(transactional_db, ada):
    people = [make("Elena Rossi"), make("Idrissa")]
    for person in people:
        admit(office(Office.EDITORS), person)
    return people


@pytest.fixture
def ready(board, lena):
    story = take_step(begin_story(WORDS, by=lena, language="fr"), "submit", by=lena)
    for point in Point:
        tick(story, point, by=board[0])
    return story


def tried(act, *args, **more):
    """Whether it was done, or the code of the refusal."""
    try:
        act(*args, **more)
    except ValidationError as refused:
        return refused.code
    return "done"


def test_two_editors_schedule_while_an_author_withdraws_and_one_of_them_wins(ready, board, lena):
    tomorrow = clock.now() + timedelta(days=1)
    acts = [
        ("schedule", board[0], Moment(tomorrow, "Africa/Douala")),
        ("schedule", board[1], Moment(tomorrow + timedelta(hours=3), "Europe/Rome")),
        ("withdraw", lena, None),
    ]

    def act(one):
        name, by, moment = one
        return tried(take_step, ready, name, by=by, moment=moment, seen=Stage.REVIEW)

    told = at_once(act, *acts)
    assert sorted(told) == ["done", "elsewhere", "elsewhere"]
    name, by, moment = acts[told.index("done")]
    story = Story.objects.for_actions().get()
    [taken] = Taken.objects.exclude(step="submit")
    assert (taken.step, taken.by) == (name, by)
    assert story.publish_at == (moment and moment.at)


def test_of_many_who_claim_at_once_one_has_the_review(ready, ada):
    people = [make(f"Reader {n}") for n in range(6)]
    told = at_once(lambda by: tried(claim, ready, by=by, seen=0), *people)
    assert sorted(told) == ["done", *["taken"] * 5]
    assert Story.objects.for_actions().get().reviewer == people[told.index("done")]
    assert Taken.objects.filter(step="claim").count() == 1


def test_a_worker_that_is_killed_at_the_minute_of_publication_publishes_once(tmp_path, ready, board):
    """Killed while it waits in the middle of its transaction; the next worker finds the story due, and then done."""
    take_step(ready, "schedule", by=board[0], moment=Moment(clock.now() + timedelta(hours=1), "Asia/Kolkata"))
    Story.objects.for_actions().update(publish_at=clock.now() - timedelta(minutes=3))
    publish = app.configure_task("blog.publish_due")
    publish.defer(timestamp=1)
    kill_while_it_publishes(tmp_path)
    assert Story.objects.for_actions().get().stage == Stage.SCHEDULED
    assert not Topic.objects.for_actions().filter(kind="story").exists()

    a_minute_later()
    publish.defer(timestamp=2)
    second = Worker(tmp_path).start()
    published = Story.objects.for_actions().filter(stage=Stage.PUBLISHED)
    wait_until(published.exists, seconds=60, why=second.said)
    publish.defer(timestamp=3)
    wait_until(lambda: not waiting_jobs(), seconds=60, why=second.said)
    second.kill()
    assert Taken.objects.filter(step="publish").count() == 1
    assert Topic.objects.for_actions().filter(kind="story").count() == 1
    assert differences() == []


def kill_while_it_publishes(folder):
    """Somebody else holds the edition, so that the worker stands in the middle of its work."""
    held = psycopg.connect(address_of_the_database())
    held.execute("SELECT id FROM blog_edition FOR UPDATE")
    worker = Worker(folder).start()
    wait_until(lambda: waits_for(held), seconds=60, why=worker.said)
    worker.kill()
    end_what_waits_for(held)
    held.rollback()
    held.close()


def waiting_jobs():
    return ProcrastinateJob.objects.filter(task_name="blog.publish_due", status="todo").exists()
