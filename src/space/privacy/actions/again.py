"""A back-up was brought back: who was erased after it was made is erased again, by the same steps."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction

from space.accounts.actions import shut_for_now
from space.accounts.models import User
from space.kit import clock
from space.privacy.actions.erasing import erase_some
from space.privacy.actions.leaving import come_back
from space.privacy.erased import Line, Was, last_of_each
from space.privacy.models import Farewell


def make_true_again() -> Iterator[Line]:
    """Go through what is noted outside of the database; gives each line that the database knew nothing of.

    It may be broken off and begun again. An account made later than its line is somebody else's, with the same number.
    """
    for line in last_of_each():
        person = User.objects.filter(pk=line.person, created_at__lte=line.at).first()
        if person and _is_new(person, line):
            yield line


def _is_new(person: User, line: Line) -> bool:
    before = Farewell.objects.filter(person=person).first()
    if line.was == Was.TAKEN_BACK:
        return bool(before and before.asked_at <= line.at and come_back(before))
    if before and (before.done_at or line.was == Was.ASKED):
        return False
    farewell = _farewell(person, line)
    while line.was == Was.ERASED and not erase_some(farewell.pk):
        pass
    return True


@transaction.atomic
def _farewell(person: User, line: Line) -> Farewell:
    """The farewell as it was, without asking what has to be handed over: that was done, and is forgotten too."""
    due = line.due if line.was == Was.ASKED else min(line.due, clock.now() - timedelta(seconds=1))
    words = {"way": line.way, "due_at": due}
    made, is_new = Farewell.objects.get_or_create(person=person, defaults={**words, "asked_at": line.at})
    if not is_new:
        Farewell.objects.filter(pk=made.pk).update(**words)
    shut_for_now(person)
    return made
