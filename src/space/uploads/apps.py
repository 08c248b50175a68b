from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "space.uploads"
    label = "uploads"

    def ready(self) -> None:
        from space.uploads import numbers  # noqa: F401  (declares its settings)
