"""From one of its dates on, what repeats goes on as another event, or ends. The dates before stay as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.discuss.actions.drafts import note_edited
from space.discuss.actions.tagging import passed_tags
from space.discuss.actions.writing import opened
from space.discuss.allowances import Allowances
from space.discuss.circles import group_alone
from space.discuss.text import compose
from space.events.actions import gating
from space.events.actions.finding import fresh, lock_event, touch
from space.events.actions.guests import brought_along
from space.events.actions.occurring import departures
from space.events.actions.planning import depart, keep, open_event, refuse_if_changed_since, set_plan
from space.events.actions.rooms import room_of_events
from space.events.actions.telling_guests import tell_of_change
from space.events.drafts import to_change_later
from space.events.models import Attendance, Change, Event, Given, Question
from space.events.plan import Plan, plan_of
from space.events.series import is_to_come, parts
from space.events.when import Departure, Part, dates
from space.kit.fields import one_line
from space.moderation.actions import record


@transaction.atomic
def change_from(
    event: Event,
    of: date,
    plan: Plan,
    *,
    by: User,
    title: str,
    text: str,
    language: str = "",
    tags: Iterable[str] = (),
    organisers: Iterable[User] = (),
    began: int | None = None,
    summary: str = "",
    key: UUID | None = None,
    draft: int = 0,
) -> Event:
    """This date and all later ones are as `plan` says. Gives the event that they are from now on.

    It begins as what they were, with who comes and what was asked of them, and is changed then: its history says what
    is another, and who goes is told that. The same `key` from the same person gives the event that it made before.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    if key and (made := Event.objects.for_actions().filter(by=by, key=key).first()):
        return fresh(made.pk)
    event = lock_event(event)
    refuse_if_changed_since(event, began)
    before, rest = _cut(event, of)
    allowances = Allowances(by)
    allowances.take_topic()
    room = event.topic.category or room_of_events(by)
    composed = compose(
        text, by=by, language=language, otherwise=event.topic.language, among=group_alone(room)
    )
    allowances.check(composed.rendered)
    passed = gating.ask_again(event, plan, composed, by=by, title=one_line(title), summary=summary)
    plan = gating.passed_plan(plan, passed)
    tags = passed_tags(tags, by=by, has=_tags_of(event), of=event.topic)
    words = {"title": passed.title, "text": passed.text, "tags": tags, "organisers": organisers, "key": key}
    later = _taken_over(event, rest, of, words, by, room)
    _end(event, before, of)
    keep(event, by)
    moved = plan.first_day - rest.span.first_day
    there, fitting = tuple(departures(later)), tuple(_fitting(later, plan, moved))
    depart(later, fitting)
    _move_answers(later, moved)
    set_plan(later, plan, by, gating.passed_summary(passed), departed=there != fitting)
    note_edited(to_change_later(event).key, by=by, version=draft, form=key)
    opened(later.topic, passed)
    return fresh(later.pk)


@transaction.atomic
def end_before(event: Event, of: date, *, by: User, reason: str) -> Event:
    """This date and all later ones do not take place, and it is said why. Who meant to come is told."""
    event = lock_event(event)
    before, _ = _cut(event, of)
    event.reason = gating.passed_reason(event, reason, by=by, status=event.status)[:500]
    _end(event, before, of)
    keep(event, by, event.reason)
    record(by, "event-ended", event, reason=event.reason)
    tell_of_change(event, by)
    return fresh(event.pk)


def _cut(event: Event, of: date) -> tuple[Part, Part]:
    found = parts(event, of) if is_to_come(event, of) else None
    if found is None:
        text = pgettext(
            "refusal", "There is no such date any more, or none before it. Look at its dates again."
        )
        raise ValidationError(text, code="no_date")
    return found


def _end(event: Event, before: Part, of: date) -> None:
    """Who calls keeps it."""
    Change.objects.filter(event=event, of__gte=of).delete()
    event.rule, event.more_days = before.rule, list(before.more_days)
    event.sequence += 1


def _taken_over(event: Event, rest: Part, of: date, words: dict[str, Any], by: User, room: Any) -> Event:
    """An event that is what the later dates were. What came after them comes after it."""
    plan = replace(plan_of(event), **vars(rest.span), rule=rest.rule, more_days=rest.more_days)
    after = Event.objects.for_actions().filter(continues=event).first()
    Event.objects.for_actions().filter(continues=event).update(continues=None)
    changed = [one for one in departures(event) if one.of >= of]
    later = open_event(plan, room, by=by, departures=changed, continues=event, **words)
    if after:
        Event.objects.for_actions().filter(pk=after.pk).update(continues=later)
        touch(after)
    _bring_along(event, later)
    return later


def _bring_along(event: Event, later: Event) -> None:
    """Who comes, who waits, what they are asked and what they answered: of the later dates it holds as before."""
    questions = {one.pk: one for one in Question.objects.filter(event=event)}
    said = Attendance.objects.filter(event=event)
    said.filter(of__gte=later.first_day).update(event=later)
    people = {one.pk: one for one in said.filter(of=None)}
    given = list(Given.objects.filter(attendance__in=people))
    for question in questions.values():
        question.pk, question.event = None, later
    guests = brought_along(event, later)
    for person in people.values():
        person.pk, person.event = None, later
        person.guest = guests.get(person.guest_id or 0)
    Question.objects.bulk_create(questions.values())
    Attendance.objects.bulk_create(people.values())
    for answer in given:
        answer.pk = None
        answer.attendance, answer.question = people[answer.attendance_id], questions[answer.question_id]
    Given.objects.bulk_create(given)
    later.going_count = event.going_count
    later.save(update_fields=["going_count"])


def _move_answers(later: Event, moved: timedelta) -> None:
    """What people said of single dates goes along where all of these move by some days."""
    order = "-of" if moved > timedelta() else "of"
    for one in Attendance.objects.filter(event=later, of__isnull=False).order_by(order) if moved else ():
        one.of = one.of + moved if one.of else None
        one.save(update_fields=["of"])


def _fitting(event: Event, plan: Plan, moved: timedelta) -> Iterator[Departure]:
    """Single dates that the plan still has; where all of them moved by some days, these moved along."""
    for one in departures(event):
        of = one.of + moved
        if dates(plan.span, plan.rule, plan.more_days, since=of, until=of):
            yield replace(one, of=of)


def _tags_of(event: Event) -> Iterable[str]:
    return event.topic.tags.values_list("name", flat=True)
