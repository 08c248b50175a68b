"""Which pages are asked for: the same ones for the same data."""

import random
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import accumulate, cycle
from urllib.parse import urlencode
from uuid import uuid4

from bench.classes import Classes
from bench.client import Request
from bench.people import TOKEN, cookies
from space.accounts.readers import NOBODY
from space.blog.models import Edition
from space.blog.models.editions import EditionQuerySet
from space.discuss.models import Topic
from space.discuss.numbers import TOPICS_PER_PAGE
from space.search.models import Entry

Next = Callable[[], Request]
READERS = (1, 50)
# One waits a little between two posts, so enough people have to write. The limits stay on.
WRITERS = (51, 1050)
# Different words of a class, where there are so many.
SEARCHED = 2000


def _stories() -> EditionQuerySet:
    return Edition.objects.shown_to(NOBODY).filter(is_original=True).select_related("story").order_by("pk")


def _a_story() -> dict[str, str]:
    """Of the middle, in English, with replies; nothing where no stories were loaded."""
    found = list(_stories().filter(language="en", story__topic__posts_count__range=(6, 9)))
    return {"story": found[len(found) // 2].get_absolute_url()} if found else {}


class Pages:
    """The addresses of one data set, and endless rounds of requests for them."""

    def __init__(self) -> None:
        self.public = Topic.objects.visible_to(NOBODY)
        wanted = self.public.filter(posts_count__range=(22, 40), language="en").order_by("pk")
        typical = wanted[wanted.count() // 3]
        long = self.public.order_by("-posts_count", "pk")[0]
        big = self.public.order_by("-posts_count", "pk")[1]
        self.one = {
            "list": "/discuss/",
            "category": "/discuss/c/category-1/",
            "topic of 20 posts": typical.get_absolute_url(),
            "page 25 of 500 posts": f"{big.get_absolute_url()}?page=25",
            "new": "/discuss/new",
            "unread": "/discuss/unread",
            "page 1 of 10,000 posts": long.get_absolute_url(),
            "page 250 of 10,000 posts": f"{long.get_absolute_url()}?page=250",
            "page 500 of 10,000 posts": f"{long.get_absolute_url()}?page=500",
            "blog": "/blog/",
            "calendar, month": "/calendar/?view=month",
            "calendar, list": "/calendar/?view=list",
            "calendar.ics": "/calendar.ics",
            "queue": "/moderation/",
            "queue, one language": "/moderation/?language=fr",
            "queue, spam": "/moderation/?why=spam",
            "queue, done": "/moderation/?tab=done",
            "log": "/moderation/log/",
            "log, one kind": "/moderation/log/?kind=cases",
            "log, one clause": "/moderation/log/?clause=topic",
            **_a_story(),
        }
        self.typical = typical
        self.chance = random.Random(2019)

    @cached_property
    def readers(self) -> list[str]:
        return cookies(*READERS)

    @cached_property
    def writers(self) -> "cycle[str]":
        return cycle(cookies(*WRITERS))

    def by_nobody(self, name: str) -> Next:
        request = Request(self.one[name])
        return lambda: request

    def by_people(self, name: str) -> Next:
        """Fifty people in turn ask for the same page."""
        turn = cycle([Request(self.one[name], cookie) for cookie in self.readers])
        return lambda: next(turn)

    def by_tracker(self, name: str, person: int) -> Next:
        """One person who tracks many topics, or few."""
        request = Request(self.one[name], cookies(person, person)[0])
        return lambda: request

    def popular(self, cookie: bool = False) -> Next:
        """5,000 topics and 200 lists by Zipf's law: the second is asked for half as often as the first."""
        paths = self._popular_paths
        weights = list(accumulate(1 / rank for rank in range(1, len(paths) + 1)))
        turn = cycle(self.readers)

        def one() -> Request:
            path = self.chance.choices(paths, cum_weights=weights)[0]
            return Request(path, next(turn) if cookie else "")

        return one

    def popular_stories(self) -> Next:
        """The 300 stories by Zipf's law."""
        paths = [edition.get_absolute_url() for edition in _stories()]
        self.chance.shuffle(paths)
        weights = list(accumulate(1 / rank for rank in range(1, len(paths) + 1)))
        return lambda: Request(self.chance.choices(paths, cum_weights=weights)[0])

    @cached_property
    def _popular_paths(self) -> list[str]:
        columns = self.public.values_list("slug", "pk").order_by("pk")
        topics = [f"/discuss/t/{slug}/{pk}/" for slug, pk in columns]
        paths = self.chance.sample(topics, min(5000, len(topics))) + list(self._lists())[:200]
        self.chance.shuffle(paths)
        return paths

    def _lists(self) -> Iterator[str]:
        yield from (f"/discuss/c/category-{number}/" for number in range(1, 20))
        yield "/discuss/"
        size = TOPICS_PER_PAGE()
        ends = self.public.latest_first().values_list("last_posted_at", "pk")[: 200 * size : size]
        for moment, pk in ends:
            yield f"/discuss/?before={moment:%Y-%m-%dT%H:%M:%S.%fZ}_{pk}"

    def replies(self) -> Next:
        """Each by the next of a thousand people, to one topic, as a form without JavaScript sends it."""
        path = f"{self.typical.get_absolute_url()}reply"
        return lambda: self._reply(path)

    def popular_replies(self) -> Next:
        popular = self.popular()

        def one() -> Request:
            while not (path := popular().path).startswith("/discuss/t/"):
                pass
            return self._reply(f"{path}reply")

        return one

    def _reply(self, path: str) -> Request:
        text = (
            "A reply to measure the time of writing. It has a **bold** word, a [link](https://meta.wikimedia.org/) "
            f"and some length to be like the others: {self.chance.random()}."
        )
        form = {"text": text, "csrfmiddlewaretoken": TOKEN, "key": str(uuid4())}
        return Request(path, next(self.writers), form, frozenset({302}))

    def searches(self, name: str, *, cookie: bool) -> Next:
        """The page of what was found for the words of a class, each once in a round, from fifty homes."""
        said = Classes(Entry.objects.filter(circle=0).count(), SEARCHED).questions(name)
        paths = cycle([f"/search/?{urlencode({'q': question.text})}" for question in said])
        turn = cycle([(f"192.0.2.{home}", self.readers[home] if cookie else "") for home in range(50)])

        def one() -> Request:
            home, who = next(turn)
            return Request(next(paths), who, address=home)

        return one

    def beacons(self) -> Next:
        """What a browser with JavaScript says once the posts of a page were in view."""
        path = f"/discuss/t/{self.typical.pk}/seen"
        form = {"number": "20", "csrfmiddlewaretoken": TOKEN}
        turn = cycle([Request(path, cookie, form, frozenset({200, 204})) for cookie in self.readers])
        return lambda: next(turn)
