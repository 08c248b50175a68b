from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "space.pages"
    label = "pages"

    def ready(self) -> None:
        from django.conf import settings
        from django.utils.translation import pgettext_lazy

        from space.pages import wording  # noqa: F401  (declares its settings)
        from space.pages.people.found import let_people_be_found
        from space.web import menu

        let_people_be_found()
        guidelines, about = pgettext_lazy("menu", "Guidelines"), pgettext_lazy("menu", "About")
        helping = pgettext_lazy("menu", "Help")
        menu.register("main", guidelines, "pages:guidelines", order=60)
        menu.register("main", about, "pages:about", order=70)
        menu.door("people", "pages:people")
        menu.door("help_lists", "pages:help_page", "reading")
        menu.door("help_filters", "pages:help_page", "search")
        menu.register("foot", pgettext_lazy("menu", "People"), "pages:people", order=5)
        menu.register("foot", helping, "pages:help", order=8)
        menu.register("person", helping, "pages:help", order=80, icon="help")
        menu.register("foot", guidelines, "pages:guidelines", order=10)
        menu.door("guidelines", "pages:guidelines")
        menu.register("foot", pgettext_lazy("menu", "Privacy"), "pages:privacy", order=20)
        if settings.DEMO:
            other = pgettext_lazy("menu", "Be somebody else")
            menu.register("person", other, "demo:people", order=90, icon="userGroup")
            menu.register("foot", pgettext_lazy("menu", "Demo people"), "demo:people", order=90)
            menu.register("foot", pgettext_lazy("menu", "Mails of the demo"), "demo:mail", order=91)
