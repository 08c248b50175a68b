"""Silence and suspension without a case: the person is told by mail and bell, as of a decision."""

from datetime import datetime

from django.db import transaction

from space.accounts.models import User
from space.moderation.actions import penalise
from space.moderation.models import LogEntry, Measure, Penalty
from space.notifications.actions import tell
from space.review.actions import letters


@transaction.atomic
def punish(person: User, measure: Measure, *, by: User, until: datetime, reason: str) -> Penalty:
    penalty = penalise(person, measure, by=by, until=until, reason=reason)
    began = LogEntry.objects.filter(
        what=f"{measure}-began", thing_kind=User._meta.label_lower, thing_id=person.pk
    )
    tell(f"terms {began.latest('pk').pk}")
    letters.write_of_penalty(penalty)
    return penalty
