"""What events add to the menus."""

from space.web import menu


def register_doors() -> None:
    """Called once, from `ready()`."""
    menu.door("add_event", "events:add")
