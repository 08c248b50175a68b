from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "space.events"
    label = "events"
