"""The page of numbers: what moderators did in each month, and how long it took."""

from datetime import date
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.languages import bcp47, named
from space.review.log.asked import Asked
from space.review.log.page import month_in_words
from space.review.models import Month

_MONTHS = 24


class Row(NamedTuple):
    label: str
    url: str
    flags: int
    decisions: int
    median: str
    appeals: int
    reversals: int
    lang: str = ""


def context_of(month: date | None) -> dict[str, Any]:
    """All months; of one, each language."""
    totals = Month.objects.filter(language=Month.ALL)[:_MONTHS]
    rows = [_row(one, month_in_words(one.month), f"{one.month:%Y-%m}") for one in totals]
    spoken = list(Month.objects.filter(month=month).exclude(language=Month.ALL)) if month else []
    return {
        "rows": rows,
        "month": month_in_words(month) if month else "",
        "languages": [_row(one, *_named(one.language)) for one in spoken],
        "log": Asked(month=month).address(),
    }


def _row(one: Month, label: str, query: str = "", lang: str = "") -> Row:
    url = f"{reverse('review:numbers')}?month={query}" if query else ""
    return Row(
        label, url, one.flags, one.decisions, _took(one.median_minutes), one.appeals, one.reversals, lang
    )


def _named(code: str) -> tuple[str, str, str]:
    if not code:
        return pgettext("moderation numbers", "No language"), "", ""
    return named(code), "", bcp47(code)


def _took(minutes: int | None) -> str:
    if minutes is None:
        return pgettext("moderation numbers", "none")
    if minutes < 120:
        return npgettext("moderation numbers", "%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    if hours < 72:
        return npgettext("moderation numbers", "%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    days = round(hours / 24)
    return npgettext("moderation numbers", "%(n)d day", "%(n)d days", days) % {"n": days}
