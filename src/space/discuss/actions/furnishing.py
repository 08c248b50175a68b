"""Rooms of groups: a new one gets a category of its own."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max
from django.utils.text import slugify

from space.accounts.models import User
from space.discuss.actions.about import make_about
from space.discuss.actions.rooms import category_named, make_category
from space.discuss.models import Audience, Topic
from space.groups.models import Group


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


def _free_slug(group: Group) -> str:
    base = slugify(group.slug, allow_unicode=True)[:70]
    return base if category_named(base) is None else f"{base}-{group.pk}"


def last_written(groups: Sequence[Group]) -> dict[int, datetime]:
    """When somebody last wrote where only these groups read, by their ids."""
    rows = Topic.objects.for_actions().filter(group__in=[one.pk for one in groups]).order_by()
    return dict(rows.values("group_id").annotate(last=Max("last_posted_at")).values_list("group_id", "last"))
