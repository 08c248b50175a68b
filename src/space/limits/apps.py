from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "space.limits"
    label = "limits"
