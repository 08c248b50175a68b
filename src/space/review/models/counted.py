"""How much waits for who looks after the place or a part of it, counted in the query of the session."""

from collections.abc import Callable

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case as If
from django.db.models import Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import BaseExpression

from space.discuss.models import Moderator
from space.groups.models import Membership, Role
from space.review.models.cases import Case, Flag
from space.review.models.decisions import Appeal

# Which cases: by the path to the case, and to the id of who looks.
Seen = Callable[[str, str], Q]
# More than this nobody counts.
MOST = 99
_LEADS = Q(role__in=[Role.OWNER, Role.MODERATOR])
_ALIVE = Q(group__ends_at=None)
_ENTRUSTED = Q(group__closed_at=None, group__moderates__isnull=False)


def waiting(person: str) -> BaseExpression:
    """What `visible_to` shows of cases, and the appeals that are this person's to answer.

    0 for who looks after nothing: nothing is counted for them.
    """
    me = OuterRef(person)
    member = Membership.objects.filter(_ALIVE, person_id=me)
    office = Exists(Membership.objects.looking_after().filter(person_id=me))
    near = Exists(Moderator.objects.filter(person_id=me)) | Exists(member.filter(_LEADS | _ENTRUSTED))
    return If(
        When(office, then=_all(person, _of_place)),
        When(near, then=_all(person, _near)),
        default=0,
        output_field=IntegerField(),
    )


def _all(person: str, seen: Seen) -> BaseExpression:
    cases = Case.objects.for_actions().filter(seen("", person), decided_at=None)
    both: BaseExpression = _counted(cases.exclude(author_id=OuterRef(person))) + _counted(
        _appeals(person, seen)
    )
    return both


def _appeals(person: str, seen: Seen) -> "QuerySet[Appeal]":
    """Nobody answers about themselves, about what they decided, or about what they flagged."""
    me = OuterRef(person)
    flagged = Flag.objects.filter(
        case=OuterRef("decision__case"), by_id=OuterRef(OuterRef(person)), withdrawn_at=None
    )
    appeals = Appeal.objects.for_actions().filter(
        seen("decision__case__", person), ~Exists(flagged), outcome=""
    )
    return appeals.exclude(decision__by_id=me).exclude(decision__case__author_id=me)


def _of_place(case: str, person: str) -> Q:
    mine = _memberships(person).values("group_id")
    return Q(Q((f"{case}group", None)) | Q((f"{case}asks_staff", True)) | Q((f"{case}group__in", mine)))


def _near(case: str, person: str) -> Q:
    """Of categories that they look after, alone or with a group, and of groups that they lead."""
    alone = Moderator.objects.filter(person_id=OuterRef(OuterRef(person))).values("category_id")
    with_group = _memberships(person).filter(_ENTRUSTED).values(named=F("group__moderates__category"))
    led = _memberships(person).filter(_LEADS)
    rooms = led.filter(group__categories__isnull=False).values(named=F("group__categories"))
    categories = [(f"{case}category__in", found) for found in (alone, with_group, rooms)]
    return Q(*categories, (f"{case}group__in", led.values("group_id")), _connector=Q.OR)


def _memberships(person: str) -> "QuerySet[Membership]":
    return Membership.objects.filter(_ALIVE, person_id=OuterRef(OuterRef(person)))


def _counted(rows: "QuerySet[Case] | QuerySet[Appeal]") -> Func:
    some = ArraySubquery(rows.order_by().values_list(Value(1))[: MOST + 1])
    return Func(some, function="cardinality", output_field=IntegerField())
