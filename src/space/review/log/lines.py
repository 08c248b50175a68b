"""What pages, feeds and tables of the log ask of the database: plain columns, one query for all lines."""

from collections.abc import Iterable
from datetime import datetime
from itertools import starmap
from typing import Any, NamedTuple

from django.db.models import F, QuerySet

from space.accounts.readers import Reader
from space.kit.gathering import as_values
from space.review import duties
from space.review.log.asked import Asked
from space.review.models import Line
from space.review.models.lines import LineQuerySet


class Told(NamedTuple):
    """A line with its entry and all that is shown of it, whether or not this reader is told of it."""

    pk: int
    at: datetime
    by_machine: bool
    clause: str
    circle: int
    what: str
    thing_kind: str
    thing_id: int
    codes: dict[str, Any]
    by_id: int
    name: str
    picture: str
    # None where there were no words; empty where they were taken out.
    reason: str | None
    category: str | None
    slug: str | None
    language: str | None
    is_open: bool
    is_told: bool


_LINE = ("pk", "at", "by_machine", "clause", "circle", "entry__what", "entry__thing_kind", "entry__thing_id")
_BESIDE = (
    "entry__by_id", "entry__by__name", "entry__by__picture", "entry__reason__text",
    "category__name", "category__slug", "category__language", "is_open", "is_told",
)  # fmt: skip


def columns(lines: LineQuerySet) -> QuerySet[Line, Any]:
    return lines.values_list(*_LINE, as_values("entry__codes"), *map(F, _BESIDE))


def told(found: Iterable[Any]) -> list[Told]:
    """Of rows of these columns."""
    return list(starmap(Told, found))


def lines_of(asked: Asked, reader: Reader, limit: int) -> list[Told]:
    """A page of the log. Costs one query, composed once a process."""

    def compose(reader: Reader, *values: Any) -> QuerySet[Line, Any]:
        return columns(asked.lines(reader, values))[:limit]

    return told(duties.rows_of_place(("log", limit, *asked.shape), reader, asked.values, compose))
