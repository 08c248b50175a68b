"""Silence and suspension without a case: the person is told by mail and bell, as of a decision."""

from datetime import datetime

from django.db import transaction

from space.accounts.models import User
from space.moderation.actions import begin_penalty, lift_penalty
from space.moderation.models import Measure, Penalty
from space.notifications.actions import tell
from space.review.actions import letters


@transaction.atomic
def punish(person: User, measure: Measure, *, by: User, until: datetime, reason: str) -> Penalty:
    penalty, entry = begin_penalty(person, measure, by=by, until=until, reason=reason)
    tell(f"terms {entry.pk}")
    letters.write_of_penalty(penalty)
    return penalty


@transaction.atomic
def lift(penalty: Penalty, *, by: User, reason: str) -> Penalty:
    """End it before its time: who learnt that they cannot write learns that they can."""
    penalty, entry = lift_penalty(penalty, by=by, reason=reason)
    if entry:
        tell(f"terms {entry.pk}")
        letters.write_of_lift(penalty, reason)
    return penalty
