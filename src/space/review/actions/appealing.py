from django.db import IntegrityError, transaction

from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import end_penalty, record
from space.notifications.actions import tell
from space.review.actions import letters, sight
from space.review.actions.finding import CASES
from space.review.actions.punishing import lift_terms
from space.review.models import Appeal, Decision, Did, Flag, Outcome
from space.web.versions import bump


@transaction.atomic
def appeal(decision: Decision, words: str, *, by: User) -> Appeal:
    """Ask for another look. Sending it twice makes one."""
    try:
        with transaction.atomic():
            made = Appeal.objects.create(decision=decision, by=by, words=words, at=clock.now())
    except IntegrityError:
        return Appeal.objects.for_actions().get(decision=decision)
    bump(CASES)
    record(by, "appealed", decision)
    tell(f"appeal {made.pk}")
    return made


@transaction.atomic
def answer_appeal(appeal: Appeal, outcome: Outcome, reason: str, *, by: User) -> Appeal:
    """Once. Reversed, all that was done to the thing and its author is undone, and those flags were not right."""
    appeals = Appeal.objects.for_actions().select_for_update(of=("self",)).select_related("by")
    appeal = appeals.get(pk=appeal.pk)
    if appeal.outcome:
        return appeal
    appeal.outcome, appeal.reason = outcome, reason
    appeal.decided_by, appeal.decided_at = by, clock.now()
    appeal.save(update_fields=["outcome", "reason", "decided_by", "decided_at"])
    bump(CASES)
    decision = Decision.objects.select_related("case__author", "penalty").get(pk=appeal.decision_id)
    if outcome == Outcome.REVERSED:
        _undo(decision, by, reason)
    record(by, f"appeal-{outcome}", decision, reason)
    tell(f"appeal {appeal.pk}")
    letters.write_of_answer(appeal)
    return appeal


def _undo(decision: Decision, by: User, reason: str) -> None:
    case = decision.case
    if decision.did in (Did.HIDE, Did.ASK, Did.DELETE, Did.REPLACE) or (decision.agrees and case.hidden_at):
        sight.show(case, by=by)
    if decision.did == Did.CLOSE:
        sight.open_again(case, closed_by=decision.by, since=decision.at, by=by)
    if decision.penalty:
        end_penalty(decision.penalty, by=by, reason=reason)
    lift_terms(decision, by=by, reason=reason)
    Flag.objects.filter(case=case, agreed=True).update(agreed=False)
    decision.reversed_at = clock.now()
    decision.save(update_fields=["reversed_at"])
