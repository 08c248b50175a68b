from django.db import transaction

from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell
from space.review.actions.finding import changed, lock_case
from space.review.models import Case


@transaction.atomic
def claim(case: Case, *, by: User) -> Case:
    """Others see that somebody looks at it. Who claims it next takes it over."""
    case = lock_case(case.pk)
    if case.waits and case.claimed_by_id != by.pk:
        case.claimed_by, case.claimed_at = by, clock.now()
        changed(case, "claimed_by", "claimed_at")
    return case


@transaction.atomic
def let_go(case: Case, *, by: User, to: User | None = None) -> Case:
    """Leave it to others, or hand it to one of them, who hears of it."""
    case = lock_case(case.pk)
    if case.waits:
        case.claimed_by, case.claimed_at = to, clock.now() if to else None
        changed(case, "claimed_by", "claimed_at")
        if to:
            tell(f"case-handed {case.pk}")
    return case


@transaction.atomic
def ask_staff(case: Case, *, by: User) -> Case:
    """Let moderators of the whole place see the case of a category or closed group, too."""
    case = lock_case(case.pk)
    if not case.asks_staff:
        case.asks_staff = True
        changed(case, "asks_staff")
        record(by, "case-handed-on", case)
    return case
