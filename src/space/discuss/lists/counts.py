"""How much is new and unread, for the tabs: one query, whatever one reads."""

from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.lists.lines import topics_of
from space.discuss.lists.shapes import meant, rows, shape, values_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Filters, Order, Wanted
from space.discuss.models import Category, Following, Level, ReadMark, Tag
from space.kit import clock


class Counts(NamedTuple):
    new: int = 0
    unread: int = 0
    # How much the reader wants to hear of the category or tag.
    level: int = Level.NORMAL


def counts(wanted: Wanted, reader: Reader, *, of: Category | Tag | None = None) -> Counts:
    """Of what stands where `wanted` looks: everything, a category, a tag; and the reader's level of that."""
    if not reader.is_member:
        return Counts()
    taste = Taste.of(reader)
    since = taste.new_since(clock.now())
    place = replace(wanted, order=Order.NEW, after=None, without=())

    def compose(reader: Reader, *values: Any) -> QuerySet[User, Any]:
        alike, liked, moment = meant(place, taste, values)
        found = topics_of(alike, reader, liked, moment), _unread(alike, reader, liked, moment)
        columns = [Coalesce(_number(rows), 0) for rows in found]
        if of:
            columns.append(Coalesce(_level(reader, name, values[-1]), int(Level.NORMAL)))
        return User.objects.filter(pk=reader.pk).values_list(*columns)

    name = type(of).__name__.lower() if of else ""
    values = [*values_of(place, taste, since), *([of.pk] if of else [])]
    found = rows(("counts", name, *shape(place, taste)), place, reader, values, compose)
    return Counts(*found[0]) if found else Counts()


def _level(reader: Reader, name: str, pk: int) -> Subquery:
    mine = Following.objects.filter(person=reader.pk, **{name: pk})
    return Subquery(mine.values("level")[:1], output_field=IntegerField())


def _unread(wanted: Wanted, reader: Reader, taste: Taste, since: Any) -> QuerySet[Any, Any]:
    """Where nothing narrows it the marks alone know: they carry the group of their topic."""
    if not wanted.is_everything or wanted.filters != Filters():
        return topics_of(replace(wanted, order=Order.UNREAD), reader, taste, since)
    mine = Q(group__isnull=True) | Q(group__in=reader.groups) if reader.groups else Q(group__isnull=True)
    return ReadMark.objects.filter(mine, person=reader.pk, unread_at__isnull=False)


def _number(rows: QuerySet[Any, Any]) -> Subquery:
    """As a subquery; grouped by nothing, so that there is one row at most."""
    counted = rows.order_by().annotate(all=Value(1)).values("all").annotate(n=Count("*")).values("n")
    return Subquery(counted, output_field=IntegerField())
