"""The numbers of a month, counted anew while it runs and once after it is over."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.db.models import Aggregate, Count, DurationField, F, Q, QuerySet

from space.kit import clock
from space.review.log.asked import begin, next_month
from space.review.models import Appeal, Decision, Flag, Month

_COUNTED = ("flags", "decisions", "median_minutes", "appeals", "reversals")


class Median(Aggregate):
    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def count_months() -> int:
    """This month and the one before. Says how many rows there are of them."""
    this = clock.now().date().replace(day=1)
    before = (this - timedelta(days=1)).replace(day=1)
    return count_month(before) + count_month(this)


def count_month(month: date) -> int:
    rows = _by_language(month) | {Month.ALL: _all(month)}
    kept = [Month(month=month, language=language, **numbers) for language, numbers in rows.items()]
    Month.objects.bulk_create(
        kept, update_conflicts=True, unique_fields=["month", "language"], update_fields=_COUNTED
    )
    return len(kept)


def _sources(month: date) -> list[tuple[QuerySet[Any], str, dict[str, Any]]]:
    """Each with the way to the language of its case, and what is counted."""
    within = (begin(month), begin(next_month(month)))
    # What is imposed without a case is decided in the same moment: nobody waited for it.
    median = Median(F("at") - F("case__opened_at"), filter=Q(at__gt=F("case__opened_at")))
    return [
        (_in(Flag.objects.filter(rule=""), "at", within), "case__language", {"flags": Count("pk")}),
        (
            _in(Decision.objects.by_people(), "at", within),
            "case__language",
            {"decisions": Count("pk"), "median_minutes": median},
        ),
        (
            _in(Appeal.objects.for_actions().order_by(), "at", within),
            "decision__case__language",
            {"appeals": Count("pk")},
        ),
        (
            _in(Decision.objects.order_by(), "reversed_at", within),
            "case__language",
            {"reversals": Count("pk")},
        ),
    ]


def _in(rows: QuerySet[Any], name: str, within: tuple[Any, Any]) -> QuerySet[Any]:
    return rows.filter(**{f"{name}__gte": within[0], f"{name}__lt": within[1]}).order_by()


def _by_language(month: date) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for rows, path, counts in _sources(month):
        for row in rows.values(path).annotate(**counts):
            found[row.pop(path)] |= _minutes(row)
    return {language: _full(numbers) for language, numbers in found.items()}


def _all(month: date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rows, _, counts in _sources(month):
        found |= _minutes(rows.aggregate(**counts))
    return _full(found)


def _full(numbers: dict[str, Any]) -> dict[str, Any]:
    """Where nothing was flagged, decided or appealed, a row says so."""
    return {"flags": 0, "decisions": 0, "median_minutes": None, "appeals": 0, "reversals": 0} | numbers


def _minutes(row: dict[str, Any]) -> dict[str, Any]:
    took = row.get("median_minutes")
    return row | {"median_minutes": round(took.total_seconds() / 60)} if took is not None else row
