"""What events add to the menus."""

from django.utils.translation import pgettext_lazy

from space.events.keys import tell_keys
from space.web import menu


def register_menus() -> None:
    """Called once, from `ready()`."""
    menu.register("main", pgettext_lazy("menu", "Map"), "events:map", order=35)
    menu.register("main", pgettext_lazy("menu", "Calendar"), "events:calendar", order=40)
    menu.door("calendar", "events:calendar")
    menu.door("add_event", "events:add")
    tell_keys()
