"""Staff open a closed group for a while."""

from datetime import timedelta

from django.db import transaction

from space.accounts.models import User
from space.groups.models import Group, Visit
from space.kit import clock
from space.membership.actions.deeds import locked, note
from space.membership.models import Did
from space.membership.numbers import VISIT_HOURS
from space.moderation.actions import record


@transaction.atomic
def visit(group: Group, *, by: User, reason: str) -> Visit:
    """Read what is inside from the next request on, until the time is over. Its members see who, when and why.

    While a visit lasts a second one changes nothing.
    """
    group = locked(group)
    now = clock.now()
    if there := Visit.objects.filter(group=group, person=by, until__gt=now).first():
        return there
    until = now + timedelta(hours=VISIT_HOURS())
    made = Visit.objects.create(group=group, person=by, reason=reason, at=now, until=until)
    note(group, Did.VISITED, by=by, words=reason)
    record(by, "group-visited", group, reason)
    return made
