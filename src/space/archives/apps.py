from django.apps import AppConfig


class ArchivesConfig(AppConfig):
    name = "space.archives"
    label = "archives"

    def ready(self) -> None:
        from space.archives.panels import origin_of_topic
        from space.web import panels

        panels.register("topic", order=10, partial="archives/_origin.html", content=origin_of_topic)
