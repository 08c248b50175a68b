"""Queries of pages that Django composes once a process, and that are filled in for each request.

Composing such a query anew cost three times as much as running it. `rows` composes it with stand-ins in
place of the reader's ids and of the values, remembers the SQL, and then puts the true ones in their places.
"""

from collections.abc import Callable, Hashable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from space.accounts.readers import Reader

Value: TypeAlias = int | float | str | datetime | UUID
Compose: TypeAlias = Callable[..., "QuerySet[Any, Any]"]
# A parameter of the SQL: the number of a value, or, without one, what stands there for everybody.
_Place: TypeAlias = tuple[int | None, Any]
_composed: dict[Hashable, tuple[str, list[_Place]]] = {}
# There are as many as there are numbers of groups that somebody is in; a bound for the day when somebody errs.
_MOST = 2_000


def rows(name: Hashable, reader: Reader, values: Sequence[Value], compose: Compose) -> list[tuple[Any, ...]]:
    """What the queryset of plain columns `compose(reader, *values)` would give.

    `name` tells all that makes it another query, but for the values. Of the reader it may depend on who
    that is, on being a member, on groups and on what they opened: a stand-in carries nothing else, so it sees less.
    """
    groups, opened = sorted(reader.groups), sorted(reader.opened)
    shape = (name, reader.is_authenticated, reader.is_member, len(groups), len(opened))
    sql, places = _composed.get(shape) or _remember(shape, reader, values, compose)
    true = [reader.pk, *groups, *opened, *values]
    with connection.cursor() as cursor:
        cursor.execute(sql, [value if number is None else true[number] for number, value in places])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _remember(
    shape: Hashable, reader: Reader, values: Sequence[Value], compose: Compose
) -> tuple[str, list[_Place]]:
    within = 1 + len(reader.groups)
    known = within + len(reader.opened)
    ids = [_stand_in(number, 0) for number in range(known)]
    others = [_stand_in(known + number, value) for number, value in enumerate(values)]
    alike = Reader(
        pk=ids[0] if reader.is_authenticated else 0,  # type: ignore[arg-type]
        carries={"groups": ids[1:within], "opened": ids[within:], "suspended": reader.is_suspended},
    )
    sql, params = compose(alike, *others).query.sql_with_params()
    places = [_place(one, [*ids, *others]) for one in params]
    if not set(range(known, known + len(values))) <= {number for number, _ in places}:
        raise ValueError(f"{shape!r}: the query does not use each of its values, so they belong to its name.")
    if len(_composed) >= _MOST:
        _composed.clear()
    _composed[shape] = sql, places
    return sql, places


def _place(param: Any, stand_ins: list[Value]) -> _Place:
    for number, one in enumerate(stand_ins):
        if isinstance(param, type(one)) and one == param:
            return number, None
    return None, param


def _stand_in(number: int, value: Value) -> Value:
    """Something of the same type that nobody says, and small enough for every integer column."""
    if isinstance(value, datetime):
        return datetime(9999, 1, 1, microsecond=number, tzinfo=UTC)
    if isinstance(value, UUID):
        return UUID(int=number)
    if isinstance(value, float):
        return -1e300 - number * 1e285
    return f"\x02{number}" if isinstance(value, str) else 2_000_000_000 + number
