"""Somebody is erased, app by app, in small transactions. Broken off, it goes on: each step looks for what is left."""

from time import monotonic

from django.db import transaction

from space.accounts.models import User
from space.accounts.personal import Part, Way, parts
from space.kit import clock
from space.moderation.actions import record
from space.privacy import tasks
from space.privacy.erased import Line, Was, note
from space.privacy.models import Farewell

# Seconds of one job; others wait for the worker too.
_AT_ONCE = 30.0


def erase_due() -> int:
    """A job for everybody whose day has come. Says how many there are."""
    due = Farewell.objects.filter(done_at=None, due_at__lte=clock.now()).values_list("pk", flat=True)
    for pk in due:
        tasks.erase.defer(farewell=pk)
    return len(due)


def erase_some(pk: int, seconds: float = _AT_ONCE) -> bool:
    """Erase, for so long; whether nothing is left to do."""
    farewell = _begin(pk)
    if farewell is None:
        return True
    ends = monotonic() + seconds
    for part in parts():
        while part.erase and _step(part, farewell):
            if monotonic() > ends:
                return False
    _finish(farewell)
    return True


@transaction.atomic
def _begin(pk: int) -> Farewell | None:
    """From now on there is no way back. None where it is not the day, or all is done."""
    due = Farewell.objects.filter(pk=pk, done_at=None, due_at__lte=clock.now())
    farewell = due.select_for_update().first()
    if farewell and farewell.began_at is None:
        farewell.began_at = clock.now()
        # Before it stands in the database: what a back-up forgets must be known outside from the first step on.
        way, day = Way(farewell.way), farewell.due_at
        note(Line(farewell.person_id, Was.ERASED, way, farewell.began_at, day))
        farewell.save(update_fields=["began_at"])
    return farewell


@transaction.atomic
def _step(part: Part, farewell: Farewell) -> bool:
    person = User.objects.get(pk=farewell.person_id)
    return bool(part.erase and part.erase(person, Way(farewell.way)))


@transaction.atomic
def _finish(farewell: Farewell) -> None:
    person = User.objects.get(pk=farewell.person_id)
    Farewell.objects.filter(pk=farewell.pk).update(done_at=clock.now())
    record(person, "account-erased", person, way=farewell.way)
