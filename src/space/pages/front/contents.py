"""What blocks of the first page show. Each starts from what the reader may see, and fits their languages."""

from typing import Any

from django.urls import reverse

from space.accounts.readers import Reader
from space.blog.shown.cards import Layout, cards, cards_html
from space.discuss.lists.lines import Line
from space.discuss.models import Topic
from space.discuss.rooms import rooms
from space.discuss.rows import rows_html
from space.events.lists.soon import soon as coming
from space.events.shown.rows import rows_of
from space.languages import mark
from space.pages.front.seen import Seen
from space.pages.wording import LEAD, NOTE, WELCOME

IN_A_DOOR, ROOMS, SOON = 3, 8, 5


def welcome(seen: Seen) -> dict[str, Any]:
    return {"welcome": WELCOME.said(seen.language).source, "lead": LEAD.said(seen.language).source}


def doors(seen: Seen) -> dict[str, Any]:
    """What is new behind each."""
    told = cards(seen.stories[:IN_A_DOOR], seen.reader)
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
    return {"stories": stories, "conversations": _titled(seen.conversations[:IN_A_DOOR], seen.reader)}


def calls(seen: Seen) -> dict[str, Any]:
    return {"small": seen.reader.is_authenticated}


def note(seen: Seen) -> dict[str, Any] | None:
    said = NOTE.said(seen.language)
    return {"html": said.safe, **mark(said.language)._asdict()} if said.html else None


def soon(seen: Seen) -> dict[str, Any] | None:
    """The next dates, one of each event."""
    found = coming(seen.reader, SOON)
    return {"rows": rows_of(found, seen.reader)} if found else None


def stories(seen: Seen) -> dict[str, Any] | None:
    """One large, four small; in the reader's languages where they exist."""
    if not seen.stories:
        return None
    return {
        "first": cards_html(seen.stories[:1], seen.reader, Layout.LEAD),
        "more": cards_html(seen.stories[1:], seen.reader, Layout.SMALL),
    }


def conversations(seen: Seen) -> dict[str, Any]:
    return {"rows": rows_html(seen.conversations, seen.reader), "url": reverse("discuss:latest")}


def communities(seen: Seen) -> dict[str, Any] | None:
    found = [room for room in rooms(seen.reader) if not room.category.is_archive and not room.is_closed]
    return {"rooms": found[:ROOMS]} if found else None


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
