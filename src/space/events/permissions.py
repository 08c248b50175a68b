"""Who may do what with events. Rules ask the database nothing: an event brings its organisers along."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category
from space.discuss.models.categories import Audience
from space.discuss.permissions import can_moderate, can_write
from space.events.models import Event
from space.events.numbers import GUESTS_MAY_COME, PROTECTED_COUNTRIES
from space.kit.rules import Refusal, Verdict, first_refusal
from space.notifications.mail import is_set_up

_NOT_YOURS = Refusal(pgettext_lazy("refusal", "Only its organisers can do that."))
_NO_GUESTS = Refusal(pgettext_lazy("refusal", "To say that you come to this event you need an account."))
_KEPT_ELSEWHERE = Refusal(pgettext_lazy("refusal", "This event is kept at another page: answer there."))
_CANCELLED = Refusal(pgettext_lazy("refusal", "This event is cancelled."))


def organises(reader: Reader, event: Event) -> bool:
    return reader.is_member and reader.pk in {one.person_id for one in event.organisers.all()}


def looks_after_all(reader: Reader) -> bool:
    """Whether this reader decides about events of everybody."""
    return reader.is_moderator


def can_add(reader: Reader) -> Verdict:
    """Everybody who may write may add an event."""
    return can_write(reader)


def can_keep_template(reader: Reader, category: Category | None) -> Verdict:
    """For oneself who may write; for a category who moderates it."""
    return first_refusal(can_write(reader), can_moderate(reader, category) if category else True)


def can_change(reader: Reader, event: Event) -> Verdict:
    """Its organisers, and who moderates where it stands."""
    return first_refusal(can_write(reader), _looks_after(reader, event))


def _looks_after(reader: Reader, event: Event) -> Verdict:
    if organises(reader, event):
        return True
    return _NOT_YOURS if not can_moderate(reader, event.topic.category) else True


def can_attend(reader: Reader, event: Event) -> Verdict:
    """Who may write, as long as it takes place."""
    if event.same_as_id:
        return _KEPT_ELSEWHERE
    return first_refusal(can_write(reader), _CANCELLED if event.is_cancelled else True)


def can_come_as_guest(event: Event) -> Verdict:
    """Without an account: where everybody reads of it, its organisers let guests come, and a letter can go out."""
    if event.topic.audience != Audience.PUBLIC or not takes_guests(event) or not is_set_up():
        return _NO_GUESTS
    if event.same_as_id:
        return _KEPT_ELSEWHERE
    return True if not event.is_cancelled else _CANCELLED


def takes_guests(event: Event) -> bool:
    """Never in a protected country: whose addresses we do not have nobody can take from us."""
    if event.country in PROTECTED_COUNTRIES():
        return False
    return GUESTS_MAY_COME() if event.guests_may_come is None else event.guests_may_come
