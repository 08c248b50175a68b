"""How long it takes until everybody who watches a topic is told of a post, and what pages cost meanwhile."""

import argparse
import sys
import threading
from itertools import cycle
from statistics import median
from time import perf_counter, sleep
from uuid import uuid4

from django.db import connection

from bench import machine
from bench.client import Outcome, Request, drive
from bench.pages import Next
from bench.people import cookies
from bench.site import Site, served
from space.accounts.models import Trust, User
from space.discuss.actions import start_topic, write_reply
from space.discuss.models import Category, Level, ReadMark, Topic
from space.notifications.models import Telling

# So many people look at pages: each client asks ten times a second.
READERS, CLIENTS, PACE = 50, 2, 10
# Nobody waits longer than this.
PATIENCE = 120

_TOLD = """
SELECT count(*), count(DISTINCT person_id) FROM notifications_notification
WHERE topic = %s AND things @> ARRAY[%s]::bigint[] AND person_id = ANY(%s)
"""


def measure(options: argparse.Namespace) -> None:
    people = _people(options.people)
    topic = _topic(people)
    with served(options.port, options.workers) as site:
        requests = _requests(topic, people)
        drive(site.port, requests, clients=CLIENTS, seconds=2, pace=PACE)
        print(f"{len(people):,} people watch a topic; {CLIENTS * PACE} pages a second are asked for.\n")
        print(
            "| what | told in s, at most | people a second | p50 ms | p95 ms | worker CPU s | database CPU s |"
        )
        print("|---|---|---|---|---|---|---|")
        _line("nothing told", "", drive(site.port, requests, clients=CLIENTS, seconds=8, pace=PACE), "| |")
        _tell(site, topic, people, requests, "the first post: a line for each", 1)
        _tell(site, topic, people, requests, "ten more: into the same lines", 10)


def _people(wanted: int) -> list[int]:
    """The watchers, made if need be; they stay in the scratch database."""
    found = User.objects.filter(name__startswith="watcher")
    names = set(found.values_list("name", flat=True))
    missing = [name for n in range(wanted) if (name := f"watcher{n:05}@local") not in names]
    User.objects.bulk_create(
        (User(name=name, skeleton=name, password="!", trust=Trust.MEMBER, language="en") for name in missing),
        batch_size=5_000,
    )
    return list(found.order_by("pk").values_list("pk", flat=True)[:wanted])


def _topic(people: list[int]) -> Topic:
    """A new one, begun by somebody else."""
    category, _ = Category.objects.get_or_create(slug="watched", defaults={"name": "Watched"})
    author, _ = User.objects.get_or_create(
        name="begins@local", defaults={"skeleton": "begins@local", "trust": 4}
    )
    title = f"A topic that many watch, {uuid4().hex[:6]}"
    topic = start_topic(category, by=author, title=title, text="Who wants to hear of this?", language="en")
    ReadMark.objects.bulk_create(
        (ReadMark(person_id=pk, topic=topic, number=1, level=Level.WATCHING, chosen=True) for pk in people),
        batch_size=5_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE discuss_readmark, accounts_user, notifications_notification")
    return topic


def _requests(topic: Topic, people: list[int]) -> Next:
    """People in turn: a list, the topic itself, their own lines."""
    paths = ("/discuss/", topic.get_absolute_url(), "/notifications/")
    turn = cycle([Request(path, one) for one in cookies(people[0], people[READERS - 1]) for path in paths])
    return lambda: next(turn)


def _tell(site: Site, topic: Topic, people: list[int], requests: Next, what: str, posts: int) -> None:
    """So many posts one after the other, each when the one before has been told, while people look at pages."""
    pages: list[Outcome] = []
    seconds = 2.0 * posts
    looking = threading.Thread(
        target=lambda: pages.append(drive(site.port, requests, clients=CLIENTS, seconds=seconds, pace=PACE))
    )
    looking.start()
    before = machine.processor_seconds(site.families)
    times = [_until_all_are_told(topic, people) for _ in range(posts)]
    after = machine.processor_seconds(site.families)
    looking.join()
    cost = " | ".join(f"{(after[name] - before[name]) / posts:.1f}" for name in ("worker", "database"))
    told = f"{max(times):.1f} | {len(people) * posts / sum(times):,.0f}"
    _line(what, told, pages[0], cost)


def _until_all_are_told(topic: Topic, people: list[int]) -> float:
    name = f"writes{uuid4().hex[:8]}@local"
    author = User.objects.create(name=name, skeleton=name, trust=Trust.LEADER)
    began = perf_counter()
    post = write_reply(topic, by=author, text="Everybody who watches hears of this.")
    while not Telling.objects.filter(cause=f"post {post.pk}", done_at__isnull=False).exists():
        if perf_counter() - began > PATIENCE:
            sys.exit("Not everybody was told in time.")
        sleep(0.02)
    seconds = perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, [topic.pk, post.pk, people])
        if (found := cursor.fetchone()) != (len(people), len(people)):
            sys.exit(f"{found[0]} lines for {found[1]} people, and {len(people)} watch.")
    return seconds


def _line(what: str, told: str, pages: Outcome, cost: str) -> None:
    ways = pages.milliseconds
    speed = f"{median(ways):.1f} | {machine.percentile(ways, 0.95):.1f}"
    print(f"| {what} | {told or ' | '} | {speed} | {cost.strip('| ') or ' | '} |", flush=True)
    if pages.failures:
        print(f"  {len(pages.failures)} FAILED, the first: {pages.failures[0]}")
