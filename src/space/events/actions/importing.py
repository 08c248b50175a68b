"""Calendars from elsewhere become events here. What the same person brings again changes what they brought before."""

import time
from dataclasses import dataclass, field
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.discuss.actions.editing import rewrite_opening
from space.discuss.allowances import Allowances
from space.discuss.models import Audience, Category
from space.discuss.text import compose
from space.events.actions.finding import fresh, lock_event
from space.events.actions.occurring import departures
from space.events.actions.planning import depart, open_event, set_plan
from space.events.actions.rooms import room_of_events
from space.events.importing.files import groups_in
from space.events.importing.items import Item, items_of
from space.events.importing.reasons import GONE, OURS, TIME_IS_OVER, TOO_MANY, LeftOut, Problem
from space.events.models import Event, Imported, Source
from space.kit import clock
from space.kit.fields import first_words, one_line
from space.limits.actions import Limit, take

# Of a file; of its events; and how long one import may take, so that nobody waits for ever.
BYTES, AT_MOST, SECONDS = 1_000_000, 500, 12.0
_A_DAY = Limit("imports", 20, timedelta(days=1))


@dataclass
class Outcome:
    """What became of a file: events that are new, that changed, how many are as they were; and what was left out."""

    source: Source
    added: list[Event] = field(default_factory=list)
    changed: list[Event] = field(default_factory=list)
    same: int = 0
    problems: list[Problem] = field(default_factory=list)


def import_calendar(data: bytes, *, by: User, name: str, zone: str = "UTC") -> Outcome:
    """Read a file of calendars. Counts once, whatever is in it; an item that cannot be kept is told, the rest goes on.

    `zone` is meant where the file names none. Items are kept one by one: what is kept stays, also when time is over,
    and the same file sent again goes on from there.
    """
    source = _begin(data, by, name)
    outcome = Outcome(source)
    until = time.monotonic() + SECONDS
    groups, outcome.problems = groups_in(data)
    room = room_of_events(by)
    for number, one in enumerate(item for group in groups for item in items_of(group, zone)):
        if isinstance(one, Problem):
            outcome.problems.append(one)
        elif number >= AT_MOST or time.monotonic() > until:
            reason = TOO_MANY if number >= AT_MOST else TIME_IS_OVER
            outcome.problems.append(Problem(one.title, str(reason)))
            break
        else:
            _keep(one, room, outcome, by)
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
    source, _ = Source.objects.get_or_create(by=by, name=first_words(one_line(name), 250) or "calendar.ics")
    source.read_at = clock.now()
    source.save(update_fields=["read_at"])
    return source


def _keep(item: Item, room: Category, outcome: Outcome, by: User) -> None:
    try:
        with transaction.atomic():
            _keep_one(item, room, outcome, by)
    except LeftOut as left_out:
        outcome.problems.append(Problem(item.title, left_out.reason))
    except ValidationError as refused:
        outcome.problems.append(Problem(item.title, " ".join(refused.messages)))


def _keep_one(item: Item, room: Category, outcome: Outcome, by: User) -> None:
    before = Imported.objects.select_related("event__topic")
    known = before.filter(by=by, uid=item.uid, recurrence=item.recurrence).first()
    if known is None:
        if Event.objects.for_actions().filter(uid=item.uid).exists():
            raise LeftOut(str(OURS))
        outcome.added.append(_add(item, room, outcome.source, by))
    elif known.event.topic.audience == Audience.NOBODY:
        raise LeftOut(str(GONE))
    elif known.digest == item.digest:
        outcome.same += 1
    else:
        outcome.changed.append(_change(known, item, outcome.source, by))


def _add(item: Item, room: Category, source: Source, by: User) -> Event:
    composed = compose(item.text, by=by, language=item.language, otherwise=room.language)
    event = open_event(item.plan, room, by=by, title=item.title, text=composed, departures=item.departures)
    Imported.objects.create(
        event=event,
        source=source,
        by=by,
        uid=item.uid,
        recurrence=item.recurrence,
        digest=item.digest,
        at=clock.now(),
    )
    return fresh(event.pk)


def _change(known: Imported, item: Item, source: Source, by: User) -> Event:
    event = lock_event(known.event)
    composed = compose(item.text, by=by, language=item.language, otherwise=event.topic.language)
    rewrite_opening(event.topic, by=by, title=item.title, text=composed)
    departed = tuple(departures(event)) != item.departures
    if departed:
        depart(event, item.departures)
    set_plan(event, item.plan, by, "", departed=departed)
    known.source, known.digest, known.at = source, item.digest, clock.now()
    known.save(update_fields=["source", "digest", "at"])
    return fresh(event.pk)
