"""Who looks at the first page, and what several of its blocks show: asked once for all of them."""

from dataclasses import dataclass
from functools import cached_property

from space.accounts.readers import Reader
from space.blog.models import Story
from space.blog.shown.lines import Line as StoryLine
from space.blog.shown.lines import lines
from space.discuss.lists.lines import Line, lines_of
from space.discuss.lists.wanted import Order, Wanted

STORIES, LIVELY = 5, 6


@dataclass(frozen=True)
class Seen:
    reader: Reader
    # Of the page.
    language: str

    @cached_property
    def stories(self) -> list[StoryLine]:
        """The latest."""
        return lines(Story.objects.shown_to(self.reader).in_lists().newest_first()[:STORIES])

    @cached_property
    def conversations(self) -> list[Line]:
        """Where people talk with each other these days; what is latest where that is too little."""
        hot = lines_of(Wanted(Order.HOT), self.reader, LIVELY)
        if len(hot) == LIVELY:
            return hot
        there = {line.pk for line in hot}
        latest = lines_of(Wanted(), self.reader, 2 * LIVELY)
        return [*hot, *(line for line in latest if line.pk not in there)][:LIVELY]
