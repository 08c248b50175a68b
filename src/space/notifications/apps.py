from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class NotificationsConfig(AppConfig):
    name = "space.notifications"
    label = "notifications"

    def ready(self) -> None:
        from space.accounts import readers
        from space.notifications import numbers  # noqa: F401  (the settings)
        from space.notifications.bell import waiting, waiting_of_oneself
        from space.notifications.kept import register_kept
        from space.notifications.messages import register_messages
        from space.web import menu

        readers.carry("bell", waiting)
        readers.carry("bell_of_oneself", waiting_of_oneself)
        register_messages()
        register_kept()
        menu.door("notifications", "notifications:all")
        menu.register(
            "preferences",
            pgettext_lazy("preferences", "Notifications"),
            "notifications:wishes",
            order=14,
        )
