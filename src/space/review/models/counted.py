"""How much waits, counted in the query of the session for who looks after the whole place."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case as If
from django.db.models import Exists, Func, IntegerField, OuterRef, Q, Value, When
from django.db.models.expressions import BaseExpression

from space.groups.models import Membership
from space.review.models.cases import Case

# More than this nobody counts.
MOST = 99


def waiting(person: str) -> BaseExpression:
    """What `visible_to` shows to who looks after the whole place; 0 for who holds no office, without counting."""
    mine = Membership.objects.filter(person_id=OuterRef(OuterRef(person)), group__ends_at=None).values(
        "group_id"
    )
    cases = Case.objects.for_actions().filter(decided_at=None).exclude(author_id=OuterRef(person))
    seen = cases.filter(Q(group=None) | Q(asks_staff=True) | Q(group__in=mine)).order_by()
    counted = Func(
        ArraySubquery(seen.values_list(Value(1))[: MOST + 1]),
        function="cardinality",
        output_field=IntegerField(),
    )
    holds = Membership.objects.looking_after().filter(person_id=OuterRef(person))
    return If(When(Exists(holds), then=counted), default=0, output_field=IntegerField())
