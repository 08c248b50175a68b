"""Two events beside each other, so that somebody can say whether they are one."""

from typing import Any, NamedTuple

from django.db.models import Q

from space.accounts.readers import Reader
from space.events.models import Event, Likeness, Occurrence
from space.events.models.likeness import LikenessQuerySet
from space.events.permissions import looks_after_all
from space.events.permissions_outside import can_leave_out
from space.events.shown.rows import Row, row_of
from space.kit import clock

MOST = 50


class Side(NamedTuple):
    """An event, its next date as lists show it, and what helps to tell it from the other."""

    event: Event
    row: Row | None
    excerpt: str
    going: int
    came_from: str
    # Whether the reader may leave the other one out for it.
    can_be_kept: bool


def open_for(reader: Reader) -> LikenessQuerySet:
    """What this reader can answer: as an organiser of either, or as who moderates where one of them stands."""
    rows = Likeness.objects.visible_to(reader).open().order_by("-at", "-pk")
    if looks_after_all(reader):
        return rows
    rooms = reader.moderated_categories
    mine = Q()
    for side in ("first", "second"):
        mine |= Q(**{f"{side}__organisers__person": reader.pk})
        mine |= Q(**{f"{side}__topic__category__in": rooms})
        mine |= Q(**{f"{side}__topic__category__parent__in": rooms})
    return rows.filter(pk__in=rows.filter(mine).order_by().values("pk"))


def pairs(reader: Reader) -> list[dict[str, Any]]:
    rows = open_for(reader).select_related("first__topic", "second__topic")
    return [{"pk": one.pk, "topics": [one.first.topic, one.second.topic]} for one in rows[:MOST]]


def sides(first: Event, second: Event, reader: Reader) -> list[Side]:
    return [_side(first, second, reader), _side(second, first, reader)]


def _side(event: Event, other: Event, reader: Reader) -> Side:
    dates = Occurrence.objects.visible_to(reader).filter(event=event).with_event()
    soonest = dates.filter(ends_at__gt=clock.now()).soonest_first().first() or dates.soonest_first().last()
    imported = getattr(event, "imported", None)
    return Side(
        event=event,
        row=row_of(soonest, reader) if soonest else None,
        excerpt=event.topic.excerpt,
        going=event.going_count,
        came_from=imported.source.name if imported else "",
        can_be_kept=bool(can_leave_out(reader, other)),
    )
