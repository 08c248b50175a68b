"""Who read what in the demo, so that everybody finds something read, something unread and something new."""

from datetime import datetime, timedelta
from zlib import crc32

from django.db.models import Max, Q

from space.accounts.models import User
from space.accounts.readers import reader_of
from space.discuss.actions import follow, mark_read, note_visit
from space.discuss.actions.viewing import add_views
from space.discuss.models import Category, Level, Post, Topic
from space.kit import clock
from space.pages.demo.actions.settling import People
from space.pages.demo.cast import Person
from space.pages.tasks import read_what_was_told

# Of so many topics in their languages people open one, beside those in which they write.
_ONE_IN = 3
_LEVELS = (Level.WATCHING, Level.FIRST_POSTS, Level.TRACKING)
# Who signs in was here within so many hours.
_VISITS = 40


def read(people: list[Person], accounts: People, now: datetime) -> None:
    """Visits, marks and views. Drawn from names, so that it comes out the same each time."""
    views: dict[int, int] = {}
    for person in people:
        account = accounts[person.name]
        last = now - timedelta(hours=2 + _lot(person.name) % _VISITS)
        with clock.at(last):
            _follow_corners(person, account)
            for topic, number in _opened(person, account, last):
                mark_read(topic, account, number, seconds=20 * number)
                views[topic.pk] = views.get(topic.pk, 0) + 1 + _lot(f"{person.name} {topic.title}") % 4
            note_visit(account)
    # After all that was told meanwhile: the worker takes jobs in their order.
    read_what_was_told.defer()
    # Most who read have no account.
    add_views({pk: 5 * times for pk, times in views.items()})


def _opened(person: Person, account: User, last: datetime) -> list[tuple[Topic, int]]:
    """The topics that somebody opened until their last visit, each with its newest post of then."""
    theirs = Topic.objects.visible_to(reader_of(account)).filter(
        Q(language__in=person.languages) | Q(posts__author=account), created_at__lt=last
    )
    newest = Max("posts__number", filter=Q(posts__created_at__lt=last, posts__hidden_at=None))
    topics = Topic.objects.for_actions().filter(pk__in=theirs.values("pk")).annotate(newest=newest)
    wrote = set(Post.objects.for_actions().filter(author=account).values_list("topic", flat=True))
    return [
        (topic, topic.newest or 1)
        for topic in topics.order_by("pk")
        if topic.pk in wrote or _lot(f"{topic.title} {person.name}") % _ONE_IN == 0
    ]


def _follow_corners(person: Person, account: User) -> None:
    """Who speaks the language of a corner as their own wants to hear of it: some of all, some of new topics."""
    corners = Category.objects.visible_to(reader_of(account)).filter(language=person.mother_tongue)
    for corner in corners.exclude(language="en").order_by("pk"):
        follow(corner, by=account, level=_LEVELS[_lot(person.name) % len(_LEVELS)])


def _lot(words: str) -> int:
    return crc32(words.encode())
