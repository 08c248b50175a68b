"""Queries of who looks after something, composed once a process: `accounts/statements.py` knows nothing of duties."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from space.accounts import statements
from space.accounts.readers import Reader
from space.accounts.statements import Compose, Value
from space.groups.models import Office
from space.groups.standing import led
from space.moderation.permissions import moderates_place

Rows = list[tuple[Any, ...]]


def rows_of_place(name: Hashable, reader: Reader, values: Sequence[Value], compose: Compose) -> Rows:
    """What `compose(reader, *values)` would give, also to who looks after the whole place."""
    offices = (Office.MODERATORS.value,) if moderates_place(reader) else ()

    def with_office(alike: Reader, *values: Any) -> QuerySet[Any, Any]:
        return compose(_carrying(alike, offices=offices), *values)

    return statements.rows((name, offices), reader, values, with_office)


def rows(name: Hashable, reader: Reader, values: Sequence[Value], compose: Compose) -> Rows:
    """The same for whatever this reader looks after; nothing for who looks after nothing.

    The query has to ask for all of it.
    """
    rooms, leads = sorted(reader.moderated_categories), sorted(led(reader))
    if not (rooms or leads or moderates_place(reader)):
        return []
    own = len(rooms) + len(leads)

    def with_duties(alike: Reader, *all_of_them: Any) -> QuerySet[Any, Any]:
        duties = {"moderated_categories": all_of_them[: len(rooms)], "led": all_of_them[len(rooms) : own]}
        return compose(_carrying(alike, **duties), *all_of_them[own:])

    return rows_of_place((name, len(rooms), len(leads)), reader, [*rooms, *leads, *values], with_duties)


def _carrying(alike: Reader, **more: Any) -> Reader:
    return replace(alike, carries={**alike.carries, **more})
