"""What the clock does: what was done by itself ends by itself, and moderators are reminded."""

from datetime import timedelta

from django.db import transaction

from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell
from space.review import numbers
from space.review.actions import sight
from space.review.actions.finding import changed, lock_case
from space.review.models import Appeal, Case
from space.review.things import POST


def look_after() -> int:
    """Called every quarter of an hour; may be called twice. Says how many things it did."""
    return _show_again() + _remind()


def _show_again() -> int:
    """What its flags hid, and nobody decided about."""
    before = clock.now() - timedelta(hours=numbers.HIDDEN_HOURS())
    found = (
        Case.objects.for_actions().filter(decided_at=None, hidden_at__lt=before).values_list("pk", flat=True)
    )
    return sum(_show(pk) for pk in found)


@transaction.atomic
def _show(pk: int) -> bool:
    case, system = lock_case(pk), User.objects.system()
    if case.hidden_at is None or not case.waits:
        return False
    case.hidden_at = None
    changed(case, "hidden_at")
    sight.show(case, by=system)
    if case.thing_kind == POST:
        record(system, "flags-hid-no-more", sight.thing_of(case), case=pk)
    else:
        record(system, "flags-hid-picture-no-more", sight.thing_of(case), case=pk)
    return True


@transaction.atomic
def _remind() -> int:
    """Once of each case and appeal that waits for too long."""
    now = clock.now()
    before = now - timedelta(hours=numbers.WAITS_HOURS())
    cases = Case.objects.for_actions().filter(decided_at=None, opened_at__lt=before, reminded_at=None)
    appeals = Appeal.objects.for_actions().filter(outcome="", at__lt=before, reminded_at=None)
    late = [("case-waits", pk) for pk in cases.values_list("pk", flat=True)[:100]]
    late += [("appeal-waits", pk) for pk in appeals.values_list("pk", flat=True)[:100]]
    for cause, pk in late:
        tell(f"{cause} {pk}")
    cases.filter(pk__in=[pk for cause, pk in late if cause == "case-waits"]).update(reminded_at=now)
    appeals.filter(pk__in=[pk for cause, pk in late if cause == "appeal-waits"]).update(reminded_at=now)
    return len(late)
