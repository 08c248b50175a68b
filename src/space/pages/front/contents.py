"""What blocks of the first page show. Each starts from what the reader may see, and fits their languages."""

from typing import Any

from django.urls import reverse

from space.accounts.readers import Reader
from space.blog.models import Story
from space.blog.models.stories import StoryQuerySet
from space.blog.shown.cards import Layout, cards, cards_html
from space.blog.shown.lines import lines
from space.discuss.lists.lines import Line, lines_of
from space.discuss.lists.wanted import Order, Wanted
from space.discuss.models import Topic
from space.discuss.rooms import rooms
from space.discuss.rows import rows_html
from space.languages import mark
from space.pages.wording import LEAD, NOTE, WELCOME

IN_A_DOOR, LIVELY, STORIES, ROOMS = 3, 6, 5, 8


def welcome(reader: Reader, language: str) -> dict[str, Any]:
    return {"welcome": WELCOME.said(language).source, "lead": LEAD.said(language).source}


def doors(reader: Reader, language: str) -> dict[str, Any]:
    """What is new behind each."""
    told = cards(_latest(reader)[:IN_A_DOOR], reader)
    stories = [
        {
            "title": one["title"],
            "url": one["url"],
            "lang": one["lang"],
            "dir": one["dir"],
            "beside": one["day"],
        }
        for one in told
    ]
    return {"stories": stories, "conversations": _titled(_lively(reader, IN_A_DOOR), reader)}


def calls(reader: Reader, language: str) -> dict[str, Any]:
    return {"small": reader.is_authenticated}


def note(reader: Reader, language: str) -> dict[str, Any] | None:
    said = NOTE.said(language)
    return {"html": said.safe, **mark(said.language)._asdict()} if said.html else None


def stories(reader: Reader, language: str) -> dict[str, Any] | None:
    """One large, four small; in the reader's languages where they exist."""
    found = lines(_latest(reader)[:STORIES])
    if not found:
        return None
    return {
        "first": cards_html(found[:1], reader, Layout.LEAD),
        "more": cards_html(found[1:], reader, Layout.SMALL),
    }


def conversations(reader: Reader, language: str) -> dict[str, Any]:
    return {"rows": rows_html(_lively(reader, LIVELY), reader), "url": reverse("discuss:latest")}


def communities(reader: Reader, language: str) -> dict[str, Any] | None:
    found = [room for room in rooms(reader) if not room.category.is_archive and not room.is_closed]
    return {"rooms": found[:ROOMS]} if found else None


def _latest(reader: Reader) -> StoryQuerySet:
    return Story.objects.shown_to(reader).in_lists().newest_first()


def _lively(reader: Reader, most: int) -> list[Line]:
    """Where people talk with each other these days; what is latest where that is too little."""
    hot = lines_of(Wanted(Order.HOT), reader, most)
    if len(hot) == most:
        return hot
    there = {line.pk for line in hot}
    return [*hot, *(line for line in lines_of(Wanted(), reader, 2 * most) if line.pk not in there)][:most]


def _titled(found: list[Line], reader: Reader) -> list[dict[str, Any]]:
    """Titles that lead somewhere, with how much was said there."""
    topics = Topic.objects.visible_to(reader).in_bulk([line.pk for line in found])
    return [
        {
            "title": topic.title,
            "url": topic.get_absolute_url(),
            "beside": topic.replies_count or "",
            **mark(topic.language)._asdict(),
        }
        for line in found
        if (topic := topics.get(line.pk))
    ]
