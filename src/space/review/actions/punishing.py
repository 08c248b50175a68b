"""What is imposed on somebody without a case is a decided one: so it is told, and can be appealed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import (
    ask_approval,
    begin_penalty,
    end_approval,
    lift_limits,
    lift_penalty,
    set_limits,
)
from space.moderation.models import LogEntry, Measure, Penalty
from space.notifications.actions import tell
from space.review.actions import letters
from space.review.actions.finding import CASES
from space.review.models import Case, Decision, Did, Follows
from space.review.things import PERSON, person_thing
from space.web.versions import bump

# What the log says when it began, and what ends it.
_BEGAN: dict[str, str] = {Follows.LIMITS: "limits-set", Follows.APPROVAL: "approval-began"}
_ENDS: dict[str, Any] = {Follows.LIMITS: lift_limits, Follows.APPROVAL: end_approval}


@transaction.atomic
def punish(
    person: User, measure: Measure, *, by: User, until: datetime, reason: str, clause: str = ""
) -> Penalty:
    """The person is told by mail and bell, as of a decision."""
    penalty, entry = begin_penalty(person, measure, by=by, until=until, reason=reason, clause=clause)
    _decided(person, Follows(measure.value), by, reason, clause, penalty)
    tell(f"terms {entry.pk}")
    letters.write_of_penalty(penalty)
    return penalty


@transaction.atomic
def limit(
    person: User, *, by: User, until: datetime, reason: str, clause: str = "", **wanted: Any
) -> Decision:
    """Limits of their own, lighter or harder."""
    set_limits(person, until=until, by=by, reason=reason, clause=clause, **wanted)
    return _decided(person, Follows.LIMITS, by, reason, clause)


@transaction.atomic
def look_first(person: User, *, by: User, until: datetime, reason: str, clause: str = "") -> Decision:
    """What they write waits for a moderator."""
    ask_approval(person, until=until, by=by, reason=reason, clause=clause)
    return _decided(person, Follows.APPROVAL, by, reason, clause)


def _decided(
    person: User, follows: Follows, by: User, reason: str, clause: str, penalty: Penalty | None = None
) -> Decision:
    """What waits about this person waits on: flags are answered by who looks at them."""
    now = clock.now()
    case = Case.objects.create(**{**person_thing(person).of_case(), "opened_at": now, "decided_at": now})
    how = {"did": Did.AGREE, "clause": clause, "follows": follows, "reason": reason, "penalty": penalty}
    bump(CASES)
    return Decision.objects.create(case=case, by=by, at=now, **how)


def lift_terms(decision: Decision, *, by: User, reason: str) -> None:
    """The limits of a decision, or the look first; not what somebody set anew since. Expects `case.author`."""
    began = _BEGAN.get(decision.follows)
    if began is None:
        return
    person = decision.case.author
    found = LogEntry.objects.filter(what=began, thing_kind=PERSON, thing_id=person.pk)
    if not found.filter(at__gt=decision.at).exists():
        _ENDS[decision.follows](person, by=by, reason=reason)


@transaction.atomic
def lift(penalty: Penalty, *, by: User, reason: str) -> Penalty:
    """End it before its time: who learnt that they cannot write learns that they can."""
    penalty, entry = lift_penalty(penalty, by=by, reason=reason)
    if entry:
        tell(f"terms {entry.pk}")
        letters.write_of_lift(penalty, reason)
    return penalty
