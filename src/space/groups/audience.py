"""Who can read what is for a group alone, in words."""

from django.db.models import Count
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import npgettext

from space.groups.actions import GROUPS
from space.groups.models import Group, Membership
from space.web.kept import Kept


def _counted() -> dict[int, int]:
    rows = Membership.objects.order_by().values("group_id").annotate(n=Count("pk"))
    return dict(rows.values_list("group_id", "n"))


_members: Kept[dict[int, int]] = Kept(GROUPS, _counted)


def members_of(group: int | None) -> int:
    """How many belong to a group; counted again when somebody comes or goes."""
    return _members.get().get(group, 0) if group else 0


def members_alone(group: Group) -> SafeString:
    """The sentence that stands wherever something is for its members alone."""
    n = members_of(group.pk)
    said = npgettext(
        "audience",
        "Closed: only the {n} member of {group} can read.",
        "Closed: only the {n} members of {group} can read.",
        n,
    )
    name = format_html('<a href="{}"><bdi>{}</bdi></a>', group.get_absolute_url(), group.name)
    return format_html(said, n=n, group=name)
