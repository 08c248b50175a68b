"""A page of the log, with its filters."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Min
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space.accounts.readers import NOBODY, Reader
from space.discuss.rooms import categories, moment_of_rooms
from space.kit import clock
from space.review.log.asked import Asked, By
from space.review.log.lines import lines_of
from space.review.log.rows import rows_html, rows_of
from space.review.models import Clause, Line, Sort
from space.web import fragments
from space.web.feeds import ATOM

PER_PAGE = 30
_MONTHS = 60
_DAY = timedelta(days=1)


class Choice(NamedTuple):
    value: str
    label: str
    chosen: bool
    lang: str = ""


def context_of(asked: Asked, reader: Reader) -> dict[str, Any]:
    found = lines_of(asked, reader, PER_PAGE + 1)
    rows = rows_of(found[:PER_PAGE], reader)
    last = found[PER_PAGE - 1] if len(found) > PER_PAGE else None
    first = asked.but(before=None)
    return {
        "asked": asked,
        "lines": rows_html(rows),
        "older": asked.but(before=(last.at, last.pk)).address() if last else "",
        "newest": first.address() if asked.before else "",
        "everything": Asked().address(),
        "feed": first.address("review:log_feed", ATOM),
        "table": asked.address("review:log_csv"),
        "numbers": reverse("review:numbers"),
        "finder": _finder(first, reader),
    }


def _finder(asked: Asked, reader: Reader) -> SafeString:
    """The form with its filters, kept for all who see the same categories; there is another one each month."""
    moment, known = moment_of_rooms(reader), {room.pk for room in categories(reader)}
    # Of numbers that mean nothing there is no end.
    asked = asked if asked.category in known else asked.but(category=0)
    key = (asked, reader.is_member, reader.groups, moment, clock.now().date().replace(day=1))

    def build(_: object = None) -> dict[Any, str]:
        context = {"filters": _filters(asked, reader), "everything": Asked().address()}
        return {key: render_to_string("review/log/_finder.html", context)}

    made = (
        build()
        if moment is None
        else fragments.kept("log-finder", [key], build, language=get_language() or "")
    )
    return mark_safe(made[key])


def _filters(asked: Asked, reader: Reader) -> list[dict[str, Any]]:
    sorts = [Choice(one.value, str(one.label), one == asked.sort) for one in Sort]
    whose = [Choice(one.value, str(one.label), one == asked.by) for one in By]
    clauses = [Choice(one.value, str(one.label), one == asked.clause) for one in Clause]
    return [
        _filter("kind", pgettext("log", "What"), pgettext("log", "Everything"), sorts),
        _filter("by", pgettext("log", "By whom"), pgettext("log", "People and the machine"), whose),
        _filter("clause", pgettext("log", "Guideline"), pgettext("log", "Any"), clauses),
        _filter("category", pgettext("log", "Category"), pgettext("log", "All"), _categories(asked, reader)),
        _filter("month", pgettext("log", "Month"), pgettext("log", "All"), _months(asked)),
    ]


def _filter(name: str, label: str, everything: str, choices: list[Choice]) -> dict[str, Any]:
    return {"name": name, "label": label, "everything": everything, "choices": choices}


def _categories(asked: Asked, reader: Reader) -> list[Choice]:
    return [
        Choice(str(room.pk), room.name, room.pk == asked.category, room.language)
        for room in categories(reader)
    ]


def _months(asked: Asked) -> list[Choice]:
    """Those since the log began, newest first, and the one that is asked for."""
    begun = Line.objects.visible_to(NOBODY).aggregate(at=Min("at"))["at"] or clock.now()
    month, found = clock.now().date().replace(day=1), list[date]()
    while month >= begun.date().replace(day=1) and len(found) < _MONTHS:
        found.append(month)
        month = (month.replace(day=1) - _DAY).replace(day=1)
    return [Choice(f"{one:%Y-%m}", month_in_words(one), one == asked.month) for one in found]


def month_in_words(month: date) -> str:
    return formats.date_format(month, "YEAR_MONTH_FORMAT")
