"""A list taken apart into its shape and its values: lists of one shape are one query, composed once a process."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from space.accounts import statements
from space.accounts.readers import Reader
from space.accounts.statements import Compose, Value
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Order, Wanted, hides_kinds, reads_only
from space.kit import clock


def rows(
    name: tuple[Hashable, ...], wanted: Wanted, reader: Reader, values: Sequence[Value], compose: Compose
) -> list[tuple[Any, ...]]:
    """One query. A list with a text of filters has a shape of its own, and its query is not kept."""
    if wanted.condition is None:
        return statements.rows(name, reader, values, compose)
    return list(compose(reader, *values))


def shape(wanted: Wanted, taste: Taste) -> tuple[Any, ...]:
    """All that makes it another query, but for the values."""
    filters = wanted.filters
    many = (wanted.categories, wanted.without, filters.tags, filters.kinds, filters.languages)
    counts = tuple(map(len, (*many, reads_only(wanted))))
    hides = len(taste.hidden_kinds), taste.has_mutes
    period = wanted.period if wanted.order == Order.TOP else ""
    return wanted.order, period, filters.status, counts, bool(wanted.author), wanted.after is None, hides


def values_of(wanted: Wanted, taste: Taste, since: datetime) -> list[Value]:
    """In the order in which `meant` takes them again."""
    filters = wanted.filters
    own = [*wanted.categories, *wanted.without, *filters.tags, *filters.kinds, *filters.languages]
    author = [wanted.author] if wanted.author else []
    kinds = [*taste.hidden_kinds] if hides_kinds(wanted) else []
    new = [since] if wanted.order == Order.NEW else []
    return [*own, *reads_only(wanted), *author, *kinds, *new, *(wanted.after or ())]


def meant(wanted: Wanted, taste: Taste, values: Sequence[Value]) -> tuple[Wanted, Taste, datetime]:
    """The same list with other values in the same places."""
    left = list(values)

    def take(number: int) -> tuple[Any, ...]:
        taken, left[:] = tuple(left[:number]), left[number:]
        return taken

    categories, without = take(len(wanted.categories)), take(len(wanted.without))
    filters = replace(
        wanted.filters,
        tags=take(len(wanted.filters.tags)),
        kinds=take(len(wanted.filters.kinds)),
        languages=take(len(wanted.filters.languages)),
    )
    reads = take(len(reads_only(wanted)))
    author = take(1)[0] if wanted.author else 0
    kinds = take(len(taste.hidden_kinds)) if hides_kinds(wanted) else ()
    since = take(1)[0] if wanted.order == Order.NEW else clock.now()
    after: Any = take(2) if wanted.after else None
    alike = replace(
        wanted,
        filters=filters,
        categories=categories,
        without=without,
        reads=reads,
        author=author,
        after=after,
    )
    return alike, replace(taste, hidden_kinds=kinds), since
