"""Drives a running site and prints what each page cost, as a Markdown table."""

import argparse
import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from bench import machine, peers
from bench.client import Outcome, drive
from bench.filling import TRACKS_FEW, TRACKS_MANY
from bench.moderating import MODERATOR
from bench.pages import Next, Pages
from bench.site import Site, served
from space.command.asking import cores
from space.discuss.models import Post, Topic

COLUMNS = (
    "page", "who", "clients", "requests/s", "p50 ms", "p95 ms", "CPU ms: all", "web", "database",
    "best peer", "times less", "wanted", "bytes",
)  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |"


@dataclass(frozen=True)
class Measurement:
    name: str
    who: str
    requests: Callable[[Pages], Next]
    settings: tuple[tuple[str, str], ...] = ()
    most_clients: int = 1000
    # What makes no jobs is measured without who does them: others of theirs would count.
    worker: bool = True


@dataclass(frozen=True)
class Found:
    outcome: Outcome
    cost: dict[str, float]

    @property
    def total(self) -> float:
        return sum(self.cost.values())


def _fixed(who: str, method: Callable[[Pages, str], Next]) -> list[Measurement]:
    names = ("list", "category", "topic of 20 posts", "page 25 of 500 posts")
    return [Measurement(name, who, lambda pages, name=name: method(pages, name)) for name in names]


def _tracking(who: str, person: int) -> list[Measurement]:
    return [
        Measurement(name, who, lambda pages, name=name: pages.by_tracker(name, person))
        for name in ("list", "new", "unread")
    ]


_LONG = [
    Measurement(
        f"page {page} of 10,000 posts",
        "50 people",
        lambda pages, page=page: pages.by_people(f"page {page} of 10,000 posts"),
    )
    for page in (1, 250, 500)
]

_NOTHING_KEPT = (("SPACE_PAGE_CACHE_SECONDS", "0"),)
# Who is not signed in counts by address, and that a proxy tells.
_MANY_SEARCHES = (
    ("SPACE_PROXIES", "1"),
    ("SPACE_SEARCHES_A_MINUTE", "1000"),
    ("SPACE_SEARCHES_A_MINUTE_UNKNOWN", "1000"),
)
_SEARCHES = [
    Measurement(
        f"search, a {name} word",
        who,
        lambda pages, name=name, who=who: pages.searches(name, cookie=who != "nobody"),
        _MANY_SEARCHES,
        worker=False,
    )
    for name in ("rare", "very common")
    for who in ("nobody", "50 people")
]

_STORIES = [
    *(
        Measurement(name, who, lambda pages, name=name, by=by: by(pages, name))
        for who, by in (("nobody", Pages.by_nobody), ("50 people", Pages.by_people))
        for name in ("blog", "story")
    ),
    # What cards and texts say is kept as pieces; the page around them is made for each request.
    *(
        Measurement(
            f"{name}, made anew", "nobody", lambda pages, name=name: pages.by_nobody(name), _NOTHING_KEPT
        )
        for name in ("blog", "story")
    ),
    Measurement("stories by Zipf, nothing kept", "nobody", Pages.popular_stories, _NOTHING_KEPT),
]

_CALENDAR = ("calendar, month", "calendar, list")
_EVENTS = [
    *(
        Measurement(name, who, lambda pages, name=name, by=by: by(pages, name))
        for who, by in (("nobody", Pages.by_nobody), ("50 people", Pages.by_people))
        for name in _CALENDAR
    ),
    *(
        Measurement(
            f"{name}, made anew", "nobody", lambda pages, name=name: pages.by_nobody(name), _NOTHING_KEPT
        )
        for name in (*_CALENDAR, "calendar.ics")
    ),
]

_MODERATION = [
    *(
        Measurement(name, "a moderator", lambda pages, name=name: pages.by_tracker(name, MODERATOR))
        for name in ("queue", "queue, one language", "queue, spam", "queue, done", "log")
    ),
    *(
        Measurement(name, "nobody", lambda pages, name=name: pages.by_nobody(name), _NOTHING_KEPT)
        for name in ("log", "log, one kind", "log, one clause")
    ),
]

MEASUREMENTS = [
    *_fixed("nobody", Pages.by_nobody),
    *_fixed("50 people", Pages.by_people),
    *_tracking("tracks 5 topics", TRACKS_FEW),
    *_tracking("tracks 5,000 topics", TRACKS_MANY),
    *_LONG,
    Measurement("topics and lists by Zipf", "50 people", lambda pages: pages.popular(cookie=True)),
    Measurement("reading noticed", "50 people", Pages.beacons),
    Measurement("reply", "people", Pages.replies, most_clients=8),
    *_SEARCHES,
    Measurement(
        "topics and lists by Zipf, nothing kept",
        "nobody",
        Pages.popular,
        _NOTHING_KEPT,
    ),
    *_STORIES,
    *_EVENTS,
    *_MODERATION,
]


def run(options: argparse.Namespace) -> None:
    pages = Pages()
    chosen = [one for one in MEASUREMENTS if _is_asked(one, options.names)]
    print(_about())
    print(HEAD)
    print("|" + "---|" * len(COLUMNS))
    for settings, worker in dict.fromkeys((one.settings, one.worker) for one in chosen):
        with served(options.port, options.workers, worker=worker, **dict(settings)) as site:
            for one in (one for one in chosen if (one.settings, one.worker) == (settings, worker)):
                for clients in options.clients:
                    _line(site, pages, one, min(clients, one.most_clients), options.seconds)
            if not settings:
                if not options.names or "zipf" in options.names:
                    _busy(site, pages, options.seconds * 10)
                print(_memory(site))


def _is_asked(one: Measurement, names: Iterable[str]) -> bool:
    return not names or any(name in f"{one.name}, {one.who}" for name in names)


def _line(site: Site, pages: Pages, one: Measurement, clients: int, seconds: float) -> None:
    requests = one.requests(pages)
    drive(site.port, requests, clients=4, seconds=min(2.0, seconds))
    found = measured(site, lambda: drive(site.port, requests, clients=clients, seconds=seconds))
    ways, cost = found.outcome.milliseconds, found.cost
    line = peers.LINES.get((one.name, one.who))
    compared = f"{line.best:g} | {line.best / found.total:.1f} | {line.wanted:g}" if line else " | | "
    print(
        f"| {one.name} | {one.who} | {clients} | {found.outcome.requests / found.outcome.seconds:,.0f} | "
        f"{median(ways):.1f} | {machine.percentile(ways, 0.95):.1f} | **{found.total:.2f}** | {cost['web']:.2f} | "
        f"{cost['database']:.2f} | {compared} | {found.outcome.bytes // found.outcome.requests:,} |",
        flush=True,
    )
    _complain(found.outcome)


def measured(site: Site, doing: Callable[[], Outcome]) -> Found:
    before = machine.processor_seconds(site.families)
    outcome = doing()
    after = machine.processor_seconds(site.families)
    each = 1000 / max(1, outcome.requests)
    return Found(outcome, {name: (after[name] - before[name]) * each for name in after})


def _busy(site: Site, pages: Pages, seconds: float) -> None:
    """Nobody reads 100 pages a second by Zipf's law, while somebody replies every second."""
    replies = Outcome()

    def reply() -> None:
        came = drive(site.port, pages.popular_replies(), clients=1, seconds=seconds, pace=1)
        replies.milliseconds += came.milliseconds
        replies.failures += came.failures

    def both() -> Outcome:
        writer = threading.Thread(target=reply)
        writer.start()
        came = drive(site.port, pages.popular(), clients=4, seconds=seconds, pace=25)
        writer.join()
        return came

    found = measured(site, both)
    outcome = found.outcome
    kept = 100 * outcome.kept / outcome.requests
    print(
        f"\nNobody, topics and lists by Zipf, with {len(replies.milliseconds)} replies in {outcome.seconds:.0f} s: "
    )
    print(f"{outcome.requests / outcome.seconds:.0f} pages a second, {kept:.0f} % of them kept,")
    print(
        f"p50 {median(outcome.milliseconds):.1f} ms, p95 {machine.percentile(outcome.milliseconds, 0.95):.1f} ms,"
    )
    print(
        f"{found.total * outcome.requests / 1000:.1f} s CPU for all {outcome.requests - outcome.kept} misses,"
    )
    print(f"{found.total:.2f} ms a page, replies included.\n", flush=True)
    _complain(outcome)
    _complain(replies)


def _complain(outcome: Outcome) -> None:
    if outcome.failures:
        print(f"  {len(outcome.failures)} FAILED, the first: {outcome.failures[0]}", flush=True)


def _memory(site: Site) -> str:
    each = machine.megabytes(site.families)
    told = ", ".join(f"{name} {size:.0f}" for name, size in each.items())
    return f"\nMemory after that (PSS): **{sum(each.values()):.0f} MB**: {told}.\n"


def _about() -> str:
    moment = datetime.now(UTC)
    topics, posts = (f"{kind._base_manager.count():,}" for kind in (Topic, Post))
    machine_now = f"{cores()} cores, load {os.getloadavg()[0]:.1f}, pace {machine.pace():.0f} ms"
    return f"\n{topics} topics, {posts} posts; {machine_now}; {moment:%Y-%m-%d %H:%M} UTC.\n"
