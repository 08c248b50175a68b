"""Staff open for a while what is not for them: a closed group, a private conversation."""

from datetime import timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from space.accounts.models import User
from space.groups.models import Group, StaffVisit, Visit
from space.kit import clock
from space.membership.actions.deeds import locked, note
from space.membership.models import Did
from space.membership.numbers import VISIT_HOURS
from space.moderation.actions import record

One = TypeVar("One", bound=StaffVisit)


@transaction.atomic
def visit(group: Group, *, by: User, reason: str) -> Visit:
    """Read what is inside from the next request on, until the time is over. Its members see who, when and why.

    While a visit lasts a second one changes nothing.
    """
    group = locked(group)
    made, is_new = enter(Visit.objects.filter(group=group), by, reason, group=group)
    if is_new:
        note(group, Did.VISITED, by=by, words=reason)
        record(by, "group-visited", group, reason)
    return made


def enter(there: QuerySet[One], by: User, reason: str, **of: Any) -> tuple[One, bool]:
    """Begin a visit of what has these visits, unless one lasts; says whether it is new. Expects the thing locked.

    Who calls writes it into the log and tells those inside.
    """
    now = clock.now()
    if lasting := there.filter(person=by, until__gt=now).first():
        return lasting, False
    until = now + timedelta(hours=VISIT_HOURS())
    return there.create(person=by, reason=reason, at=now, until=until, **of), True
