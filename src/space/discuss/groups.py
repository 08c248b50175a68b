"""What Discuss brings to groups: rooms of their own, conversations on their page, and when somebody last wrote."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Max
from django.urls import reverse
from django.utils.text import slugify

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.actions.about import make_about
from space.discuss.actions.rooms import category_named, make_category
from space.discuss.lists.lines import lines
from space.discuss.models import Audience, Category, Topic
from space.discuss.permissions import can_start
from space.discuss.rooms import categories
from space.discuss.rows import rows_html
from space.groups.models import Group
from space.membership import founding, lively
from space.web import panels

_SHOWN = 10


def conversations(group: Group, reader: Reader) -> dict[str, Any] | None:
    """The latest topics of its rooms, as far as this reader sees them."""
    rooms = _rooms(group, reader)
    if not rooms:
        return None
    inside = Topic.objects.visible_to(reader).in_lists().filter(category__in=[one.pk for one in rooms])
    found = lines(inside.latest_first(), reader, _SHOWN)
    start = next((one for one in rooms if can_start(reader, one)), None)
    return {
        "rows": rows_html(found, reader) if found else "",
        "start_url": f"{reverse('discuss:start')}?{urlencode({'category': start.slug})}" if start else "",
    }


def rooms_of_group(group: Group, reader: Reader) -> dict[str, Any] | None:
    """Its categories, each with who can read there."""
    rooms = _rooms(group, reader)
    return {"rooms": rooms} if rooms else None


def _rooms(group: Group, reader: Reader) -> list[Category]:
    return [one for one in categories(reader) if one.group_id == group.pk]


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
    rows = Topic.objects.for_actions().filter(group__in=[one.pk for one in groups]).order_by()
    return dict(rows.values("group_id").annotate(last=Max("last_posted_at")).values_list("group_id", "last"))


def register_in_groups() -> None:
    """Called once, when everything is there."""
    panels.register("group", order=10, partial="discuss/_conversations_of_group.html", content=conversations)
    panels.register("group:aside", order=10, partial="discuss/_rooms_of_group.html", content=rooms_of_group)
    founding.register(furnish)
    lively.register(last_written)
