from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "space.search"
    label = "search"

    def ready(self) -> None:
        from space.search import (
            numbers,  # noqa: F401  (declares its settings)
            own_names,
        )
        from space.search.grammar.generic import register_generic
        from space.web import menu

        register_generic()
        own_names.register()
        menu.door("search", "search:results")
        menu.door("instant", "search:instant")
        menu.door("search_description", "search:description")
