from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "space.groups"
    label = "groups"

    def ready(self) -> None:
        from space.groups.carrying import carry_groups
        from space.groups.kept import register_kept
        from space.groups.panels import communities_of_person
        from space.web import panels

        carry_groups()
        register_kept()
        panels.register(
            "person:aside", order=10, partial="groups/_communities.html", content=communities_of_person
        )
