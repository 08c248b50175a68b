"""How operators narrow a question: by its own fields where it has room for them, else by a condition on the rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Q

if TYPE_CHECKING:
    from space.search.asking import Question


def one_of(asked: "Question", name: str, column: str, values: Sequence[Any], *, without: bool) -> "Question":
    """Rows with one of these values. `name` is the field of the question, `column` that of the rows."""
    if without:
        return replace(asked, within=asked.within & ~Q(**{f"{column}__in": list(values)}))
    if getattr(asked, name):
        return replace(asked, within=asked.within & Q(**{f"{column}__in": list(values)}))
    fields: dict[str, Any] = {name: tuple(values)}
    return replace(asked, **fields)


def where(asked: "Question", conditions: Iterable[Q], *, without: bool) -> "Question":
    """Rows of which one of these conditions holds, or none."""
    return replace(asked, within=asked.within & any_of(conditions, without=without))


def any_of(conditions: Iterable[Q], *, without: bool = False) -> Q:
    """One condition of these, or none of them. Without conditions there is nothing that fits."""
    found = list(conditions)
    whole = reduce(or_, found) if found else Q(pk__in=[])
    return ~whole if without else whole
