"""Which stories a list shows. Each begins with what its reader may see."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from space.accounts.readers import Reader
from space.blog.lists.wanted import Filters
from space.blog.models import Author, Edition, Story
from space.blog.models.stories import StoryQuerySet
from space.blog.numbers import STORIES_PER_PAGE
from space.blog.shown.lines import Line, lines
from space.discuss.tagging.known import meant
from space.kit.paging import Page
from space.search.asking import Question, query

# So many answers of search are looked at.
_ANSWERS = 100
# Not the replies to them.
_WORDS_OF_STORIES = Q(kind__in=("topic", "story"))


@dataclass(frozen=True)
class Found:
    """A page of a list, and the story that leads it."""

    lines: list[Line]
    page: Page
    lead: Line | None = None

    # Whether a story leads the first page, and so stands before all others.
    is_led: bool = False

    @property
    def shown(self) -> list[Line]:
        return [*([self.lead] if self.lead else []), *self.lines]

    @property
    def total(self) -> int:
        return self.page.total + self.is_led

    @property
    def first(self) -> int:
        """The place of the first one that is shown, in the whole list."""
        return self.page.first + (self.is_led and not self.lead)

    @property
    def last(self) -> int:
        return self.page.last + self.is_led


def find(filters: Filters, wanted: str | None, reader: Reader) -> Found:
    """The first page of the whole Blog is led by a story: the one featured last, else the newest."""
    stories = stories_of(filters, reader)
    lead = None if filters else _lead(stories)
    if lead:
        stories = stories.exclude(pk=lead.pk)
    page = Page.asked(wanted, size=STORIES_PER_PAGE(), total=stories.count())
    rows = lines(stories.newest_first()[page.first - 1 : page.last])
    return Found(rows, page, lead if page.number == 1 else None, is_led=lead is not None)


def stories_of(filters: Filters, reader: Reader) -> StoryQuerySet:
    """In no order yet."""
    stories = Story.objects.shown_to(reader)
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
    named = Author.objects.filter(Q(person__name=name) | Q(name=name), story=OuterRef("pk"))
    return Q(Exists(named))


_BY = {
    "language": _in_language,
    "tag": _tagged,
    "region": lambda code: Q(regions__contains=[code]),
    "author": _by_author,
}


def _saying(text: str, reader: Reader) -> list[int]:
    """Topics of the stories that search finds by these words, in any of their languages."""
    words = tuple(text.split())
    return [
        hit.topic
        for hit in query(
            Question(words, species=("story",), within=_WORDS_OF_STORIES, size=_ANSWERS), reader
        ).hits
    ]


def _lead(stories: StoryQuerySet) -> Line | None:
    featured = F("featured_at").desc(nulls_last=True)
    return next(iter(lines(stories.order_by(featured, "-published_at", "-pk")[:1])), None)
