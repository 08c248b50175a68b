from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "space.groups"
    label = "groups"

    def ready(self) -> None:
        from django.contrib.postgres.expressions import ArraySubquery
        from django.db.models import OuterRef

        from space.accounts import readers
        from space.groups.models import Membership
        from space.groups.panels import communities_of_person
        from space.web import panels

        def groups(person: str) -> ArraySubquery:
            return ArraySubquery(Membership.objects.filter(person_id=OuterRef(person)).values("group_id"))

        def offices(person: str) -> ArraySubquery:
            held = Membership.objects.filter(person_id=OuterRef(person)).exclude(group__office="")
            return ArraySubquery(held.values("group__office"))

        readers.carry("groups", groups)
        readers.carry("offices", offices)
        panels.register(
            "person:aside", order=10, partial="groups/_communities.html", content=communities_of_person
        )
