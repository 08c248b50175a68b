"""Rooms of groups: a new one gets a category of its own."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.accounts.sayings import Saying, pass_gates
from space.discuss.actions.about import make_about
from space.discuss.actions.rooms import category_named, make_category
from space.discuss.models import Audience, Category, Topic
from space.groups.models import Group

# More than any group needs: a list of categories is read at a glance.
ROOMS_OF_A_GROUP = 10


def furnish(group: Group, by: User) -> None:
    """A new group has a category of its own, and the topic that says what it is for."""
    room = make_category(
        _free_slug(group),
        by=by,
        name=group.name[:80],
        description=group.description,
        language=group.language,
        audience=Audience.GROUP,
        group=group,
        icon="lock",
    )
    if group.description:
        make_about(room, by=by)


@transaction.atomic
def add_room(group: Group, *, by: User, name: str, description: str) -> Category:
    """One more category of a group, for its members alone. Raises ValidationError where there are enough."""
    group = Group.objects.for_actions().select_for_update(no_key=True).get(pk=group.pk)
    there = Category.objects.for_actions().filter(group=group)
    if there.count() >= ROOMS_OF_A_GROUP:
        raise ValidationError(
            pgettext_lazy("group", "This group has as many categories as one can have. Use tags instead."),
            code="many",
        )
    if twin := there.filter(name=name).first():
        return twin
    said = {"name": name, "description": description}
    said = pass_gates(Saying(by, group, "group-room", said, {}, group.language, cannot_wait=True))
    name = said["name"][:80]
    words = {
        "name": name,
        "description": said["description"][:1000],
        "language": group.language,
        "icon": "lock",
    }
    base = slugify(f"{group.slug}-{name}", allow_unicode=True)[:60]
    slugs = (base, *(f"{base}-{group.pk}-{number}" for number in range(1, ROOMS_OF_A_GROUP + 1)))
    slug = next(one for one in slugs if category_named(one) is None)
    return make_category(slug, by=by, audience=Audience.GROUP, group=group, **words)


def _free_slug(group: Group) -> str:
    base = slugify(group.slug, allow_unicode=True)[:70]
    return base if category_named(base) is None else f"{base}-{group.pk}"


def last_written(groups: Sequence[Group]) -> dict[int, datetime]:
    """When somebody last wrote where only these groups read, by their ids."""
    rows = Topic.objects.for_actions().filter(group__in=[one.pk for one in groups]).order_by()
    return dict(rows.values("group_id").annotate(last=Max("last_posted_at")).values_list("group_id", "last"))
