"""Who comes to an event: what its page says of it to each reader."""

from typing import Any

from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.events.models import Answer, Attendance, Event, Occurrence
from space.events.permissions import can_attend, can_change, can_come_as_guest
from space.events.shown.where import is_protected
from space.kit import clock
from space.languages.numerals import numerals

_FACES = 12
_TOLD = {
    Answer.GOING: pgettext_lazy("attendance", "You are going."),
    Answer.INTERESTED: pgettext_lazy("attendance", "You are interested."),
    Answer.NOT_GOING: pgettext_lazy("attendance", "You said that you do not come."),
}


def attendance_of(event: Event, reader: Reader) -> dict[str, Any]:
    """What the partial `events/_attendance.html` shows. Names are there only of who lets others see them."""
    mine = _mine(event, reader)
    hidden = is_protected(event.country)
    return {
        "event": event,
        "over": not Occurrence.objects.visible_to(reader)
        .filter(event=event, ends_at__gt=clock.now())
        .exists(),
        "may": can_attend(reader, event) if reader.is_authenticated or event.same_as_id else None,
        "come": not reader.is_authenticated and bool(can_come_as_guest(event)),
        "mine": mine,
        "waits": waits_as(mine) if mine else "",
        "told": _TOLD[Answer(mine.answer)] if mine else "",
        "says": [
            (answer.value, answer.label, mine is not None and mine.answer == answer) for answer in Answer
        ],
        "going": "" if hidden else _going(event),
        "places": "" if hidden else places_of(event),
        "faces": [] if hidden else _faces(event),
        "hidden": hidden,
        "asked": asked_of(event, mine),
        "looks_after": bool(reader.is_authenticated and can_change(reader, event)),
    }


def waits_as(mine: Attendance) -> str:
    """The turn of somebody who waits for a free place."""
    if mine.waits_since is None:
        return ""
    before = Attendance.objects.filter(event=mine.event_id, waits_since__lt=mine.waits_since).count()
    told = npgettext(
        "attendance",
        "All places are taken. You are the first who waits.",
        "All places are taken. You wait, as number %(n)d.",
        before + 1,
    )
    return numerals(told % {"n": before + 1})


def _mine(event: Event, reader: Reader) -> Attendance | None:
    if not reader.is_authenticated:
        return None
    return Attendance.objects.filter(event=event, person=reader.pk).prefetch_related("given").first()


def _going(event: Event) -> str:
    if not event.going_count:
        return ""
    told = npgettext("attendance", "%(n)d person is going", "%(n)d people are going", event.going_count)
    return numerals(told % {"n": event.going_count})


def places_of(event: Event) -> str:
    if event.capacity is None:
        return ""
    free = event.capacity - event.going_count
    if free <= 0:
        return pgettext("attendance", "All places are taken. Who comes now waits for one.")
    told = npgettext("attendance", "%(n)d place is free", "%(n)d places are free", free)
    return numerals(told % {"n": free})


def _faces(event: Event) -> list[Face]:
    rows = Attendance.objects.with_place().filter(event=event, is_public=True)
    rows = rows.filter(person__is_active=True).select_related("person").order_by("at", "pk")
    return [face_of(one.person) for one in rows[:_FACES] if one.person]


def asked_of(event: Event, mine: Attendance | None) -> list[dict[str, Any]]:
    given = {one.question_id: one.text for one in mine.given.all()} if mine else {}
    return [
        {"pk": one.pk, "text": one.text, "options": one.options, "given": given.get(one.pk, "")}
        for one in event.questions.all()
    ]
