from django.apps import AppConfig


class UploadsConfig(AppConfig):
    name = "space.uploads"
    label = "uploads"
