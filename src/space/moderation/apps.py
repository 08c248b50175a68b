from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "space.moderation"
    label = "moderation"

    def ready(self) -> None:
        from django.db.models import Exists, OuterRef

        from space.accounts import readers
        from space.moderation.kept import register_kept
        from space.moderation.models import Measure, Penalty
        from space.moderation.panels import trust_of_person
        from space.web import panels

        def under(measure: Measure) -> readers.Carried:
            return lambda person: Exists(
                Penalty.objects.in_force().filter(measure=measure, person_id=OuterRef(person))
            )

        readers.carry("suspended", under(Measure.SUSPENSION))
        readers.carry("silenced", under(Measure.SILENCE))
        register_kept()
        panels.register(
            "person:staff", order=10, partial="moderation/_trust_of_person.html", content=trust_of_person
        )
