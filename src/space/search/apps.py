from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "space.search"
    label = "search"
