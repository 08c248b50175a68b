"""What Discuss brings to groups: rooms, conversations and files on their page, and when somebody last wrote."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.actions.asking import forget_asked, hide_marks
from space.discuss.actions.emptying import empty_posts, empty_rooms, empty_topics
from space.discuss.actions.furnishing import furnish, last_written
from space.discuss.asking import shown as asking
from space.discuss.asking.known import where_to_ask
from space.discuss.files_of_groups import files_of_group
from space.discuss.lists.lines import lines
from space.discuss.models import Category, Topic
from space.discuss.permissions import can_start
from space.discuss.rooms import categories
from space.discuss.rows import rows_html
from space.groups.models import Group
from space.membership import asked, burying, founding, hiding, lively
from space.membership.permissions import can_own
from space.membership.shown import tabs
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
    add_url = reverse("discuss:room_of_group", args=[group.slug]) if can_own(reader, group) else ""
    return {"rooms": rooms, "add_url": add_url} if rooms or add_url else None


def _rooms(group: Group, reader: Reader) -> list[Category]:
    return [one for one in categories(reader) if one.group_id == group.pk]


def register_in_groups() -> None:
    """Called once, when everything is there."""
    panels.register("group", order=10, partial="discuss/_conversations_of_group.html", content=conversations)
    panels.register("group", order=40, partial="discuss/_files_of_group.html", content=files_of_group)
    panels.register("group:aside", order=10, partial="discuss/_rooms_of_group.html", content=rooms_of_group)
    founding.register(furnish)
    for step in (empty_posts, empty_topics, empty_rooms, forget_asked):
        burying.register(step)
    lively.register(last_written)
    _register_questions()


def _register_questions() -> None:
    panels.register("group", order=5, partial="discuss/_questions_of_group.html", content=asking.of_group)
    panels.register("group:acts", order=10, partial="discuss/_ask_button.html", content=asking.button)
    panels.register(
        "group:settings", order=10, partial="discuss/_questions_in_settings.html", content=asking.in_settings
    )
    tabs.register(tabs.Tab("questions", pgettext_lazy("tabs", "Questions"), asking.tab))
    asked.register(where_to_ask)
    hiding.register(hide_marks)
