"""What groups add to the menus."""

from django.utils.translation import pgettext_lazy

from space.web import menu


def register_menus() -> None:
    """Called once, from `ready()`."""
    menu.register("foot", pgettext_lazy("menu", "Groups"), "groups:directory", order=25)
    menu.register("person", pgettext_lazy("menu", "Groups"), "groups:directory", order=35, icon="userGroup")
    menu.door("groups", "groups:directory")
