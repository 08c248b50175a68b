"""Decisions: what becomes of the thing, of the flags on it, and of its author."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.actions import close_topic
from space.kit import clock
from space.moderation.actions import penalise, record
from space.moderation.models import Measure, Penalty
from space.notifications.actions import tell
from space.review.actions import letters, sight
from space.review.actions.finding import changed, lock_case
from space.review.models import AGREES, Case, Decision, Did, Follows


@dataclass(frozen=True)
class Ruling:
    """What somebody decides. `hours` says how long a silence or suspension lasts."""

    did: str
    clause: str = ""
    reason: str = ""
    follows: str = Follows.NOTHING
    hours: int = 0


@transaction.atomic
def decide(case: Case, ruling: Ruling, *, by: User, version: int | None = None) -> Decision:
    """Carry it out, answer the flags, tell everybody concerned.

    Raises a ValidationError with code `decided` where somebody was first, and `changed` where the case is another
    one than the `version` that who decides had before their eyes.
    """
    case = lock_case(case.pk)
    if not case.waits:
        raise _is_over(case)
    if version is not None and version != case.version:
        raise ValidationError(
            pgettext_lazy(
                "deciding", "This has changed meanwhile: another flag, or somebody took it. Look again."
            ),
            code="changed",
        )
    codes = _codes(ruling)
    decision = Decision.objects.create(case=case, by=by, at=clock.now(), reason=ruling.reason, **codes)
    _carry_out(case, ruling, by)
    decision.penalty = _penalise(case, ruling, by)
    decision.save(update_fields=["penalty"])
    _answer_flags(case, ruling.did)
    case.decided_at = clock.now()
    changed(case, "decided_at")
    record(by, "case-decided", sight.thing_of(case), ruling.reason, case=case.pk, hours=ruling.hours, **codes)
    tell(f"decision {decision.pk}")
    letters.write_of_decision(decision)
    return decision


def _is_over(case: Case) -> ValidationError:
    if case.taken_back_at:
        text = pgettext_lazy(
            "deciding", "Its author has taken it back meanwhile: there is nothing to decide."
        )
    else:
        text = pgettext_lazy("deciding", "Somebody has decided this meanwhile. Look at what they did.")
    return ValidationError(text, code="decided")


def _carry_out(case: Case, ruling: Ruling, by: User) -> None:
    did = ruling.did
    if did in (Did.HIDE, Did.ASK):
        sight.hide(case, by=by, reason=ruling.reason)
    elif did == Did.DELETE:
        sight.delete(case, by=by, reason=ruling.reason)
    elif did == Did.KEEP or (did == Did.IGNORE and (case.is_held or case.hidden_at)):
        sight.show(case, by=by)
    elif did == Did.CLOSE and (post := sight.post_of(case)):
        close_topic(post.topic, by=by, reason=ruling.reason)


def _penalise(case: Case, ruling: Ruling, by: User) -> Penalty | None:
    if ruling.follows == Follows.WARNING:
        record(by, "warned", case.author, ruling.reason, case=case.pk)
    if ruling.follows not in Measure.values:
        return None
    until = clock.now() + timedelta(hours=ruling.hours)
    return penalise(case.author, Measure(ruling.follows), by=by, until=until, reason=ruling.reason)


def _answer_flags(case: Case, did: str) -> None:
    """Who flagged was right, or was not; ignored flags count neither way. Where they came from is forgotten."""
    agreed = None if did == Did.IGNORE else did in AGREES
    case.flags.filter(withdrawn_at=None).update(agreed=agreed, sender="")


def _codes(ruling: Ruling) -> dict[str, str]:
    """What stands in the log as well, which holds no words."""
    return {"did": ruling.did, "clause": ruling.clause, "follows": ruling.follows}
