"""Which occurrences lie on which days, as their reader sees days. Pages never work out a rule."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from django.db.models import Case, Count, DateField, DateTimeField, ExpressionWrapper, F, Q, When
from django.db.models.expressions import BaseExpression, Combinable
from django.db.models.functions import ExtractMonth, TruncDate
from django.utils.timezone import get_current_timezone

from space.accounts.readers import Reader
from space.events.lists.asked import SWITCH
from space.events.lists.wanted import Wanted
from space.events.models.occurrences import OccurrenceQuerySet

_DAY = timedelta(days=1)
_PLACED: tuple[str, ...] = ("pk", "shown_first", "shown_last", "is_all_day")


class Placed(NamedTuple):
    """An occurrence on its days, of which the last belongs to it."""

    pk: int
    first: date
    last: date
    is_all_day: bool

    @property
    def is_long(self) -> bool:
        return self.last > self.first


def zone_of(reader: Reader) -> tzinfo | None:
    """The zone in which they see times; None for who has told none: they see each event by the clock of its place."""
    return get_current_timezone() if reader.time_zone else None


def placed(wanted: Wanted, reader: Reader, first: date, last: date) -> list[Placed]:
    """All that takes place on these days, in the order of time; light, for there may be thousands."""
    rows = on_days(wanted, reader, first, last).soonest_first()
    return [Placed(*row) for row in rows.values_list(*_PLACED)]


def by_month(wanted: Wanted, reader: Reader, year: int) -> dict[int, int]:
    """How many begin in each month of a year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = on_days(wanted, reader, first, last).filter(shown(first__gte=first))
    counted = rows.annotate(month=ExtractMonth("shown_first")).values_list("month").annotate(n=Count("pk"))
    return dict(counted.order_by())


def on_days(wanted: Wanted, reader: Reader, first: date, last: date) -> OccurrenceQuerySet:
    """Those of which at least a part lies on one of these days, with `shown_first` and `shown_last`."""
    rows = dated(wanted, reader).filter(
        starts_at__lt=midnight(last + 2 * _DAY), ends_at__gte=midnight(first - _DAY)
    )
    return rows.filter(shown(first__lte=last, last__gte=first))


def shown(**days: date) -> Q:
    """A condition on the days that `dated` tells, as `first__lte`: they are no columns."""
    return Q(**{f"shown_{name}": day for name, day in days.items()})


def dated(wanted: Wanted, reader: Reader) -> OccurrenceQuerySet:
    """What is asked for, with the days on which this reader sees it."""
    rows = wanted.occurrences(reader, narrowed=SWITCH in reader.narrowed)
    return rows.annotate(**_days(zone_of(reader)))


def of_page(
    wanted: Wanted, reader: Reader, pks: Iterable[int], columns: tuple[str, ...]
) -> list[tuple[Any, ...]]:
    """More of those that a page shows."""
    return list(wanted.occurrences(reader).filter(pk__in=list(pks)).values_list(*columns))


def _days(zone: tzinfo | None) -> dict[str, BaseExpression]:
    """Whole days are the same everywhere. What goes on into the night, and not a day long, belongs to its evening."""
    first: Combinable = TruncDate("starts_at", tzinfo=zone) if zone else F("first_day")
    end = ExpressionWrapper(F("ends_at") - timedelta(seconds=1), DateTimeField())
    last: Combinable = TruncDate(end, tzinfo=zone) if zone else F("last_day")
    return {
        "shown_first": Case(When(is_all_day=True, then="first_day"), default=first, output_field=DateField()),
        "shown_last": Case(
            When(is_all_day=True, then="last_day"),
            When(ends_at__lt=F("starts_at") + _DAY, then=first),
            default=last,
            output_field=DateField(),
        ),
    }


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
