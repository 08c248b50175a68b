"""The secret address of somebody's own calendar is made, made anew and taken back."""

from django.db import transaction

from space.accounts.models import User
from space.events.models import CalendarKey
from space.events.models.outside import new_key
from space.kit import clock


@transaction.atomic
def make_calendar_key(*, by: User) -> CalendarKey:
    """A new address; an old one leads nowhere from now on."""
    key, _ = CalendarKey.objects.update_or_create(
        person=by, defaults={"key": new_key(), "made_at": clock.now()}
    )
    return key


@transaction.atomic
def end_calendar_key(*, by: User) -> None:
    """No address leads to their calendar any more. Ending it again changes nothing."""
    CalendarKey.objects.filter(person=by).delete()
