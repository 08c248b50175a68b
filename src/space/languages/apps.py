from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "space.languages"
    label = "languages"

    def ready(self) -> None:
        from space.web import menu

        menu.door("language", "languages:choose")
