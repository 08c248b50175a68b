from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "space.notifications"
    label = "notifications"
