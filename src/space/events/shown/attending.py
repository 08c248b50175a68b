"""Who comes to an event: what its page says of it to each reader."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.events.models import Answer, Attendance, Event, Occurrence
from space.events.permissions import can_attend, can_change, can_come_as_guest
from space.events.shown.single_dates import choices, dates_to_come
from space.events.shown.times import short_day
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
    rows = _mine(event, reader)
    dates = dates_to_come(event, reader)
    following = dates[0] if dates else None
    # What the form stands for first: the next date, unless one said something of all and nothing of that.
    mine = next((one for one in rows if following and one.of == following.of), None)
    everywhere = next((one for one in rows if one.of is None), None)
    begins = following.of.isoformat() if following and (mine or not everywhere) else ""
    mine = mine or everywhere
    may = can_attend(reader, event) if reader.is_authenticated or event.same_as_id else None
    hidden = is_protected(event.country)
    return {
        "event": event,
        "over": not Occurrence.objects.visible_to(reader)
        .filter(event=event, ends_at__gt=clock.now())
        .exists(),
        "may": may,
        "dates": choices(event, dates, rows) if dates and may else [],
        "begins": begins,
        "come": not reader.is_authenticated and bool(can_come_as_guest(event)),
        "mine": mine,
        "told": [_told(one) for one in rows],
        "says": [
            (answer.value, answer.label, mine is not None and mine.answer == answer) for answer in Answer
        ],
        "going": "" if hidden else _going(event, following),
        "places": "" if hidden else places_of(event, following),
        "faces": [] if hidden else _faces(event, following),
        "hidden": hidden,
        "asked": asked_of(event, mine),
        "looks_after": bool(reader.is_authenticated and can_change(reader, event)),
    }


def waits_as(mine: Attendance) -> str:
    """The turn of somebody who waits for a free place."""
    if mine.waits_since is None:
        return ""
    waiting = Attendance.objects.filter(event=mine.event_id, waits_since__lt=mine.waits_since)
    # Who waits for all dates waits for each; who waits for one only for that.
    before = (waiting.filter(Q(of=None) | Q(of=mine.of)) if mine.of else waiting).count()
    told = npgettext(
        "attendance",
        "All places are taken. You are the first who waits.",
        "All places are taken. You wait, as number %(n)d.",
        before + 1,
    )
    return numerals(told % {"n": before + 1})


def _told(mine: Attendance) -> dict[str, str]:
    """What one said, in a sentence; of a single date with its day."""
    text = waits_as(mine) or str(_TOLD[Answer(mine.answer)])
    if mine.of:
        text = _on(mine.of, text)
    return {"icon": "clock" if mine.waits_since else "check", "text": text}


def _on(day: date, text: str) -> str:
    return pgettext("attendance", "%(day)s: %(said)s") % {"day": short_day(day), "said": text}


def _mine(event: Event, reader: Reader) -> list[Attendance]:
    """What one said of all dates, then of single ones."""
    if not reader.is_authenticated:
        return []
    rows = Attendance.objects.ahead().filter(event=event, person=reader.pk).prefetch_related("given")
    return list(rows.order_by(F("of").asc(nulls_first=True)))


def _going(event: Event, following: Occurrence | None) -> str:
    """Of what repeats, to the date that comes next."""
    count = _there(event, following).count() if following else event.going_count
    if not count:
        return ""
    told = numerals(
        npgettext("attendance", "%(n)d person is going", "%(n)d people are going", count) % {"n": count}
    )
    return _on(following.first_day, told) if following else told


def _there(event: Event, following: Occurrence | None) -> "QuerySet[Attendance]":
    rows = Attendance.objects.with_place()
    return rows.of_date(event.pk, following.of) if following else rows.filter(event=event)


def places_of(event: Event, following: Occurrence | None = None) -> str:
    if event.capacity is None:
        return ""
    text = _places(event.capacity - (_there(event, following).count() if following else event.going_count))
    return _on(following.first_day, text) if following else text


def _places(free: int) -> str:
    if free <= 0:
        return pgettext("attendance", "All places are taken. Who comes now waits for one.")
    told = npgettext("attendance", "%(n)d place is free", "%(n)d places are free", free)
    return numerals(told % {"n": free})


def _faces(event: Event, following: Occurrence | None) -> list[Face]:
    rows = _there(event, following).filter(person__is_active=True, is_public=True)
    rows = rows.select_related("person").order_by("at", "pk")
    return [face_of(one.person) for one in rows[:_FACES] if one.person]


def asked_of(event: Event, mine: Attendance | None) -> list[dict[str, Any]]:
    given = {one.question_id: one.text for one in mine.given.all()} if mine else {}
    return [
        {"pk": one.pk, "text": one.text, "options": one.options, "given": given.get(one.pk, "")}
        for one in event.questions.all()
    ]
