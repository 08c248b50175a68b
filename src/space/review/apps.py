from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "space.review"
    label = "review"

    def ready(self) -> None:
        from space.review import numbers  # noqa: F401  (the settings)
        from space.review.kept import register_kept
        from space.review.telling.kinds import register as register_kinds

        register_kinds()
        register_kept()
