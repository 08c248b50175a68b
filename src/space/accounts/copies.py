"""Rows for the copy of all that is kept of a person: asked in portions, so that a hundred thousand need no memory."""

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Prefetch, QuerySet

from space.accounts.personal import Row

_AT_ONCE = 200


def listed(rows: "QuerySet[Any]", *columns: str, **called: str) -> Iterator[Row]:
    """Plain columns of these rows by their names, in the order of their ids; `called` gives one another name."""
    named = {name: F(path) for name, path in called.items()}
    yield from rows.order_by("pk").values(*columns, **named).iterator(chunk_size=_AT_ONCE)


def each(rows: "QuerySet[Any, Any]", *together: "str | Prefetch[Any]") -> Iterator[Any]:
    """These rows as they are, with what is fetched for a portion at once."""
    yield from rows.order_by("pk").prefetch_related(*together).iterator(chunk_size=_AT_ONCE)
