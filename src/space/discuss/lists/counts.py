"""How much is new and unread, for the tabs: one query, whatever one reads."""

from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Count, IntegerField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from space.accounts import statements
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.lists.lines import topics_of
from space.discuss.lists.shapes import meant, shape, values_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Filters, Order, Wanted
from space.discuss.models import ReadMark
from space.kit import clock


class Counts(NamedTuple):
    new: int = 0
    unread: int = 0


def counts(wanted: Wanted, reader: Reader) -> Counts:
    """Of what stands where `wanted` looks: everything, a category, a tag."""
    if not reader.is_member:
        return Counts()
    taste = Taste.of(reader)
    since = taste.new_since(clock.now())
    place = replace(wanted, order=Order.NEW, after=None, without=())

    def compose(reader: Reader, *values: Any) -> QuerySet[User, Any]:
        alike, liked, moment = meant(place, taste, values)
        found = topics_of(alike, reader, liked, moment), _unread(alike, reader, liked, moment)
        return User.objects.filter(pk=reader.pk).values_list(*(Coalesce(_number(rows), 0) for rows in found))

    found = statements.rows(("counts", *shape(place, taste)), reader, values_of(place, taste, since), compose)
    return Counts(*found[0]) if found else Counts()


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
