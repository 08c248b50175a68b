"""Two events may be one and the same: that is noted, and what somebody says of it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.events.lists.alike import alike_events
from space.events.models import Event, Found, Likeness
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


def note_alike(event: Event) -> list[Likeness]:
    """Those that it may be, as far as nobody has been asked about them yet. Both still stand in the calendar."""
    noted = []
    for pk in alike_events(event):
        first, second = sorted((event.pk, pk))
        likeness, is_new = Likeness.objects.get_or_create(
            first_id=first, second_id=second, defaults={"at": clock.now()}
        )
        if is_new:
            noted.append(likeness)
            versions.bump(f"event:{pk}")
    return noted


@transaction.atomic
def tell_apart(likeness: Likeness, *, by: User) -> None:
    """They are two, and nobody is asked again."""
    likeness = lock_likeness(likeness)
    if likeness.found:
        return
    settle(likeness, Found.DIFFERENT, by)
    record(by, "events-told-apart", likeness, first=likeness.first_id, second=likeness.second_id)


def lock_likeness(likeness: Likeness) -> Likeness:
    return Likeness.objects.select_for_update().get(pk=likeness.pk)


def settle(likeness: Likeness, found: Found, by: User) -> None:
    likeness.found, likeness.found_by, likeness.found_at = found, by, clock.now()
    likeness.save(update_fields=["found", "found_by", "found_at"])
    versions.bump(f"event:{likeness.first_id}", f"event:{likeness.second_id}")


def already(likeness: Likeness) -> ValidationError:
    text = pgettext("refusal", "Somebody has just answered this. Look at it again.")
    return ValidationError(text, code="answered")
