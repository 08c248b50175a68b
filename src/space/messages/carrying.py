"""What every reader carries of private conversations: those that somebody of the staff has opened for a while."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import Now

from space.accounts import readers
from space.messages.models import MessageVisit


def carry_visits() -> None:
    """Called once, from `ready()`."""
    readers.carry("opened", _visits)


def _visits(person: str) -> ArraySubquery:
    """By the database's clock, as sessions keep the statement. Who is in a conversation does not visit it."""
    mine = MessageVisit.objects.filter(person_id=OuterRef(person), until__gt=Now())
    return ArraySubquery(
        mine.exclude(topic__participants__person_id=OuterRef(person)).values(named=F("topic_id"))
    )
