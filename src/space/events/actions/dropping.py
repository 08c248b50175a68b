"""What a calendar elsewhere does not have any more.

Its owner took it out, so it does not take place as it stands here. Where others have a part in it, they have to be
told, so it is cancelled, says why, and stays; where nobody has, it goes without a trace: many programs give all events
new names at each change, and a calendar full of cancelled twins would help nobody. What is over stays: it took place.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import npgettext, pgettext

from space.discuss.models import Audience
from space.events.actions.finding import fresh, lock_event
from space.events.actions.items import Kept, Outcome
from space.events.actions.occurring import departures
from space.events.actions.planning import depart, set_plan
from space.events.actions.sources import take_back
from space.events.importing.reasons import Problem
from space.events.models import Event, Imported, Occurrence, Source, Status
from space.events.plan import plan_of
from space.kit import clock

# More than so many at once, and most of all, is more likely a mishap elsewhere.
_A_FEW = 3
_ENDS = re.compile(r";?(?:UNTIL|COUNT)=[^;]*", re.IGNORECASE)


def drop_missing(source: Source, kept: Kept, outcome: Outcome) -> bool:
    """Whether it is done. Where most is missing at once it waits until the next reading says the same."""
    there = list(_coming(source))
    missing = [
        one for one in there if (one.uid, one.recurrence) not in kept.there and one.uid not in kept.unsure
    ]
    if len(missing) > _A_FEW and len(missing) * 2 > len(there) and source.emptied_at is None:
        source.emptied_at = clock.now()
        outcome.problems.append(Problem(source.name, _vanished(len(missing))))
        return False
    source.emptied_at = None
    for one in missing:
        _drop(one)
    outcome.dropped = len(missing)
    return True


def _coming(source: Source) -> Iterator[Imported]:
    """Its events that are still to come, and that nobody has cancelled or left out."""
    ahead = Occurrence.objects.for_actions().filter(event=OuterRef("event"), ends_at__gt=clock.now())
    rows = source.imported.filter(Exists(ahead), event__same_as=None, dropped_at=None)
    rows = rows.exclude(event__topic__audience=Audience.NOBODY).exclude(event__status=Status.CANCELLED)
    yield from rows.select_related("event", "by").order_by("pk")


@transaction.atomic
def _drop(one: Imported) -> None:
    event = fresh(one.event_id)
    one.dropped_at = clock.now()
    one.save(update_fields=["dropped_at"])
    reason = pgettext("event reason", "The calendar that it came from does not have it any more.")
    if Occurrence.objects.for_actions().filter(event=event, ends_at__lte=clock.now()).exists():
        _end(event, one, reason)
    else:
        take_back(event, one.by, reason)


def _end(event: Event, one: Imported, reason: str) -> None:
    """Some of its dates have taken place: those stay, and no others come."""
    event = lock_event(event)
    today = clock.now().date()
    past = [change for change in departures(event) if change.of < today]
    depart(event, past)
    plan, yesterday = plan_of(event), today - timedelta(days=1)
    rule = _until(plan.rule, max(yesterday, plan.first_day)) if plan.rule else ""
    days = tuple(day for day in plan.more_days if day < today)
    set_plan(event, replace(plan, rule=rule, more_days=days), one.by, reason, departed=True)


def _until(rule: str, day: date) -> str:
    return f"{_ENDS.sub('', rule).strip(';')};UNTIL={day:%Y%m%d}"


def _vanished(count: int) -> str:
    text = npgettext(
        "calendar source",
        "%(n)d event is missing all at once. If the next reading says so too, it goes.",
        "%(n)d events are missing all at once. If the next reading says so too, they go.",
        count,
    )
    return text % {"n": count}
