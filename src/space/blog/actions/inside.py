"""What is written for the members of a group: by them, in one of its categories, for as long as it is there."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.models import Story
from space.discuss.models import Audience, Category
from space.discuss.permissions import GROUP_CLOSED
from space.groups.models import Membership

_OUTSIDE = pgettext_lazy("refusal", "You do not belong to this group, so you write no story for it.")
_NO_ROOM = pgettext_lazy("refusal", "This category is not one of a group. Choose another one.")
_NOT_MEMBERS = pgettext_lazy(
    "refusal",
    "Authors of a story for a group belong to the group. Take these out, or let them join first: %(names)s.",
)


def of_group(category: Category, by: User) -> dict[str, Any]:
    """The columns of a story that stands there. Raises a ValidationError where it cannot."""
    if category.audience != Audience.GROUP or category.group_id is None:
        raise ValidationError({"category": ValidationError(_NO_ROOM, code="no_room")})
    if not Membership.objects.filter(group=category.group_id, person=by).exists():
        raise ValidationError({"category": ValidationError(_OUTSIDE, code="outside")})
    return {"category": category, "group_id": category.group_id}


def refuse_outsiders(story: Story, people: Iterable[User]) -> None:
    """Whoever is named is told of the story, so it is nobody who may not know of it."""
    if story.group_id is None:
        return
    named = {person.pk: person.name for person in people}
    inside = Membership.objects.filter(group=story.group_id, person__in=named)
    outside = [named[pk] for pk in named.keys() - set(inside.values_list("person_id", flat=True))]
    if outside:
        names = ", ".join(f"\u2068{name}\u2069" for name in sorted(outside))
        error = ValidationError(_NOT_MEMBERS, code="outside", params={"names": names})
        raise ValidationError({"authors": error})


def refuse_at_rest(story: Story) -> None:
    """By the clock too nothing appears in a group in which nobody writes any more."""
    if story.group and (story.group.is_closed or story.group.is_ending):
        raise ValidationError(str(GROUP_CLOSED.reason), code="closed")
