"""Who may do what with events. Rules ask the database nothing: an event brings its organisers along."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.permissions import can_moderate, can_write
from space.events.models import Event
from space.kit.rules import Refusal, Verdict, first_refusal

_NOT_YOURS = Refusal(pgettext_lazy("refusal", "Only its organisers can do that."))
_CANCELLED = Refusal(pgettext_lazy("refusal", "This event is cancelled."))


def organises(reader: Reader, event: Event) -> bool:
    return reader.is_member and reader.pk in {one.person_id for one in event.organisers.all()}


def can_add(reader: Reader) -> Verdict:
    """Everybody who may write may add an event."""
    return can_write(reader)


def can_change(reader: Reader, event: Event) -> Verdict:
    """Its organisers, and who moderates where it stands."""
    return first_refusal(can_write(reader), _looks_after(reader, event))


def _looks_after(reader: Reader, event: Event) -> Verdict:
    if organises(reader, event):
        return True
    return _NOT_YOURS if not can_moderate(reader, event.topic.category) else True


def can_attend(reader: Reader, event: Event) -> Verdict:
    """Who may write, as long as it takes place."""
    return first_refusal(can_write(reader), _CANCELLED if event.is_cancelled else True)
