"""What pages show of the questions to a group."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.utils.translation import pgettext_lazy

from space import languages
from space.accounts.readers import Reader
from space.discuss.asking.known import Asked, asked_group, room_of
from space.discuss.asking.rules import can_take_questions
from space.discuss.lists.lines import lines
from space.discuss.lists.wanted import Order, Position, position
from space.discuss.models import Asking, Topic
from space.discuss.models.topic_queries import WAITING, TopicQuerySet
from space.discuss.numbers import TOPICS_PER_PAGE
from space.discuss.rows import rows_html
from space.groups.models import Group
from space.languages import mark

PARAMETERS = ("show", "before")
# On the page of the group, of each.
_LATEST = 3
_ANSWERED = Q(answer__isnull=False)
_SHOWS = {
    "": pgettext_lazy("questions", "All"),
    "waiting": pgettext_lazy("questions", "Waiting"),
    "answered": pgettext_lazy("questions", "Answered"),
}


@dataclass(frozen=True)
class Wanted:
    """A page of the list. What means nothing is left out, so that every address gives a page."""

    show: str = ""
    after: Position | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wanted":
        show = query.get("show", "")
        return cls(show if show in _SHOWS else "", position(query.get("before", ""), Order.LATEST))


def page_of(asked: Asked, wanted: Wanted, reader: Reader) -> dict[str, Any]:
    """Four queries, however many questions there are."""
    size = TOPICS_PER_PAGE()
    found = questions(asked, reader, wanted.show)
    if wanted.after:
        found = found.before(*wanted.after)  # type: ignore[arg-type]
    shown = lines(found.latest_first(), reader, size + 1)
    more, counted = len(shown) > size, counts(asked, reader)
    return {
        **about(asked),
        "shows": [
            {
                "label": label,
                "n": counted[name or "all"],
                "url": _address(asked, name),
                "is_here": name == wanted.show,
            }
            for name, label in _SHOWS.items()
        ],
        "show": wanted.show,
        "rows": rows_html(shown[:size], reader) if shown else "",
        "older": _address(asked, wanted.show, shown[size - 1].place(Order.LATEST)) if more else "",
        "newest": _address(asked, wanted.show) if wanted.after else "",
        "is_narrowed": bool(wanted.show or wanted.after),
    }


def questions(asked: Asked, reader: Reader, show: str = "") -> TopicQuerySet:
    found = Topic.objects.visible_to(reader).asking(asked.pk)
    if show == "waiting":
        return found.waiting()
    return found.filter(_ANSWERED) if show == "answered" else found


def counts(asked: Asked, reader: Reader) -> dict[str, int]:
    return questions(asked, reader).aggregate(
        all=Count("pk"), waiting=Count("pk", filter=WAITING), answered=Count("pk", filter=_ANSWERED)
    )


def about(asked: Asked) -> dict[str, Any]:
    """What one should know before one asks."""
    room, shown = room_of(asked), mark(asked.language)
    return {
        "asked": asked,
        "about": asked.about,
        "about_lang": shown.lang,
        "about_dir": shown.dir,
        "asked_spoken": [languages.language(code) for code in asked.languages],
        "room": room,
        "ask_url": asked.ask_url if room else "",
    }


def of_group(group: Group, reader: Reader) -> dict[str, Any] | None:
    """On the page of a group: what waits, and what was answered lately."""
    asked = asked_group(group.pk)
    if asked is None:
        return None
    counted = counts(asked, reader)
    if not asked.takes and not counted["all"]:
        return None
    return {
        **about(asked),
        # They stand in the head of this page.
        "asked_spoken": [],
        "counted": counted,
        "waiting": _latest(asked, reader, "waiting") if counted["waiting"] else "",
        "waiting_url": _address(asked, "waiting"),
        "answered": _latest(asked, reader, "answered") if counted["answered"] else "",
        "answered_url": _address(asked, "answered"),
    }


def button(group: Group, reader: Reader) -> dict[str, Any] | None:
    asked = asked_group(group.pk)
    return {"url": asked.ask_url} if asked and room_of(asked) else None


def in_settings(group: Group, reader: Reader) -> dict[str, Any] | None:
    """On the page on which owners change the group."""
    if not can_take_questions(reader, group):
        return None
    asking = Asking.objects.filter(group=group, ended_at=None).first()
    asked = asked_group(group.pk)
    return {"group": group, "asking": asking, "is_open": bool(asking and asked and room_of(asked))}


def tab(group: Group) -> str:
    """The address of its questions, where there ever were any."""
    asked = asked_group(group.pk)
    return asked.url if asked else ""


def _latest(asked: Asked, reader: Reader, show: str) -> str:
    return rows_html(lines(questions(asked, reader, show).latest_first(), reader, _LATEST), reader)


def _address(asked: Asked, show: str, before: str = "") -> str:
    said = {name: value for name, value in (("show", show), ("before", before)) if value}
    return asked.url + (f"?{urlencode(said)}" if said else "")
