"""Lists of topics. Each is one queryset that starts from what the reader may see."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_datetime

from space.accounts.requests import Request
from space.discuss.models import Tag, Topic
from space.discuss.permissions import can_start
from space.discuss.rooms import categories, room, rooms, side
from space.discuss.rows import Line, lines, lines_of_list, rows_html
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows


@page_for_everybody("lists", "rooms", parameters=("before",))
def latest(request: Request) -> HttpResponse:
    since = _position(request)
    found = lines_of_list(request.reader, since=since, limit=_limit())
    return _list(request, "discuss/latest.html", found, {})


@page_for_everybody("rooms", parameters=("before",))
def category(request: Request, slug: str) -> HttpResponse:
    found = room(request.reader, slug)
    if found is None:
        raise Http404
    below = [c for c in categories(request.reader) if c.parent_id == found.pk]
    wanted = [c.pk for c in (found, *below)]
    shown = lines_of_list(request.reader, categories=wanted, since=_position(request), limit=_limit())
    context = {"category": found, "below": below, "can_start": bool(can_start(request.reader, found))}
    response = _list(request, "discuss/category.html", shown, context)
    shows(response, *(f"category:{c.pk}" for c in (found, *below)))
    return response


@page_for_everybody("lists", "rooms", parameters=("before",))
def tag(request: Request, name: str) -> HttpResponse:
    """A tag under which this reader may see nothing is as good as none."""
    topics = Topic.objects.visible_to(request.reader).filter(tags__name=name.lower())
    if not topics.exists():
        raise Http404
    found = get_object_or_404(Tag, name=name.lower())
    since = _position(request)
    page = topics.before(*since) if since else topics
    return _list(
        request, "discuss/tag.html", lines(page.latest_first(), request.reader, _limit()), {"tag": found}
    )


@page_for_everybody("rooms", "lists")
def all_categories(request: Request) -> HttpResponse:
    return render(request, "discuss/categories.html", {"rooms": rooms(request.reader)})


def _list(request: Request, template: str, found: list[Line], context: dict[str, object]) -> HttpResponse:
    more = found[settings.TOPICS_PER_PAGE :]
    shown = found[: settings.TOPICS_PER_PAGE]
    context |= {
        "side": side(request.reader),
        "rows": rows_html(shown, request.reader),
        "older": f"?before={_mark(shown[-1])}" if more else "",
        "is_first": _position(request) is None,
        "noindex": _position(request) is not None,
    }
    return render(request, template, context)


def _limit() -> int:
    """One row more than a page holds tells whether there is another page."""
    return settings.TOPICS_PER_PAGE + 1


def _mark(line: Line) -> str:
    """Where a page of the list ends: a time and an id, so that new replies move nothing."""
    return f"{line.last_posted_at:%Y-%m-%dT%H:%M:%S.%fZ}_{line.pk}"


def _position(request: Request) -> tuple[datetime, int] | None:
    moment, _, pk = request.GET.get("before", "").partition("_")
    try:
        parsed = parse_datetime(moment)
    except ValueError:
        return None
    if not parsed or parsed.tzinfo != UTC:
        return None
    return (parsed, int(pk)) if pk.isdecimal() and len(pk) < 19 else None
