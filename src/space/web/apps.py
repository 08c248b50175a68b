from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "space.web"
    label = "web"
