from django.apps import AppConfig


class DiscussConfig(AppConfig):
    name = "space.discuss"
    label = "discuss"

    def ready(self) -> None:
        from space.discuss import declared  # noqa: F401  (the settings)
        from space.discuss.actions.viewing import count_views
        from space.discuss.carrying import carry_rooms
        from space.discuss.groups import register_in_groups
        from space.discuss.hanging import register_hanging
        from space.discuss.kept.parts import register_kept
        from space.discuss.lists.taste import carry_tastes
        from space.discuss.menus import register_pages
        from space.discuss.panels import register as register_panels
        from space.discuss.searching.kinds import be_found
        from space.discuss.telling.kinds import register as register_kinds
        from space.discuss.thread.plain_acts import register_plain_acts

        carry_rooms()
        carry_tastes()
        register_plain_acts()
        register_panels()
        register_in_groups()
        register_pages()
        be_found()
        register_kinds()
        register_kept()
        register_hanging()
        count_views()
