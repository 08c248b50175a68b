"""A field to choose a category for a new topic."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import Category, Door
from space.discuss.permissions import takes_topics
from space.discuss.rooms import in_two_levels, rooms
from space.kit.rules import Refusal

# What is in another direction stays by itself in a line of the list; lists hold no markup.
APART = "\u2068{}\u2069"
_STEP = "\u00a0\u00a0\u00a0"


class RoomSelect(forms.Select):
    """Where one may not start a topic the reason stands in the list, and the choice is shut."""

    refusals: Mapping[str, str] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.refusals:
            option["attrs"]["disabled"] = True
        return option


class OneOfRooms(forms.ChoiceField):
    """Gives the category. The `let` of each such field says who chooses; before that there is nothing to choose."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rooms: dict[str, Category] = {}

    def prepare_value(self, value: Any) -> Any:
        return str(value.pk) if isinstance(value, Category) else value

    def clean(self, value: Any) -> Any:
        return self.rooms.get(super().clean(value))


class RoomField(OneOfRooms):
    """For a new topic."""

    widget = RoomSelect

    def __init__(self, *, empty_label: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.empty_label = empty_label
        self.refusals: dict[str, str] = {}

    def let(self, reader: Reader, asked: Category | None = None) -> None:
        """Offer what this reader may choose, and what they may not with the reason, but for archives.

        Who comes from a category where they may not is told why at once.
        """
        self.rooms = {str(one.pk): one for one in in_two_levels(reader) if not one.is_archive}
        verdicts = {pk: takes_topics(reader, one) for pk, one in self.rooms.items()}
        self.refusals = {pk: str(no.reason) for pk, no in verdicts.items() if isinstance(no, Refusal)}
        self.widget.refusals = self.refusals
        below = {str(child.pk) for one in rooms(reader) for child in one.children}
        named = [(pk, self._label(pk, room, pk in below)) for pk, room in self.rooms.items()]
        self.choices = [("", self.empty_label), *named]
        self.help_text = self.refusals.get(str(asked.pk), "") if isinstance(asked, Category) else ""

    def _label(self, pk: str, room: Category, is_below: bool) -> str:
        shown = _why_not(room) % {"name": APART.format(room.name)} if pk in self.refusals else room.name
        return f"{_STEP}{shown}" if is_below else shown

    def clean(self, value: Any) -> Any:
        room = super().clean(value)
        if room and str(room.pk) in self.refusals:
            raise ValidationError(self.refusals[str(room.pk)], code="refused")
        return room


def _why_not(room: Category) -> str:
    """The refusal in so few words that they fit into a list."""
    if room.who_starts == Door.NOBODY:
        return pgettext("category to choose", "%(name)s (no new topics)")
    if room.who_starts == Door.MODERATORS:
        return pgettext("category to choose", "%(name)s (moderators only)")
    told = pgettext("category to choose", "%(name)s (takes the trust “%(trust)s”)")
    return told.replace("%(trust)s", str(Trust(room.trust_to_start).label))
