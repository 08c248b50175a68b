"""What somebody looks for in the log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.paging import moment_and_id, moment_in_address
from space.review.models import Clause, Line, Sort
from space.review.models.lines import LineQuerySet


class By(TextChoices):
    PERSON = "person", pgettext_lazy("log", "By people")
    MACHINE = "machine", pgettext_lazy("log", "By the machine")


@dataclass(frozen=True)
class Asked:
    """All filters hold at once. What means nothing is left out, so that every address gives a page."""

    sort: str = ""
    by: str = ""
    clause: str = ""
    category: int = 0
    month: date | None = None
    before: tuple[datetime, int] | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        category = query.get("category", "")
        return cls(
            sort=_one_of(Sort.values, query.get("kind", "")),
            by=_one_of(By.values, query.get("by", "")),
            clause=_one_of(Clause.values, query.get("clause", "")),
            category=int(category) if category.isdecimal() and len(category) < 19 else 0,
            month=_month(query.get("month", "")),
            before=moment_and_id(query.get("before", "")),
        )

    @property
    def is_narrowed(self) -> bool:
        return self.but(before=None) != Asked()

    def but(self, **changes: Any) -> "Asked":
        return replace(self, **changes)

    def address(self, name: str = "review:log", *args: str) -> str:
        """Of the same lines on this page, feed or table."""
        said = {
            "kind": self.sort,
            "by": self.by,
            "clause": self.clause,
            "category": self.category or "",
            "month": f"{self.month:%Y-%m}" if self.month else "",
            "before": moment_in_address(*self.before) if self.before else "",
        }
        said = {key: value for key, value in said.items() if value}
        return reverse(name, args=args) + (f"?{urlencode(said)}" if said else "")

    @property
    def shape(self) -> tuple[Any, ...]:
        """All that makes it another query, but for the values."""
        said = (self.sort, self.clause, self.category, self.month, self.before)
        return self.by, *map(bool, said)

    @property
    def values(self) -> list[Any]:
        """In the order in which `lines` takes them."""
        said = filter(None, (self.sort, self.clause, self.category))
        month = [begin(self.month), begin(next_month(self.month))] if self.month else []
        return [*said, *month, *(self.before or ())]

    def lines(self, reader: Reader, values: Iterable[Any] | None = None) -> LineQuerySet:
        """The lines, newest first; with other values in their places. What is not told of a line finds it neither."""
        left = iter(self.values if values is None else values)
        found: LineQuerySet = Line.objects.visible_to(reader)
        if self.sort:
            found = found.filter(sort=next(left))
        if self.by:
            found = found.filter(by_machine=self.by == By.MACHINE)
        if self.clause:
            found = found.told_to(reader).filter(clause=next(left))
        if self.category:
            found = found.open_to(reader).filter(category=next(left))
        if self.month:
            found = found.filter(at__gte=next(left), at__lt=next(left))
        if self.before:
            found = found.before(next(left), next(left))
        return found.newest_first()


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def begin(month: date) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=UTC)


def _one_of(known: list[str], said: str) -> str:
    return said if said in known else ""


def _month(text: str) -> date | None:
    """`2026-11`, and nothing that a calendar does not know."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return found if 2000 <= found.year < 9999 else None
