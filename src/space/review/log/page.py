"""A page of the log, with its filters."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Min
from django.urls import reverse
from django.utils import formats
from django.utils.translation import pgettext

from space.accounts.readers import NOBODY, Reader
from space.discuss.models import Category
from space.kit import clock
from space.review.log.asked import Asked, By
from space.review.log.rows import rows_of
from space.review.models import Clause, Line, Sort
from space.review.models.lines import LineQuerySet
from space.web.feeds import ATOM

PER_PAGE = 30
_MONTHS = 60
_DAY = timedelta(days=1)


class Choice(NamedTuple):
    value: str
    label: str
    chosen: bool
    lang: str = ""


def with_all(lines: LineQuerySet) -> LineQuerySet:
    """With all that rows show of them."""
    return lines.select_related("entry__by", "entry__reason", "category")


def context_of(asked: Asked, reader: Reader) -> dict[str, Any]:
    found = list(with_all(asked.lines(reader))[: PER_PAGE + 1])
    rows = rows_of(found[:PER_PAGE], reader)
    last = found[PER_PAGE - 1] if len(found) > PER_PAGE else None
    first = asked.but(before=None)
    return {
        "asked": asked,
        "rows": rows,
        "older": asked.but(before=(last.at, last.pk)).address() if last else "",
        "newest": first.address() if asked.before else "",
        "everything": Asked().address(),
        "feed": first.address("review:log_feed", ATOM),
        "table": asked.address("review:log_csv"),
        "numbers": reverse("review:numbers"),
        "filters": _filters(asked, reader),
    }


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
    rooms = Category.objects.visible_to(reader).in_order()
    return [Choice(str(room.pk), room.name, room.pk == asked.category, room.language) for room in rooms]


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
