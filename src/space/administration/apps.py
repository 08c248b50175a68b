from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    name = "space.administration"
    label = "administration"

    def ready(self) -> None:
        from django.utils.translation import pgettext_lazy

        from space.administration.kept import register_kept
        from space.administration.permissions import can_administer
        from space.web import menu

        register_kept()
        menu.door("administration", "administration:home")
        menu.register(
            "person",
            pgettext_lazy("menu", "Administration"),
            "administration:home",
            order=50,
            icon="key",
            who=can_administer,
        )
        menu.register(
            "administration",
            pgettext_lazy("menu", "Settings of the community"),
            "administration:settings",
            order=10,
            icon="settings",
            explanation=pgettext_lazy(
                "administration", "Limits, texts, name and look of this place. Every change is written down."
            ),
        )
        menu.register(
            "administration",
            pgettext_lazy("menu", "Who waits to be let in"),
            "administration:waiting",
            order=20,
            icon="userAdd",
            explanation=pgettext_lazy(
                "administration", "New accounts that somebody has to look at before they can be used."
            ),
        )
