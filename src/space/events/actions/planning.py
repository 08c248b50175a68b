"""Events are added, changed, cancelled. No other place writes their rows."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.discuss.actions.changing import change_topic
from space.discuss.actions.drafts import note_edited
from space.discuss.actions.editing import rewrite_opening
from space.discuss.actions.indexing import index_title
from space.discuss.actions.tagging import passed_tags
from space.discuss.actions.writing import open_topic, opened
from space.discuss.allowances import Allowances
from space.discuss.circles import group_alone
from space.discuss.models import Category, Kind
from space.discuss.text import Text, compose
from space.events.actions import gating
from space.events.actions.attending import move_up
from space.events.actions.finding import fresh, lock_event, touch
from space.events.actions.occurring import make_occurrences
from space.events.actions.publishing import publish
from space.events.actions.rooms import room_of_events
from space.events.actions.telling_guests import tell_of_change
from space.events.drafts import TO_ADD, to_change
from space.events.models import Change, Event, EventVersion, Organiser, Status
from space.events.plan import MOVES, Plan, plan_of
from space.events.searching import is_found_elsewhere
from space.events.when import Departure
from space.kit import clock
from space.kit.fields import one_line
from space.moderation.actions import record

_OF_A_CHANGE = ("of", "is_gone", "first_day", "last_day", "first_time", "last_time", "place", "note")


@transaction.atomic
def add_event(
    plan: Plan,
    *,
    by: User,
    title: str,
    text: str,
    language: str = "",
    tags: Iterable[str] = (),
    category: Category | None = None,
    organisers: Iterable[User] = (),
    key: UUID | None = None,
    draft: int = 0,
) -> Event:
    """A topic with time and place. Who adds it organises it, with those who are named.

    Without a category it stands in the one of events. The same `key` from the same person gives the event that it
    made before.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    if key and (made := Event.objects.for_actions().filter(by=by, key=key).first()):
        return fresh(made.pk)
    allowances = Allowances(by)
    allowances.take_topic()
    room = category or room_of_events(by)
    composed = compose(text, by=by, language=language, otherwise=room.language, among=group_alone(room))
    allowances.check(composed.rendered)
    note_edited(TO_ADD.key, by=by, version=draft, form=key)
    tags = passed_tags(tags, by=by)
    passed = gating.ask(plan, composed, by=by, room=room, title=title, key=key, draft=draft, tags=tags)
    words: dict[str, Any] = {"title": passed.title, "text": passed.text, "tags": tags}
    event = open_event(gating.passed_plan(plan, passed), room, by=by, organisers=organisers, key=key, **words)
    opened(event.topic, passed)
    return fresh(event.pk)


def open_event(
    plan: Plan,
    room: Category,
    *,
    by: User,
    title: str,
    text: Text,
    tags: Iterable[str] = (),
    organisers: Iterable[User] = (),
    departures: Iterable[Departure] = (),
    continues: Event | None = None,
    key: UUID | None = None,
    tells: bool = True,
) -> Event:
    """An event with its topic, for actions that have asked already whether it may be, and taken what it costs."""
    topic = open_topic(room, by=by, title=title, text=text, tags=tags, kind=Kind.EVENT, tells=tells)
    now = clock.now()
    since = {"created_at": now, "changed_at": now, "continues": continues}
    event = Event.objects.create(topic=topic, by=by, uid=_new_uid(), key=key, **since, **plan.stored())
    name_organisers(event, [by, *organisers])
    depart(event, departures)
    keep(event, by)
    return event


def depart(event: Event, departures: Iterable[Departure]) -> None:
    """These of its dates are not as the others, and no more. Who calls keeps the event."""
    Change.objects.filter(event=event).delete()
    Change.objects.bulk_create(
        Change(
            event=event,
            of=one.of,
            is_gone=one.span is None,
            place=one.place,
            note=one.note,
            **(vars(one.span) if one.span else {}),
        )
        for one in departures
    )


@transaction.atomic
def change_event(
    event: Event,
    plan: Plan,
    *,
    by: User,
    title: str,
    text: str,
    language: str = "",
    tags: Iterable[str] | None = None,
    organisers: Iterable[User] | None = None,
    began: int | None = None,
    summary: str = "",
    key: UUID | None = None,
    draft: int = 0,
) -> Event:
    """What an event says from now on. `summary` says why, to who goes and in its history.

    `began` is the number of the version that the form was made from: what somebody else changed of time and place
    meanwhile is not overwritten, and a ValidationError says so.
    """
    event = lock_event(event)
    refuse_if_changed_since(event, began)
    Allowances(by).take_edit()
    summary = one_line(summary)[:500]
    composed = compose(
        text, by=by, language=language, otherwise=event.topic.language, among=group_alone(event.topic)
    )
    Allowances(by).check(composed.rendered)
    passed = gating.ask_again(event, plan, composed, by=by, title=one_line(title), summary=summary)
    summary = gating.passed_summary(passed)
    rewrite_opening(event.topic, by=by, title=passed.title, text=passed.text, summary=summary[:200])
    if tags is not None:
        change_topic(fresh(event.pk).topic, by=by, tags=tags)
    if organisers is not None:
        name_organisers(event, organisers)
    set_plan(event, gating.passed_plan(plan, passed), by, summary)
    note_edited(to_change(event).key, by=by, version=draft, form=key)
    opened(event.topic, passed)
    return fresh(event.pk)


@transaction.atomic
def cancel_event(event: Event, *, by: User, reason: str) -> Event:
    """It does not take place, and says why for good. Who meant to go is told. Cancelling it again changes nothing.

    Until somebody looked at its words they can be missing: that it is cancelled waits for nobody.
    """
    event = lock_event(event)
    if event.is_cancelled:
        return fresh(event.pk)
    _set_status(event, Status.CANCELLED, by, reason)
    return fresh(event.pk)


@transaction.atomic
def revive_event(event: Event, *, by: User, reason: str = "") -> Event:
    """What was cancelled takes place after all, as planned."""
    event = lock_event(event)
    if event.is_cancelled:
        _set_status(event, Status.CONFIRMED, by, reason)
    return fresh(event.pk)


@transaction.atomic
def give_reason(event: Event, reason: str, *, by: User, status: str) -> Event:
    """Why it has this status, once somebody has looked at it. Where it has another one by now, nothing changes."""
    event = lock_event(event)
    if event.status == status:
        event.reason = reason
        keep(event, by, reason)
    return fresh(event.pk)


def name_organisers(event: Event, people: Iterable[User]) -> None:
    """These and no others, in this order."""
    named = {person.pk: person for person in people}
    event.organisers.all().delete()
    Organiser.objects.bulk_create(
        [Organiser(event=event, person=one, position=place) for place, one in enumerate(named.values())]
    )


def _set_status(event: Event, status: Status, by: User, reason: str) -> None:
    reason = gating.passed_reason(event, reason, by=by, status=status)[:500]
    event.status, event.reason = status, reason
    event.sequence += 1
    keep(event, by, reason)
    record(by, f"event-{status}", event, reason=reason)
    tell_of_change(event, by)


def set_plan(event: Event, plan: Plan, by: User, summary: str, *, departed: bool = False) -> None:
    """What is planned from now on. `departed`: single dates of it have changed. Expects the event to be locked."""
    before = plan_of(event)
    if before == plan and not departed:
        publish(event)
        event.save(update_fields=["changed_at", "vevent"])
        touch(event)
        return
    for name, value in plan.stored().items():
        setattr(event, name, value)
    moved = departed or any(getattr(before, name) != getattr(plan, name) for name in MOVES)
    if moved or before.status != plan.status:
        event.sequence += 1
        event.reason = summary
    keep(event, by, summary)
    if before.capacity != plan.capacity:
        move_up(event)
    if moved or before.status != plan.status:
        tell_of_change(event, by)


def keep(event: Event, by: User, summary: str = "") -> None:
    """As it is now, with its occurrences and a version of its history."""
    publish(event)
    event.save()
    make_occurrences(event)
    last = event.versions.first()
    said = plan_of(event).said()
    EventVersion.objects.create(
        event=event,
        number=last.number + 1 if last else 1,
        by=by,
        at=event.changed_at,
        summary=summary,
        said=said | {"changes": _changes_said(event)} | _beside_said(event),
    )
    if is_found_elsewhere(last.said if last else {}, said):
        index_title(event.topic)
    touch(event)


def _changes_said(event: Event) -> list[dict[str, Any]]:
    """Its single dates that are not as the others are, as JSON holds them."""
    return [
        {name: value if isinstance(value, bool | None) else str(value) for name, value in change.items()}
        for change in event.changes.values(*_OF_A_CHANGE)
    ]


def _beside_said(event: Event) -> dict[str, int | None]:
    """Which event had its earlier dates, and which has its later ones."""
    later = Event.objects.for_actions().filter(continues=event).values_list("pk", flat=True).first()
    return {"continues": event.continues_id, "continued_by": later}


def refuse_if_changed_since(event: Event, began: int | None) -> None:
    last = event.versions.first()
    if began is None or last is None or last.number <= began:
        return
    text = pgettext(
        "refusal",
        "Somebody changed this event while you wrote. Look at it in another tab, and save again with what is right.",
    )
    raise ValidationError(text, code="changed")


def _new_uid() -> str:
    """Unique in the world, as RFC 5545 wants it; it says nothing of the event."""
    host = settings.ORIGIN.partition("://")[2].partition("/")[0] or "space"
    return f"{uuid4()}@{host}"
