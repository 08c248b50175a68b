"""Who may bring calendars that are read by themselves, and decide about them and about what may be the same."""

from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.permissions import can_write
from space.discuss.trust_words import how
from space.events.models import Event, Source
from space.events.numbers import SOURCES_A_PERSON, SOURCES_TRUST
from space.events.permissions import can_change, looks_after_all
from space.kit.rules import Refusal, Verdict, first_refusal

_NOBODY = Refusal(pgettext_lazy("refusal", "Subscribing to calendars is switched off here."))
_NOT_YOURS = Refusal(pgettext_lazy("refusal", "Only who subscribed to it can do that, and moderators."))


def can_subscribe(reader: Reader) -> Verdict:
    """It writes in one's name while one is away, so it takes some trust."""
    return first_refusal(can_write(reader), True if SOURCES_A_PERSON() else _NOBODY, _trusted(reader))


def _trusted(reader: Reader) -> Verdict:
    wanted = int(SOURCES_TRUST())
    if reader.trust >= wanted or looks_after_all(reader):
        return True
    words = pgettext_lazy("refusal", "Subscribing to a calendar takes the trust “{trust}”. {how}")
    return Refusal(format_lazy(words, trust=Trust(wanted).label, how=how(wanted)))


def can_look_after(reader: Reader, source: Source) -> Verdict:
    mine: Verdict = True if source.by_id == reader.pk or looks_after_all(reader) else _NOT_YOURS
    return first_refusal(can_write(reader), mine)


def can_compare(reader: Reader, first: Event, second: Event) -> Verdict:
    """Say whether two events are the same: organisers of either, and moderators of where they stand."""
    return can_change(reader, first) or can_change(reader, second)


def can_leave_out(reader: Reader, event: Event) -> Verdict:
    """In favour of another one: only who may change it, or anybody could end the events of others."""
    return can_change(reader, event)
