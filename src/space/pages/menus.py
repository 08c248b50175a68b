"""Links to our pages, in the bar, the foot and the person's menu."""

from django.conf import settings
from django.utils.translation import pgettext_lazy

from space.web import menu


def register_pages() -> None:
    """Called once, when everything is there."""
    guidelines, helping = pgettext_lazy("menu", "Guidelines"), pgettext_lazy("menu", "Help")
    menu.register("main", guidelines, "pages:guidelines", order=60)
    menu.register("main", pgettext_lazy("menu", "About"), "pages:about", order=70)
    menu.door("people", "pages:people")
    menu.door("help_lists", "pages:help_page", "reading")
    menu.door("help_filters", "pages:help_page", "search")
    menu.door("guidelines", "pages:guidelines")
    menu.register("person", helping, "pages:help", order=80, icon="help")
    menu.register("foot", pgettext_lazy("menu", "People"), "pages:people", order=5)
    menu.register("foot", helping, "pages:help", order=8)
    menu.register("foot", guidelines, "pages:guidelines", order=10)
    menu.register("foot", pgettext_lazy("menu", "Privacy"), "pages:privacy", order=20)
    menu.register("foot", pgettext_lazy("menu", "Contact"), "pages:contact", order=25)
    if settings.DEMO:
        other = pgettext_lazy("menu", "Be somebody else")
        menu.register("person", other, "demo:people", order=90, icon="userGroup")
        menu.register("foot", pgettext_lazy("menu", "Demo people"), "demo:people", order=90)
        menu.register("foot", pgettext_lazy("menu", "Mails of the demo"), "demo:mail", order=91)
