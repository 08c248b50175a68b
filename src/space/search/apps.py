from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "space.search"
    label = "search"

    def ready(self) -> None:
        from space.search.grammar.generic import register_generic

        register_generic()
