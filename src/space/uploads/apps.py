from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "space.uploads"
    label = "uploads"

    def ready(self) -> None:
        from django.utils.translation import pgettext_lazy

        from space.uploads import numbers  # noqa: F401  (declares its settings)
        from space.uploads.kept import register_kept
        from space.uploads.panels import removing_of_person
        from space.web import menu, panels

        register_kept()
        menu.register(
            "preferences", pgettext_lazy("preferences", "Your picture"), "uploads:picture", order=12
        )
        panels.register(
            "person:staff", order=20, partial="uploads/_remove_picture.html", content=removing_of_person
        )
