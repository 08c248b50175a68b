"""The roles of the newsroom, as readers bring them along."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef

from space.accounts import readers
from space.blog.models import BoardMember, Reviewer


def carry_roles() -> None:
    """Called once, when everything is there."""
    readers.carry("reviewer_of", _reviewed)
    readers.carry("on_the_board", lambda person: Exists(BoardMember.objects.filter(person=OuterRef(person))))


def _reviewed(person: str) -> ArraySubquery:
    return ArraySubquery(Reviewer.objects.filter(person_id=OuterRef(person)).values("language"))
