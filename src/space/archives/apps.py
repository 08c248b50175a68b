from django.apps import AppConfig


class ArchivesConfig(AppConfig):
    name = "space.archives"
    label = "archives"

    def ready(self) -> None:
        from django.utils.translation import pgettext_lazy

        from space.archives.kept import register_kept
        from space.archives.panels import origin_of_topic
        from space.web import menu, panels

        register_kept()
        panels.register("topic", order=10, partial="archives/_origin.html", content=origin_of_topic)
        menu.register(
            "administration",
            pgettext_lazy("menu", "Requests to take something down"),
            "archives:takedowns",
            order=50,
            icon="archive",
            explanation=pgettext_lazy(
                "administration", "What people ask to be removed from imported messages."
            ),
        )
