"""What other places may show of an event, the calendar and the map (oEmbed): a quotation, and frames."""

from typing import Any

from django.conf import settings
from django.http import Http404

from space.accounts.readers import NOBODY
from space.events.exports.frames import frame_of
from space.events.exports.titles import title_of
from space.events.lists.asked import View
from space.events.lists.wanted import Wanted
from space.events.models import Event
from space.events.shown.dates import dates_of
from space.events.shown.where import where_of
from space.languages import listed, mark
from space.web.oembed import Asked, quoted, tell

# Of a frame, where no other size is asked for.
_WIDTH, _HEIGHT = 800, {"calendar": 640, "list": 600, "map": 600}
_KIND = {"embed_calendar": "calendar", "embed_list": "list", "embed_map": "map", "map": "map"}
_LONGEST = 100


def register() -> None:
    """Called once, from `ready()`."""
    tell(_event, "events:event", "events:short")
    tell(_frame, "events:calendar", *(f"events:{name}" for name in _KIND))


def _event(asked: Asked) -> dict[str, Any]:
    events = Event.objects.visible_to(NOBODY).with_topic().prefetch_related("organisers__person")
    event = events.filter(pk=asked.page.kwargs["pk"]).first()
    if event is None:
        raise Http404
    topic, date = event.topic, dates_of(event, NOBODY, all_of_them=False)[0]
    where = where_of(event, NOBODY, date.occurrence)
    told = {
        "title": topic.title,
        "words": f"{listed(filter(None, (date.when, where.line)))}. {topic.excerpt}".strip(),
        "who": ", ".join(one.person.name for one in event.organisers.all()),
        "url": settings.ORIGIN + event.get_absolute_url(),
        **mark(topic.language)._asdict(),
    }
    return quoted(asked, told)


def _frame(asked: Asked) -> dict[str, Any]:
    query, wanted = asked.query, Wanted.of(asked.query)
    by_view = "list" if query.get("view") == View.LIST else "calendar"
    kind = _KIND.get(asked.page.url_name or "", by_view)
    width = min(asked.width or _WIDTH, _WIDTH)
    height = min(asked.height or _HEIGHT[kind], _HEIGHT[kind])
    more = {name: query.get(name, "")[:_LONGEST] for name in ("year" if kind == "map" else "day", "lang")}
    return {
        "title": title_of(wanted),
        "html": frame_of(kind, wanted, width=width, height=height, **more),
        "width": width,
        "height": height,
    }
