"""Choices that are shown as what they are: colours, icons."""

from typing import Any

from django import forms

from space.discuss.models import Category


class Swatches(forms.RadioSelect):
    template_name = "discuss/arranging/_swatches_input.html"


class Pictures(forms.RadioSelect):
    template_name = "discuss/arranging/_pictures_input.html"


class RoomAbove(forms.ChoiceField):
    """The category that another stands below: one at the top, or none. `rooms` are those to choose from."""

    def let(self, rooms: list[Category], *, at_top: Any) -> None:
        self.rooms = {str(room.pk): room for room in rooms}
        named = [(pk, f"\u2068{room.name}\u2069") for pk, room in self.rooms.items()]
        self.choices = [("", at_top), *named]

    def prepare_value(self, value: Any) -> Any:
        return str(value.pk) if isinstance(value, Category) else value

    def room(self, value: Any) -> Category | None:
        return self.rooms.get(str(value))
