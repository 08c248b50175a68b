"""What the page of a list shows: its rows, and what stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.lists.box import box_of
from space.discuss.lists.counts import counts
from space.discuss.lists.empty import empty_list
from space.discuss.lists.levels import OF_ROOM, Menu
from space.discuss.lists.lines import Line, lines_of
from space.discuss.lists.pills import pills_html
from space.discuss.lists.pins import pinned_lines
from space.discuss.lists.places import Place, periods_of
from space.discuss.lists.switch import switch_html
from space.discuss.lists.tabs import tabs_html
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Filters, Order, Wanted, position, reads_only
from space.discuss.lists.written import Asked
from space.discuss.models import Category, Period
from space.discuss.numbers import TOP_AT_LEAST, TOPICS_PER_PAGE
from space.discuss.permissions import can_start, takes_topics
from space.discuss.rooms import about_url, side
from space.discuss.rows import rows_html
from space.groups.audience import members_alone
from space.kit import clock
from space.languages.choosing import AT_MOST
from space.web.feeds import twin

# Over which times Top looks one after the other, until there is enough to show.
_LONGER = (Period.WEEK, Period.MONTH, Period.YEAR, Period.ALL)


@dataclass(frozen=True)
class Found:
    """One page of a list: what is pinned on top of it, the rest as it was asked for, and whether there is more."""

    wanted: Wanted
    pinned: list[Line]
    lines: list[Line]
    more: bool
    period: str


def page_of(
    asked: Asked,
    query: Mapping[str, str],
    reader: Reader,
    token: str,
    chosen: frozenset[int] | None = None,
) -> dict[str, Any]:
    """All that the templates of lists need. `token` goes into forms, and is empty for who gets none.

    `chosen` are the topics that somebody had chosen, where what was asked of them comes back.
    """
    place, order, filters = asked.place, asked.order, asked.filters
    after = position(query.get("before", ""), order)
    wanted = asked.wanted(reader)
    period = periods_of(order, query.get("period", ""))
    found = _found(replace(wanted, after=after), reader, period)
    if chosen is None and "choose" in query:
        chosen = frozenset()
    numbers = counts(wanted, reader, of=place.thing)
    here = place.of(order, filters, period=found.period)
    feed = place.feed_of(order, _spoken_out(place, filters, reader), found.period)
    return {
        "place": place,
        "title": Order(order).label if order != Order.LATEST else pgettext("page title", "Conversations"),
        "tabs": tabs_html(place, order, filters, numbers, reader),
        "switch": switch_html(place, found.wanted, filters, found.period, reader, token),
        "pills": pills_html(asked, reader),
        "box": box_of(asked, found.period),
        "periods": _periods(place, filters, found.period) if order == Order.TOP else [],
        "side": side(reader),
        "empty": empty_list(
            place, order, filters, narrows=bool(wanted.filters.languages or reads_only(wanted))
        ),
        "older": _older(place, order, filters, found),
        "newest": "" if after is None else here,
        "list_url": here,
        "feed_title": pgettext("feed", "This list"),
        "feed_url": feed,
        "feed_json": twin(feed),
        "choose_url": place.of(order, filters, period=found.period, choose="yes"),
        "noindex": after is not None or bool(filters),
        "level": _level(place, numbers.level, here, token) if token else "",
        **_starting(place, reader),
        **_rows(wanted, found, reader, chosen=chosen, is_first=after is None),
    }


def _found(wanted: Wanted, reader: Reader, period: str) -> Found:
    """A page of the list. Top looks over a longer time where the week has little to show."""
    limit = TOPICS_PER_PAGE()
    pinned = pinned_lines(wanted, reader)
    wanted = replace(wanted, without=tuple(line.pk for line in pinned))
    for tried in _LONGER if wanted.order == Order.TOP and not period else (period,):
        found = lines_of(replace(wanted, period=tried or Period.WEEK), reader, limit + 1)
        if len(found) >= TOP_AT_LEAST() or wanted.after:
            break
    return Found(wanted, pinned, found[:limit], len(found) > limit, tried)


def _spoken_out(place: Place, filters: Filters, reader: Reader) -> Filters:
    """With one's own languages by name: a feed is read where nobody is signed in."""
    choice = place.spoken(filters, reader)
    return filters.speaking(",".join(choice.codes[:AT_MOST])) if choice.is_mine else filters


def _older(place: Place, order: str, filters: Filters, found: Found) -> str:
    if not found.more:
        return ""
    return place.of(order, filters, period=found.period, before=found.lines[-1].place(order))


def _periods(place: Place, filters: Filters, period: str) -> list[dict[str, Any]]:
    return [
        {"label": one.label, "url": place.of(Order.TOP, filters, period=one), "current": one == period}
        for one in Period
        if one != Period.HOT
    ]


def _starting(place: Place, reader: Reader) -> dict[str, Any]:
    """Whether a topic can be started from here, and where, or why not; who is not signed in may try."""
    start = reverse("discuss:start")
    if not place.category:
        return {"can_start": True, "start_url": start}
    may = (can_start if reader.is_authenticated else takes_topics)(reader, place.category)
    said = urlencode({"category": place.category.slug})
    return {
        "can_start": may,
        "start_url": f"{start}?{said}" if may else "",
        "about_url": about_url(place.category),
        "who_reads": members_alone(place.category.group) if place.category.group else "",
    }


def _level(place: Place, level: int, here: str, token: str) -> str:
    """The menu of a category or tag."""
    if place.thing is None:
        return ""
    name, value = (
        ("category", place.thing.slug) if isinstance(place.thing, Category) else ("tag", place.thing.name)
    )
    return Menu(OF_ROOM, reverse("discuss:follow"), name).html(level, value=value, here=here, token=token)


def _rows(
    wanted: Wanted, found: Found, reader: Reader, *, chosen: frozenset[int] | None, is_first: bool
) -> dict[str, Any]:
    """With boxes to choose by, unless `chosen` is None."""
    taste, now = Taste.of(reader), clock.now()
    choose = chosen is not None and reader.is_member
    boxes: Any = {"choose": choose, "chosen": chosen or frozenset()}
    visit = taste.last_visit(now) if is_first and wanted.order == Order.LATEST else None
    pinned = rows_html(found.pinned, reader, **boxes)
    return {
        "rows": pinned + rows_html(found.lines, reader, **boxes, visit=visit),
        "choose": choose,
        "member": reader.is_member,
        "tells_visit": reader.is_member and not taste.is_here(now),
    }
