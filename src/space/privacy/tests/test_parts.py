"""Every column that names a person stands in what is kept, with its copy and its fate."""

from django.apps import apps
from django.db.models import ForeignKey

from space.accounts.models import User
from space.accounts.personal import Fate, Part, parts
from space.privacy.shown import areas

# What names a person and is kept of nobody.
NOT_THEIRS: dict[str, str] = {}


def columns() -> set[str]:
    return {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model is User
    }


def wrong(part: Part) -> list[str]:
    fates = set(part.columns.values())
    return [
        said
        for said, is_so in (
            ("is neither copied nor says why not", not (part.rows or part.files or part.no_copy)),
            ("stays and does not say why", bool(fates - {Fate.GOES}) and not part.stays),
            ("goes and nothing takes it away", bool(fates - {Fate.STAYS}) and part.erase is None),
        )
        if is_so
    ]


def test_every_column_that_names_a_person_stands_in_exactly_one_part():
    told = [column for part in parts() for column in part.columns]
    assert len(told) == len(set(told))
    assert set(told) | set(NOT_THEIRS) == columns()


def test_every_part_is_copied_or_says_why_not_and_what_becomes_of_it():
    assert [f"{part.name} {said}" for part in parts() for said in wrong(part)] == []


def test_the_page_tells_every_part(client):
    page = client.get("/privacy/kept/").content.decode()
    assert sum(len(things) for _, things in areas()) == len(parts()) == page.count("<article")
    assert [area for area, _ in areas() if area.islower()] == []
