"""Which stories a list shows. Each begins with what its reader may see, and a page of it costs one query."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When, Window

from space.accounts import statements
from space.accounts.former import called
from space.accounts.models import User
from space.accounts.readers import NOBODY, Reader
from space.blog.lists.wanted import Filters
from space.blog.models import Author, Edition, Story
from space.blog.models.stories import StoryQuerySet
from space.blog.numbers import STORIES_PER_PAGE
from space.blog.shown.lines import Line, columns, line_of
from space.blog.shown.related import STORIES
from space.discuss.tagging.known import meant
from space.kit.paging import Page, pages_of
from space.search.asking import Question, query
from space.web.kept import Kept

# So many answers of search are looked at.
_ANSWERS = 100
# Each page is a query of its own shape; further behind they are not remembered, or they would put out all others.
_FAR = 500
# Not the replies to them.
_WORDS_OF_STORIES = Q(kind__in=("topic", "story"))


@dataclass(frozen=True)
class Found:
    """A page of a list. Where a story leads the first page, that page has one more."""

    lines: list[Line]
    page: Page
    total: int
    lead: Line | None = None
    # The place of the first one that is shown, in the whole list.
    first: int = 1

    @property
    def shown(self) -> list[Line]:
        return [*([self.lead] if self.lead else []), *self.lines]

    @property
    def last(self) -> int:
        return self.first + len(self.shown) - 1


def find(filters: Filters, asked: str | None, reader: Reader) -> Found:
    """The first page of the whole Blog is led by a story: the one featured last, else the newest."""
    leader = 0 if filters else _leader.get()
    extra, size = int(leader > 0), STORIES_PER_PAGE()
    number = Page.asked(asked, size=1, total=10**8).number
    rows, total = _rows(filters, leader, _span(number, size, extra), reader)
    if not rows and number > 1:
        # Behind the end stands the last page that there is.
        _, total = _rows(filters, leader, (0, 1), reader)
        number = pages_of(total - extra, size)
        rows, total = _rows(filters, leader, _span(number, size, extra), reader)
    leads = bool(rows) and rows[0].pk == leader
    return Found(
        rows[1:] if leads else rows,
        Page(number, size, max(total - extra, 0)),
        total,
        rows[0] if leads else None,
        _span(number, size, extra)[0] + 1,
    )


def _span(number: int, size: int, extra: int) -> tuple[int, int]:
    """From where to where a page goes in the whole list."""
    return (number - 1) * size + (extra if number > 1 else 0), number * size + extra


def _rows(filters: Filters, leader: int, span: tuple[int, int], reader: Reader) -> tuple[list[Line], int]:
    """The stories of a page, and how many there are in all; the query of the whole Blog is composed once."""

    def compose(reader: Reader, *leader: int) -> QuerySet[Story, Any]:
        return _page(Story.objects.shown_to(reader).in_lists(), span, *leader)

    values = [leader] if leader else []
    found = (
        list(_page(stories_of(filters, reader), span, *values))
        if filters or span[0] > _FAR
        else statements.rows(("stories", span, len(values)), reader, values, compose)
    )
    return [line_of(row[:-1]) for row in found], found[0][-1] if found else 0


def _page(stories: StoryQuerySet, span: tuple[int, int], *leader: int) -> QuerySet[Story, Any]:
    before = [Case(When(pk=leader[0], then=Value(0)), default=Value(1))] if leader else []
    ordered = stories.order_by(*before, "-published_at", "-pk")
    return ordered.values_list(*columns(), Window(Count("*")))[span[0] : span[1]]


def stories_of(filters: Filters, reader: Reader) -> StoryQuerySet:
    """In no order yet."""
    stories = Story.objects.shown_to(reader).in_lists()
    for name, narrow in _BY.items():
        if value := getattr(filters, name):
            stories = stories.filter(narrow(value))
    if span := filters.span():
        stories = stories.filter(published_at__gte=span[0], published_at__lt=span[1])
    if filters.q:
        stories = stories.filter(topic__in=_saying(filters.q, reader))
    return stories


def _in_language(code: str) -> Q:
    return Q(Exists(Edition.objects.shown_in(OuterRef("pk")).filter(language=code)))


def _tagged(name: str) -> Q:
    return Q(topic__tags__name__in=meant((name,)))


def _by_author(name: str) -> Q:
    named = Author.objects.filter(
        Q(person__in=User.objects.filter(called(name))) | Q(name=name), story=OuterRef("pk")
    )
    return Q(Exists(named))


_BY = {
    "language": _in_language,
    "tag": _tagged,
    "region": lambda code: Q(regions__contains=[code]),
    "author": _by_author,
}


def _saying(text: str, reader: Reader) -> list[int]:
    """Topics of the stories that search finds by these words, in any of their languages."""
    asked = Question(tuple(text.split()), species=("story",), within=_WORDS_OF_STORIES, size=_ANSWERS)
    return [hit.topic for hit in query(asked, reader).hits]


def _lead() -> int:
    """The story that leads, among those that everybody sees; 0 where there is none."""
    seen = Story.objects.shown_to(NOBODY).in_lists()
    featured = F("featured_at").desc(nulls_last=True)
    return seen.order_by(featured, "-published_at", "-pk").values_list("pk", flat=True).first() or 0


_leader: Kept[int] = Kept(STORIES, _lead)
