"""People who were found by search: those whom the directory lists, ready-made."""

from collections.abc import Iterable

from django.db.models.signals import post_save
from django.utils.translation import pgettext_lazy

from space import languages
from space.accounts.faces import face_of
from space.accounts.models import User
from space.accounts.readers import Reader
from space.accounts.telling import person_changed
from space.pages import actions
from space.pages.people.finding import listed
from space.search import naming
from space.search.grammar.choices import Choice
from space.search.grammar.generic import KINDS
from space.search.grammar.operators import SEARCH
from space.search.kinds import Found, Kind, register


def let_people_be_found() -> None:
    register(
        "person", Kind(pgettext_lazy("kind of what is found", "People"), people, actions.documents_of_people)
    )
    naming.species("person", pgettext_lazy("species", "People"), "userAvatar", order=50)
    KINDS.register(
        Choice(
            "person",
            pgettext_lazy("filter value", "person"),
            pgettext_lazy("filter", "people by their names"),
            where=frozenset({SEARCH}),
            order=20,
        )
    )
    post_save.connect(actions.notice_saved, User, dispatch_uid="people are found")
    person_changed.connect(actions.notice_changed, dispatch_uid="people are found")


def people(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    found = {}
    for person in listed().filter(pk__in=list(pks)):
        said = languages.mark(actions.language_of_about(person))
        face = face_of(person)
        found[person.pk] = Found(
            url=face.url,
            title=person.name,
            text=person.about,
            text_lang=said.lang,
            text_dir=said.dir,
            picture=face.picture,
            more={"face": face},
        )
    return found
