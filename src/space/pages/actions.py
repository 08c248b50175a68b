"""People are found by search as the directory lists them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from space import languages
from space.accounts.models import User
from space.groups.circles import Circle
from space.moderation.models import Measure, Penalty
from space.pages import tasks
from space.pages.people.finding import listed
from space.search.documents import Document, locked_batch
from space.search.indexing import forget, index

_TELLING = {"name", "about", "languages", "is_listed", "is_active", "nature"}


def index_person(person: User) -> None:
    """Somebody is new, or says something else of themselves; who does not want to be found is not.

    Who is suspended cannot be found either, and can again as soon as that is over.
    """
    found = listed().filter(pk=person.pk).first()
    if found:
        index([_document(found)])
        return
    forget("person", [person.pk])
    until = (
        Penalty.objects.in_force()
        .filter(measure=Measure.SUSPENSION, person=person)
        .aggregate(last=Max("until"))
    )
    if until["last"]:
        tasks.index_person.configure(schedule_at=until["last"]).defer(person=person.pk)


def notice_saved(instance: User, update_fields: Iterable[str] | None, **_: Any) -> None:
    if update_fields is None or _TELLING & set(update_fields):
        index_person(instance)


def notice_changed(person: User, **_: Any) -> None:
    index_person(person)


def documents_of_people(after: int, most: int) -> tuple[list[Document], int | None]:
    return locked_batch(listed(), _document, after, most)


def language_of_about(person: User) -> str:
    """As it looks; nothing where nothing is said."""
    return languages.guess(person.about, person.languages).code if person.about else ""


def _document(person: User) -> Document:
    return Document(
        kind="person",
        pk=person.pk,
        title=person.name,
        text=person.about,
        lang=language_of_about(person),
        circle=Circle.PUBLIC,
        written_at=person.created_at,
        species="person",
    )
