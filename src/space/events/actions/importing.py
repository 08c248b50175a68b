"""A calendar that somebody brings as a file. What the same person brings again changes what they brought before."""

import time
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.accounts.sayings import pass_at_once
from space.discuss.allowances import Allowances
from space.events.actions.items import Outcome, keep_items
from space.events.importing.files import groups_in
from space.events.importing.reasons import TIME_IS_OVER, TOO_MANY
from space.events.models import Source
from space.kit import clock
from space.kit.fields import first_words, one_line
from space.limits.actions import Limit, take

# Of a file; of its events; and how long one import may take, so that nobody waits for ever.
BYTES, AT_MOST, SECONDS = 1_000_000, 500, 12.0
_A_DAY = Limit("imports", 20, timedelta(days=1))


def import_calendar(data: bytes, *, by: User, name: str, zone: str = "UTC") -> Outcome:
    """Read a file of calendars. Counts once, whatever is in it; an item that cannot be kept is told, the rest goes on.

    `zone` is meant where the file names none. Items are kept one by one: what is kept stays, also when time is over,
    and the same file sent again goes on from there.
    """
    source = _begin(data, by, name)
    outcome = Outcome(source)
    until = time.monotonic() + SECONDS
    groups, outcome.problems = groups_in(data)

    def enough(number: int) -> str:
        if number >= AT_MOST:
            return str(TOO_MANY)
        return str(TIME_IS_OVER) if time.monotonic() > until else ""

    keep_items(groups, zone, outcome, by, enough)
    return outcome


@transaction.atomic
def _begin(data: bytes, by: User, name: str) -> Source:
    if len(data) > BYTES:
        text = npgettext(
            "limit", "A calendar can have %(n)d megabyte.", "A calendar can have %(n)d megabytes.", 1
        )
        raise ValidationError(text % {"n": BYTES // 1_000_000}, code="too_large")
    if Allowances(by).is_newcomer:
        text = pgettext(
            "limit", "You can bring calendars from your second day on. Until then, add single events."
        )
        raise ValidationError(text, code="newcomer")
    take(f"person:{by.pk}", _A_DAY)
    called = pass_at_once({"name": first_words(one_line(name), 250)}, "calendar", by=by)["name"][:250]
    called = called or "calendar.ics"
    source, _ = Source.objects.get_or_create(by=by, name=called, address="")
    source.read_at = clock.now()
    source.save(update_fields=["read_at"])
    return source
