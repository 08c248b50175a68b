"""Which languages somebody reviews, as readers bring it along. The board is an office, which groups carry."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from space.accounts import readers
from space.blog.models import Reviewer


def carry_roles() -> None:
    """Called once, when everything is there."""
    readers.carry("reviewer_of", _reviewed)


def _reviewed(person: str) -> ArraySubquery:
    return ArraySubquery(Reviewer.objects.filter(person_id=OuterRef(person)).values("language"))
