"""What the Blog adds to the menus."""

from django.utils.translation import pgettext_lazy

from space.blog.oembed import register as register_oembed
from space.web import menu


def register_pages() -> None:
    menu.register("main", pgettext_lazy("menu", "Blog"), "blog:home", order=10)
    menu.door("blog", "blog:home")
    menu.door("newsroom", "blog:newsroom")
    menu.door("submit", "blog:submit")
    menu.door("oembed", "blog:oembed")
    register_oembed()
