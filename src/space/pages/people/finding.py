"""The queries of the directory. Each order has an index that holds exactly those who can be listed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Left

from space.accounts import seeking
from space.accounts.models import IN_DIRECTORY, User
from space.accounts.readers import NOBODY
from space.groups.models import Group, Membership, Office
from space.moderation.models import Measure, Penalty
from space.pages.people.asking import Asked, Order

# As much of what somebody says of themselves as a row may show.
_ABOUT = 200
# How many who are called alike are compared, and how many shown.
_COMPARED, ALIKE = 200, 10


class Found(NamedTuple):
    """What the query brings of one person; `place` is where a list in its order goes on."""

    pk: int
    name: str
    picture: str
    about: str
    languages: list[str]
    created_at: datetime
    offices: list[str]
    place: datetime | str


def listed() -> QuerySet[User]:
    """Everybody who can be found. Who is suspended cannot."""
    suspended = Penalty.objects.in_force().filter(measure=Measure.SUSPENSION, person=OuterRef("pk"))
    return User.objects.filter(IN_DIRECTORY).filter(~Exists(suspended))


def people(asked: Asked, limit: int) -> list[Found]:
    """A page of the directory, by one query."""
    found = _narrowed(listed(), asked)
    if asked.name:
        found = _named(found, asked.name)
    return _rows(_in_order(found, asked), _PLACES[Order(asked.order)], limit)


def alike(asked: Asked) -> list[Found]:
    """People whose names differ by a slip in a word from the one that was typed; the most alike first."""
    found = _narrowed(listed(), asked)
    words = seeking.asked_for(asked.name)
    for word in words:
        found = found.filter(name_pieces__overlap=seeking.slips(word))
    rows = _rows(found.order_by(_apart("sort_name"), "pk"), "sort_name", _COMPARED) if words else []
    return sorted(rows, key=lambda row: seeking.distance(asked.name, row.name))[:ALIKE]


def communities() -> QuerySet[Group]:
    """The groups that everybody may know of; offices are told beside each person."""
    return Group.objects.visible_to(NOBODY).communities().filter(shows_members=True).order_by("name")


def _narrowed(found: QuerySet[User], asked: Asked) -> QuerySet[User]:
    if asked.language:
        found = found.filter(languages__contains=[asked.language])
    if asked.community:
        inside = Membership.objects.filter(group__in=communities().filter(slug=asked.community))
        found = found.filter(pk__in=inside.values("person"))
    return found


def _named(found: QuerySet[User], name: str) -> QuerySet[User]:
    """Those of whose name each word that was typed begins one."""
    words = seeking.asked_for(name)
    if not words:
        return found.none()
    found = found.filter(name_pieces__contains=[word[: seeking.LONGEST_BEGINNING] for word in words])
    return found.filter(*(Q(sort_name__contains=word) for word in _long(words)))


def _long(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) > seeking.LONGEST_BEGINNING]


_PLACES = {Order.NAME: "sort_name", Order.NEWEST: "created_at", Order.LATELY: "last_post__at"}


def _in_order(found: QuerySet[User], asked: Asked) -> QuerySet[User]:
    field = _PLACES[Order(asked.order)]
    # The id beside the time, so that the index of those who wrote is read as it stands.
    pk = "last_post__person" if asked.order == Order.LATELY else "pk"
    down, further = ("", "gt") if asked.order == Order.NAME else ("-", "lt")
    if asked.after:
        place, last = asked.after
        after = Q(**{f"{field}__{further}": place}) | Q(**{field: place, f"{pk}__{further}": last})
        found = found.filter(after, **{f"{field}__{further}e": place})
    elif asked.order == Order.LATELY:
        found = found.filter(last_post__isnull=False)
    if not asked.name:
        return found.order_by(f"{down}{field}", f"{down}{pk}")
    return found.order_by(_apart(field).desc() if down else _apart(field).asc(), f"{down}{pk}")


def _apart(field: str) -> Coalesce:
    """The same order, but as no index has it.

    Who is called so is found by the index of names and sorted then. PostgreSQL cannot know how rare a name is, and
    would walk through everybody in the order of the list until a page is full: a second for a name that nobody has.
    """
    return Coalesce(field, field)


def _rows(found: QuerySet[User], place: str, limit: int) -> list[Found]:
    held = Membership.objects.filter(person=OuterRef("pk")).exclude(group__office=Office.NONE)
    columns: list[Any] = [
        "pk", "name", "picture", Left("about", _ABOUT), "languages", "created_at",
        ArraySubquery(held.values("group__office")), F(place),
    ]  # fmt: skip
    return [Found(*row) for row in found.values_list(*columns)[:limit]]
