"""Rows that belong to a row, gathered beside it in the same query."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, IntegerField, JSONField, QuerySet, TextField, Value
from django.db.models.expressions import Combinable


def gathered(found: QuerySet[Any, Any], *columns: str | Combinable, most: int) -> Func:
    """These columns of the rows of a subquery, as a list of lists, in its order. Moments come as text."""
    row = Func(*columns, function="json_build_array", output_field=JSONField())
    rows = ArraySubquery(found.annotate(gathered=row).values("gathered")[:most])
    return Func(rows, function="array_to_json", output_field=TextField())


def as_values(field: str) -> Func:
    """A field of JSON as what it says: the driver reads this type by itself, Django's own it leaves to Django."""
    return Func(F(field), template="%(expressions)s::json", output_field=TextField())


def short(n: int, most: int) -> str:
    """What `counted` found, for a small place: 99+ for more than 99, nothing for nothing."""
    return f"{most}+" if n > most else str(n or "")


def counted(found: QuerySet[Any, Any], *, most: int) -> Func:
    """How many rows a subquery has. What is more than `most` is not counted: it is one more than that."""
    rows = ArraySubquery(found.order_by().values_list(Value(1))[: most + 1])
    return Func(rows, function="cardinality", output_field=IntegerField())
