from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    name = "space.administration"
    label = "administration"

    def ready(self) -> None:
        from django.utils.translation import pgettext_lazy

        from space.accounts.telling import has_to_wait
        from space.administration.actions import note_who_waits
        from space.administration.kept import register_kept
        from space.administration.keys import keys_of_person
        from space.administration.letters import register_messages
        from space.administration.permissions import can_administer, can_let_in
        from space.web import menu, panels

        register_kept()
        register_messages()
        panels.register(
            "person:staff", order=50, partial="administration/_keys_of_person.html", content=keys_of_person
        )
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
            "person",
            pgettext_lazy("menu", "Who waits to be let in"),
            "administration:waiting",
            order=13,
            icon="userAdd",
            who=can_let_in,
        )
        has_to_wait.connect(note_who_waits, dispatch_uid="administration.waits")
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
