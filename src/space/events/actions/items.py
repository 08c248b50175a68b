"""What an item of a calendar from elsewhere says is kept here: as an event that is new, or that changes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.deleting import restore_topic
from space.discuss.actions.editing import rewrite_opening
from space.discuss.actions.writing import opened
from space.discuss.circles import group_alone
from space.discuss.models import Audience, Category
from space.discuss.text import compose
from space.events.actions import gating
from space.events.actions.alike import note_alike
from space.events.actions.finding import fresh, lock_event
from space.events.actions.occurring import departures
from space.events.actions.planning import depart, open_event, set_plan
from space.events.actions.rooms import room_of_events
from space.events.actions.telling_added import tell_of_added
from space.events.importing.files import Group
from space.events.importing.items import Item, items_of
from space.events.importing.reasons import FOLLOWED, GONE, OURS, LeftOut, Problem
from space.events.models import Event, Imported, Likeness, Source
from space.events.plan import Plan, plan_of
from space.kit import clock

# What calendars do not say: organisers add it here, and it stays when the rest changes.
_OURS_ALONE = (
    "languages",
    "address",
    "region",
    "geoname",
    "online_for_going",
    "wiki_url",
    "capacity",
    "guests_may_come",
)


@dataclass
class Outcome:
    """What became of a calendar: events that are new, that changed, how many are as they were; what was left out."""

    source: Source
    added: list[Event] = field(default_factory=list)
    changed: list[Event] = field(default_factory=list)
    same: int = 0
    # It is no longer there: cancelled here, or taken back.
    dropped: int = 0
    problems: list[Problem] = field(default_factory=list)
    # Events of others that may be one of these.
    alike: list[Likeness] = field(default_factory=list)


# Says why an item is left to another time, or nothing where it is kept now.
Enough = Callable[[int], str]


@dataclass
class Kept:
    """Items that were read, by UID and RECURRENCE-ID; and UIDs of which nobody can say what they hold."""

    there: set[tuple[str, str]] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    is_whole: bool = True


def keep_items(groups: Iterable[Group], zone: str, outcome: Outcome, by: User, enough: Enough) -> Kept:
    """One by one: what is kept stays, whatever becomes of those after it. At the first that is too many it ends."""
    kept, room = Kept(), room_of_events(by)
    try:
        _keep_each(groups, zone, kept, room, outcome, by, enough)
    finally:
        tell_of_added([event for event in outcome.added if event.topic.audience != Audience.NOBODY])
    return kept


def _keep_each(
    groups: Iterable[Group], zone: str, kept: Kept, room: Category, outcome: Outcome, by: User, enough: Enough
) -> None:
    number = 0
    for group in groups:
        for item in items_of(group, zone) if kept.is_whole else ():
            if isinstance(item, Problem):
                outcome.problems.append(item)
                kept.unsure.add(group.uid)
            elif why := enough(number):
                outcome.problems.append(Problem(item.title, why))
                kept.is_whole = False
                break
            else:
                kept.there.add((item.uid, item.recurrence))
                _keep(item, room, outcome, by)
                number += 1
        if not kept.is_whole:
            kept.unsure.add(group.uid)


def _keep(item: Item, room: Category, outcome: Outcome, by: User) -> None:
    try:
        with transaction.atomic():
            _keep_one(item, room, outcome, by)
    except LeftOut as left_out:
        outcome.problems.append(Problem(item.title, left_out.reason))
    except ValidationError as refused:
        outcome.problems.append(Problem(item.title, " ".join(refused.messages)))


def _keep_one(item: Item, room: Category, outcome: Outcome, by: User) -> None:
    known = _known(item, by)
    if known is None:
        if Event.objects.for_actions().filter(uid=item.uid).exists():
            raise LeftOut(str(OURS))
        outcome.added.append(_add(item, room, outcome, by))
        return
    _refuse_if_not_ours(known, outcome.source)
    if known.event.same_as_id or (known.digest == item.digest and known.dropped_at is None):
        outcome.same += 1
    else:
        outcome.changed.append(_change(known, item, outcome, by))


def _known(item: Item, by: User) -> Imported | None:
    before = Imported.objects.select_related("event__topic", "source")
    return before.filter(by=by, uid=item.uid, recurrence=item.recurrence).first()


def _refuse_if_not_ours(known: Imported, source: Source) -> None:
    """What was deleted here stays so, unless its calendar had dropped it. Of two calendars one has the say."""
    if known.event.topic.audience == Audience.NOBODY and known.dropped_at is None:
        raise LeftOut(str(GONE))
    if known.source_id != source.pk and known.source.address and not known.source.stopped_at:
        raise LeftOut(str(FOLLOWED) % {"name": known.source.name})


def _add(item: Item, room: Category, outcome: Outcome, by: User) -> Event:
    composed = compose(
        item.text, by=by, language=item.language, otherwise=room.language, among=group_alone(room)
    )
    # Who brought a calendar looks after none of its events: guests come where somebody says that they may.
    plan = replace(item.plan, guests_may_come=False)
    passed = gating.ask(plan, composed, by=by, room=room, title=item.title, departures=item.departures)
    words: dict[str, Any] = {"title": passed.title, "text": passed.text}
    plan = gating.passed_plan(plan, passed)
    departed = gating.passed_departures(item.departures, passed)
    event = open_event(plan, room, by=by, departures=departed, tells=False, **words)
    Imported.objects.create(
        event=event,
        source=outcome.source,
        by=by,
        uid=item.uid,
        recurrence=item.recurrence,
        digest=item.digest,
        at=clock.now(),
    )
    opened(event.topic, passed)
    event = fresh(event.pk)
    outcome.alike += note_alike(event)
    return event


def _change(known: Imported, item: Item, outcome: Outcome, by: User) -> Event:
    if known.event.topic.audience == Audience.NOBODY:
        restore_topic(known.event.topic, by=by)
    event = lock_event(known.event)
    composed = compose(
        item.text,
        by=by,
        language=item.language,
        otherwise=event.topic.language,
        among=group_alone(event.topic),
    )
    plan, before = item.plan, plan_of(event)
    passed = gating.ask_again(event, plan, composed, by=by, title=item.title, departures=item.departures)
    now = gating.passed_departures(item.departures, passed)
    plan = gating.passed_plan(plan, passed)
    rewrite_opening(event.topic, by=by, title=passed.title, text=passed.text)
    departed = tuple(departures(event)) != now
    if departed:
        depart(event, now)
    if Event.objects.for_actions().filter(continues=event).exists():
        # Somebody let its later dates go on as another event: here they stay ended.
        plan = replace(plan, rule=before.rule, more_days=before.more_days)
    set_plan(event, _beside(plan, before), by, "", departed=departed)
    known.source, known.digest, known.at, known.dropped_at = outcome.source, item.digest, clock.now(), None
    known.save(update_fields=["source", "digest", "at", "dropped_at"])
    opened(event.topic, passed)
    event = fresh(event.pk)
    outcome.alike += note_alike(event)
    return event


def _beside(plan: Plan, before: Plan) -> Plan:
    """What a calendar says, with what was added here and it says nothing of."""
    added = {name: getattr(before, name) for name in _OURS_ALONE}
    if (plan.place, plan.country) != (before.place, before.country) and before.geoname:
        added |= {"address": "", "region": "", "geoname": None}
    for name in ("types", "projects"):
        added[name] = getattr(plan, name) or getattr(before, name)
    return replace(plan, **added)


def titles_of(problems: Iterable[Problem]) -> Iterator[list[str]]:
    """As a source keeps them."""
    for one in problems:
        yield [one.name[:150], one.reason[:300]]
