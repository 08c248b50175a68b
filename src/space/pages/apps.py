from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "space.pages"
    label = "pages"
