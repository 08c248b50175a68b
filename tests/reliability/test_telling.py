"""Telling many people, while the worker is killed and while others write: nobody is left out, nobody is told twice.

Seen to fail when a batch does not remember how far it came (told again after the kill), and when it remembers
before its lines are written (left out).
"""

from collections import Counter

import psycopg
import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from space.accounts.models import Trust, User
from space.discuss.actions import follow_topic, react, write_reply
from space.discuss.models import Level, Post, ReadMark, Response, Topic
from space.kit import clock
from space.notifications.actions import tell_all, tell_what_waits
from space.notifications.models import Notification, Telling
from space.testing.cast import make
from tests.command.running import wait_until
from tests.reliability.test_many_at_once import at_once
from tests.serving import Worker, address_of_the_database

JOB = "notifications.tell_what_waits"
WATCHERS = 2_000
# Whose line somebody else holds: the worker waits there, in the middle of its third batch.
HELD = 1_250
LINE = """
INSERT INTO notifications_notification
  (person_id, kind, topic, number, things, hidden, earlier, actors, circle, because, because_of, fold, cause, made_at,
   at)
VALUES (%s, 'watched', %s, 1, '{}', '{}', 0, '{}', 0, '', 0, %s, '', now(), now())
"""


@pytest.fixture
def watchers(transactional_db, topic) -> list[int]:
    people = [User(name=f"Watcher {n}", skeleton=f"watcher {n}", trust=Trust.MEMBER) for n in range(WATCHERS)]
    made = User.objects.bulk_create(people)
    ReadMark.objects.bulk_create(
        ReadMark(person=one, topic=topic, number=1, level=Level.WATCHING, chosen=True) for one in made
    )
    return sorted(one.pk for one in made)


def lines(topic: Topic) -> Counter[int]:
    told = Notification.objects.for_actions().filter(topic=topic.pk, kind="watched").exclude(things=[])
    return Counter(told.values_list("person", flat=True))


def told_twice(topic: Topic) -> list[int]:
    return [person for person, n in lines(topic).items() if n > 1]


def a_minute_later() -> None:
    """What the clock does: the dead worker shows itself no more, and another looks for what it left."""
    with psycopg.connect(address_of_the_database(), autocommit=True) as beside:
        beside.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    app.configure_task("space.take_up_what_was_left").defer(timestamp=1)


def test_a_worker_that_is_killed_in_the_middle_leaves_nobody_out_and_the_next_tells_nobody_twice(
    tmp_path, watchers, topic, kofi
):
    post = write_reply(topic, by=kofi, text="Two thousand people wait for this.")
    held = psycopg.connect(address_of_the_database())
    held.execute(LINE, [watchers[HELD], topic.pk, f"watched {topic.pk}"])
    first = Worker(tmp_path).start()
    wait_until(lambda: len(lines(topic)) >= 1_000 and waits_for(held), seconds=60, why=first.said)
    first.kill()
    end_what_waits_for(held)
    held.rollback()
    held.close()
    before = lines(topic)
    assert 1_000 <= len(before) < len(watchers)
    # They have read it meanwhile: told again, they would get a second line.
    Notification.objects.for_actions().filter(person__in=before).update(read_at=clock.now())

    a_minute_later()
    second = Worker(tmp_path).start()
    cause = f"post {post.pk}"
    wait_until(
        lambda: Telling.objects.filter(cause=cause, done_at__isnull=False).exists(),
        seconds=60,
        why=second.said,
    )
    second.kill()
    assert set(lines(topic)) >= set(watchers)
    assert told_twice(topic) == []
    told = Notification.objects.for_actions().filter(person__in=watchers)
    assert set(told.values_list("things", "earlier").distinct().values_list("things__0", flat=True)) == {
        post.pk
    }
    assert tell_all(cause) == 0


ASKED = """
INSERT INTO notifications_telling (cause, after, began_at, waits, aside) VALUES ('nothing', 0, now(), true, false)
"""
LEFT = """
INSERT INTO procrastinate_jobs (task_name, queue_name, queueing_lock, lock, status, args)
VALUES ('search.reindex', 'default', 'search.reindex', 'at length', 'doing', '{"timestamp": 1}'),
  ('search.reindex', 'default', 'search.reindex', 'at length', 'todo', '{"timestamp": 2}'),
  ('notifications.tell_what_waits', 'telling', NULL, NULL, 'doing', '{}')
"""


def test_what_a_killed_worker_left_is_done_though_a_job_like_it_waits(
    tmp_path, transactional_db, topic, kofi
):
    """Seen to fail: the first that could not go back into the queue kept all others from it, for ever."""
    post = write_reply(topic, by=kofi, text="The worker ends in this moment.")
    with psycopg.connect(address_of_the_database(), autocommit=True) as beside:
        beside.execute("DELETE FROM procrastinate_jobs")
        beside.execute(LEFT)
    app.configure_task("space.take_up_what_was_left").defer(timestamp=1)
    worker = Worker(tmp_path).start()
    told = Telling.objects.filter(cause=f"post {post.pk}", done_at__isnull=False)
    left = ProcrastinateJob.objects.filter(task_name="search.reindex", args__timestamp__in=[1, 2])
    wait_until(lambda: told.exists() and not left.exists(), seconds=60, why=worker.said)
    worker.kill()


def test_who_writes_while_the_job_runs_is_told_by_one_that_comes_after_it(
    transactional_db, topic, kofi, lena
):
    """Seen to fail when the job does not look whether somebody was still writing as it began."""
    tell_what_waits()
    with psycopg.connect(address_of_the_database()) as slow:
        slow.execute(ASKED)
        ProcrastinateJob.objects.filter(task_name=JOB).delete()
        tell_what_waits()
        assert ProcrastinateJob.objects.filter(task_name=JOB, status="todo").count() == 1
    tell_what_waits()
    assert not Telling.objects.filter(waits=True).exists()


def waits_for(held: "psycopg.Connection[tuple[object, ...]]") -> bool:
    """Whether the worker has come to the line that is held."""
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"
    with psycopg.connect(address_of_the_database(), autocommit=True) as beside:
        found = beside.execute(waiting, [held.info.backend_pid]).fetchone()
    return bool(found and found[0])


def end_what_waits_for(held: "psycopg.Connection[tuple[object, ...]]") -> None:
    """What the database was doing for the dead worker ends too, as when the machine is switched off."""
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"
    with psycopg.connect(address_of_the_database(), autocommit=True) as beside:
        beside.execute(ending, [held.info.backend_pid])


def test_sixteen_posts_told_at_once_are_one_line_that_counts_sixteen(transactional_db, topic, lena):
    writers = [make(f"Writer {n}") for n in range(16)]
    at_once(lambda by: write_reply(topic, by=by, text="Me too."), *writers)
    posts = list(Post.objects.for_actions().filter(topic=topic, number__gt=1).values_list("pk", flat=True))
    at_once(lambda pk: tell_all(f"post {pk}"), *posts, *posts)
    (line,) = Notification.objects.for_actions().filter(person=lena)
    assert sorted(line.things) == sorted(posts)
    assert sorted(line.actors) == sorted(one.pk for one in writers)


def test_sixteen_reactions_told_at_once_are_one_line(transactional_db, topic, lena):
    follow_topic(topic, by=lena, level=Level.TRACKING)
    people = [make(f"Reader {n}") for n in range(16)]
    posts = [Post.objects.for_actions().get(topic=topic, number=1)]
    posts += [write_reply(topic, by=make(f"Writer {n}"), text="Look.") for n in range(3)]
    Post.objects.for_actions().filter(topic=topic).update(author=lena)
    at_once(lambda n: react(posts[n % 4], by=people[n], kind=Response.THANKS), *range(16))
    at_once(lambda n: tell_all(f"reaction {posts[n % 4].pk} {people[n].pk}"), *range(16))
    (line,) = Notification.objects.for_actions().filter(person=lena, kind="reaction")
    assert sorted(line.things) == sorted(post.pk for post in posts)
    assert sorted(line.actors) == sorted(one.pk for one in people)
