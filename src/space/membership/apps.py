from django.apps import AppConfig


class MembershipConfig(AppConfig):
    name = "space.membership"
    label = "membership"

    def ready(self) -> None:
        from space.membership import numbers  # noqa: F401  (the settings)
        from space.membership.kept import register_kept
        from space.membership.menus import register_menus
        from space.membership.telling.kinds import register as register_kinds

        register_menus()
        register_kinds()
        register_kept()
