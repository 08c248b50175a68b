"""The time line of a topic: a few dated stops from its first post to its last, each a link."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.discuss.thread import Mark
from space.kit import clock
from space.kit.paging import Page
from space.web import fragments
from space.web.times import day, iso

# How many stops stand between the ends, evenly by number; with the ends, the answer and this page it makes eight.
_BETWEEN = 4


def stops(topic: Topic, page: Page, marks: list[Mark], reader: Reader) -> list[dict[str, Any]]:
    """From the first post to the last. Neighbours of one day are one stop, but for those that say more."""
    here = _here(topic, page, marks)
    answer = topic.answer.post.number if topic.is_solved else 0
    wanted = {1, topic.last_number, here, *_evenly(topic, page), *filter(None, [answer])}
    dates = _dates(topic, wanted, marks, reader)
    now, found = clock.now(), list[dict[str, Any]]()
    for number in sorted(dates):
        stop = {
            "number": number,
            "url": address(topic, number, page.size),
            "day": day(dates[number], now),
            "iso": iso(dates[number]),
            "what": _what(topic, number, answer),
            "here": number == here,
            # Only to show where this page is: a script that moves a handle there takes it away.
            "only_here": number == here and number not in {1, answer, topic.last_number},
            "plain": number not in {1, here, answer, topic.last_number},
        }
        same_day = bool(found) and found[-1]["day"] == stop["day"]
        if same_day and stop["plain"]:
            continue
        if same_day and found[-1]["plain"]:
            found.pop()
        found.append(stop)
    return found


def address(topic: Topic, number: int, size: int) -> str:
    """Where a post stands: the page of its number, and on it the post, unless it begins the page."""
    page, before = divmod(number - 1, size)
    query = f"?page={page + 1}" if page else ""
    return f"{topic.get_absolute_url()}{query}{f'#p{number}' if before else ''}"


def _here(topic: Topic, page: Page, marks: list[Mark]) -> int:
    if page.number == 1 or not marks:
        return 1
    return topic.last_number if page.number == page.count else marks[0].number


def _evenly(topic: Topic, page: Page) -> Iterable[int]:
    """Where pages begin, so that a topic keeps its stops while it grows; posts, where there is one page."""
    if page.count > 1:
        step = -(-(page.count - 1) // _BETWEEN) * page.size
    else:
        step = -(-topic.highest_number // (_BETWEEN + 1))
    return range(1 + step, topic.last_number, step)


def _dates(topic: Topic, wanted: set[int], marks: list[Mark], reader: Reader) -> dict[int, datetime]:
    """When these posts were written. A post's date never changes, so each is asked for once a process.

    The last one is the newest, unless something was done to the topic: posts that came from another may be older.
    """
    known = {1: topic.created_at}
    if not topic.deeds_count:
        known[topic.last_number] = topic.last_posted_at
    known |= {mark.number: mark.created_at for mark in marks if mark.number in wanted}

    def build(missing: list[tuple[int, int]]) -> dict[tuple[int, int], str]:
        posts = Post.objects.visible_to(reader).filter(topic=topic, number__in=[n for _, n in missing])
        return {(topic.pk, n): at.isoformat() for n, at in posts.values_list("number", "created_at")}

    others = [(topic.pk, number) for number in sorted(wanted - set(known))]
    made = fragments.kept("date of a post", others, build, language="") if others else {}
    return known | {number: datetime.fromisoformat(at) for (_, number), at in made.items()}


def _what(topic: Topic, number: int, answer: int) -> str:
    if number == answer:
        return pgettext("time line", "post %(number)d · answer") % {"number": number}
    if number == 1:
        return pgettext("time line", "first post")
    if number == topic.last_number:
        return pgettext("time line", "last post")
    return pgettext("time line", "post %(number)d of %(last)d") % {
        "number": number,
        "last": topic.last_number,
    }
