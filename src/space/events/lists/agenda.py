"""A list of what takes place from a day on, by day. Pages go on where the one before ended, both ways."""

from datetime import date
from typing import NamedTuple

from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Cast, Greatest

from space.accounts.readers import Reader
from space.events.lists.asked import Asked
from space.events.lists.found import dated, shown
from space.events.models import Occurrence
from space.events.models.occurrences import OccurrenceQuerySet

SIZE = 40


class Listed(NamedTuple):
    """`earlier` and `later` are what an address needs to go there; None where there is nothing."""

    # On which day it stands in the list: what began before the list does stands on its first day.
    rows: list[tuple[date, Occurrence]]
    earlier: dict[str, date | int] | None
    later: dict[str, date | int] | None


def listed(asked: Asked, reader: Reader) -> Listed:
    """One query for the page, one for where it goes on, one more for earlier days."""
    everything = dated(asked.wanted, reader)
    sequence = _from(everything, asked.day)
    behind, backwards = asked.after or asked.before, bool(asked.before)
    rows = _page(sequence, behind, backwards)
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
    return rows.filter(shown(last__gte=day)).annotate(stands_on=stands_on).with_event()


def _page(sequence: OccurrenceQuerySet, behind: int, backwards: bool) -> list[Occurrence]:
    """One row more than is shown, which says whether there is more. Where it went on from is gone: from the top."""
    order = ("stands_on", "starts_at", "pk")
    place = sequence.filter(pk=behind).values_list(*order).first() if behind else None
    if place is None:
        return list(sequence.order_by(*order)[: SIZE + 1])
    day, starts, pk = place
    sign = "lt" if backwards else "gt"
    beyond = (
        Q(**{f"stands_on__{sign}": day})
        | Q(**{"stands_on": day, f"starts_at__{sign}": starts})
        | Q(**{"stands_on": day, "starts_at": starts, f"pk__{sign}": pk})
    )
    ways = [f"-{name}" for name in order] if backwards else order
    return list(sequence.filter(beyond).order_by(*ways)[: SIZE + 1])


def _earlier(
    everything: OccurrenceQuerySet, day: date, rows: list[Occurrence]
) -> dict[str, date | int] | None:
    """Before the first page stand the days before it: as many as hold a page full of what begins on them."""
    if rows:
        return {"day": day, "before": rows[0].pk}
    before = everything.filter(shown(first__lt=day)).annotate(begins=F("shown_first"))
    found = list(before.order_by("-begins").values_list("begins", flat=True)[:SIZE])
    return {"day": found[-1]} if found else None
