from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "space.privacy"
    label = "privacy"

    def ready(self) -> None:
        from django.utils.translation import pgettext_lazy

        from space.accounts import closed
        from space.accounts.resting import stays_open
        from space.membership import burying
        from space.notifications import causes, messages
        from space.privacy import numbers  # noqa: F401  (declares its settings)
        from space.privacy.actions.group_copying import forget_copies_of_group
        from space.privacy.kept import register_kept
        from space.privacy.permissions import can_come_back
        from space.privacy.shown import way_to_group_copy, way_to_kept
        from space.privacy.telling import copy_is_ready, group_copy_is_ready, of_copy, of_group_copy
        from space.web import menu, panels

        register_kept()
        stays_open("privacy:")
        panels.register("privacy", order=10, partial="privacy/_way_to_kept.html", content=way_to_kept)
        panels.register(
            "group:end", order=10, partial="privacy/_way_to_group_copy.html", content=way_to_group_copy
        )
        burying.register(forget_copies_of_group)
        closed.offer_way_back(can_come_back, "privacy:back")
        causes.register("copy", of_copy)
        messages.register("copy", copy_is_ready, reaches_suspended=True)
        causes.register("group-copy", of_group_copy)
        messages.register("group-copy", group_copy_is_ready)
        menu.door("kept", "privacy:kept")
        menu.register("preferences", pgettext_lazy("preferences", "Your data"), "privacy:mine", order=60)
