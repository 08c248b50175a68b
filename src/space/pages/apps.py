from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "space.pages"
    label = "pages"

    def ready(self) -> None:
        from django.conf import settings
        from django.utils.translation import pgettext_lazy

        from space.web import menu

        if settings.DEMO:
            other = pgettext_lazy("menu", "Be somebody else")
            menu.register("person", other, "demo:people", order=90, icon="userGroup")
            menu.register("foot", pgettext_lazy("menu", "Demo people"), "demo:people", order=90)
            menu.register("foot", pgettext_lazy("menu", "Mails of the demo"), "demo:mail", order=91)
