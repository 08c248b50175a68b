"""For whom a story is: for everybody, or for the members of a group, in one of its categories."""

from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category
from space.discuss.permissions import can_start
from space.discuss.room_field import APART, OneOfRooms
from space.discuss.rooms import categories
from space.groups.standing import belongs


class GroupRoomField(OneOfRooms):
    """Who belongs to no group has nothing to choose."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=pgettext_lazy("story form", "Who it is for"),
            required=False,
            help_text=pgettext_lazy(
                "story form",
                "A story for a group is written, published and read in the group alone. It stays there: later you can "
                "offer a copy to the Blog.",
            ),
            **kwargs,
        )

    def let(self, reader: Reader) -> bool:
        """Whether there is one to choose."""
        self.rooms = {str(one.pk): one for one in rooms_to_write_in(reader)}
        everybody = pgettext("story form", "Everybody: for the Blog")
        self.choices = [("", everybody), *((pk, _label(room)) for pk, room in self.rooms.items())]
        return bool(self.rooms)


def rooms_to_write_in(reader: Reader) -> list[Category]:
    """The categories of groups to which this reader belongs, where they may begin something."""
    inside = [one for one in categories(reader) if one.group_id and belongs(reader, one.group_id)]
    return [one for one in inside if not one.is_archive and can_start(reader, one)]


def _label(room: Category) -> str:
    group, name = room.group.name if room.group else "", room.name
    if group == name:
        return APART.format(group)
    return f"{APART.format(group)}: {APART.format(name)}"
