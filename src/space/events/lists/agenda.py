"""A list of what takes place from a day on, by day. Pages go on where the one before ended, both ways."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from django.db.models import DateField, DateTimeField, ExpressionWrapper, F, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, Greatest

from space.accounts.readers import Reader
from space.events.lists.asked import Asked
from space.events.lists.found import dated, midnight, shown
from space.events.models import Occurrence
from space.events.models.occurrences import OccurrenceQuerySet

SIZE = 40
# A day is some hours longer than a day, seen from all zones; and some more for what is clipped.
_APART = timedelta(days=3)
_BEGINS: tuple[str, ...] = ("shown_first",)
_END = datetime(9999, 1, 1, tzinfo=UTC)


class Listed(NamedTuple):
    """`earlier` and `later` are what an address needs to go there; None where there is nothing."""

    # On which day it stands in the list: what began before the list does stands on its first day.
    rows: list[tuple[date, Occurrence]]
    earlier: dict[str, date | int] | None
    later: dict[str, date | int] | None


def listed(asked: Asked, reader: Reader) -> Listed:
    """One query for the page, one for where it goes on, one more for earlier days."""
    everything = dated(asked.wanted, reader)
    behind, backwards = asked.after or asked.before, bool(asked.before)
    rows = _page(everything, asked.day, behind, backwards)
    has_more = len(rows) > SIZE
    rows = rows[:SIZE]
    if backwards:
        rows.reverse()
    has_before, has_after = (has_more, bool(behind)) if backwards else (bool(asked.after), has_more)
    return Listed(
        [(row.stands_on, row) for row in rows],  # type: ignore[attr-defined]
        _earlier(everything, asked.day, rows if has_before else []),
        {"day": asked.day, "after": rows[-1].pk} if has_after and rows else None,
    )


def _from(rows: OccurrenceQuerySet, day: date) -> OccurrenceQuerySet:
    """All that is not over on this day, in the order of the list."""
    stands_on = Greatest(F("shown_first"), Cast(Value(day), DateField()))
    seen = rows.filter(shown(last__gte=day), ends_at__gte=midnight(day) - _APART)
    return seen.annotate(stands_on=stands_on).with_event()


def _page(everything: OccurrenceQuerySet, first: date, behind: int, backwards: bool) -> list[Occurrence]:
    """One row more than is shown, which says whether there is more. Where it went on from is gone: from the top."""
    order = ("stands_on", "starts_at", "pk")
    sequence = _from(everything, first)
    place = sequence.filter(pk=behind).values_list(*order).first() if behind else None
    if place is None:
        return list(_near(sequence, everything, midnight(first)).order_by(*order)[: SIZE + 1])
    day, starts, pk = place
    sign = "lt" if backwards else "gt"
    sequence = sequence if backwards else _near(sequence, everything, max(starts, midnight(first)))
    beyond = (
        Q(**{f"stands_on__{sign}": day})
        | Q(**{"stands_on": day, f"starts_at__{sign}": starts})
        | Q(**{"stands_on": day, "starts_at": starts, f"pk__{sign}": pk})
    )
    ways = [f"-{name}" for name in order] if backwards else order
    return list(sequence.filter(beyond).order_by(*ways)[: SIZE + 1])


def _near(
    sequence: OccurrenceQuerySet, everything: OccurrenceQuerySet, since: datetime
) -> OccurrenceQuerySet:
    """Without what is so far away that it stands on no page that begins here: an index of moments finds the rest.

    Days and moments are in the same order but for some hours, so a page is full before the moment at which that many
    have begun, and as far apart as days and moments can be.
    """
    later = everything.filter(starts_at__gte=since + _APART).order_by("starts_at").values("starts_at")
    horizon = ExpressionWrapper(Subquery(later[SIZE : SIZE + 1]) + Value(_APART), DateTimeField())
    return sequence.filter(starts_at__lt=Coalesce(horizon, Value(_END), output_field=DateTimeField()))


def _earlier(
    everything: OccurrenceQuerySet, day: date, rows: list[Occurrence]
) -> dict[str, date | int] | None:
    """Before the first page stand the days before it: as many as hold a page full of what begins on them."""
    if rows:
        return {"day": day, "before": rows[0].pk}
    before = everything.filter(shown(first__lt=day), starts_at__lt=midnight(day) + _APART)
    found = list(before.order_by("-starts_at").values_list(*_BEGINS, flat=True)[:SIZE])
    return {"day": min(found)} if found else None
