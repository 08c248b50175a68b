"""Which members of a group hear of a question to it."""

from django.db.models import Case, F, IntegerField, Max, OuterRef, Subquery, Value, When

from space.discuss.asking.numbers import PEOPLE_ASKED
from space.discuss.models import Post
from space.groups.models import Membership, Role


def members_asked(group: int) -> list[int]:
    """Not all of a large one: who leads it, who answered for it lately, and then who belongs to it longest."""
    answered = Post.objects.for_actions().filter(answers_for=group, author=OuterRef("person")).order_by()
    last = answered.values("author").annotate(last=Max("created_at")).values("last")
    inside = Membership.objects.filter(group=group, person__is_active=True).annotate(
        leads=Case(When(role=Role.MEMBER, then=Value(1)), default=Value(0), output_field=IntegerField()),
        answered=Subquery(last),
    )
    first = inside.order_by("leads", F("answered").desc(nulls_last=True), "joined_at", "pk")
    return sorted(first.values_list("person_id", flat=True)[: PEOPLE_ASKED()])
