"""The list of who comes: all of it for organisers, the public names for others."""

import csv
import io
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import pgettext

from space.accounts.faces import face_of
from space.accounts.readers import Reader
from space.events.models import Answer, Attendance, Event
from space.events.permissions import can_change
from space.events.shown.times import short_day
from space.events.shown.where import is_protected
from space.web.times import iso

# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def seen_attendances(event: Event, reader: Reader) -> "QuerySet[Attendance]":
    """Organisers, and who moderates there, see everybody; in a protected country nobody else sees anybody."""
    there = Q(person__is_active=True) | Q(guest__isnull=False)
    rows = Attendance.objects.filter(there, event=event).select_related("person", "guest")
    rows = rows.ahead().prefetch_related("given").order_by(F("of").asc(nulls_first=True), "at", "pk")
    if can_change(reader, event):
        return rows
    public = rows.filter(is_public=True, waits_since=None).exclude(answer=Answer.NOT_GOING)
    return public.none() if is_protected(event.country) else public


def people_of(event: Event, reader: Reader) -> list[dict[str, Any]]:
    """By what they said, each heading with its people."""
    rows = list(seen_attendances(event, reader))
    asked = list(event.questions.all()) if can_change(reader, event) else []
    parts = (
        (pgettext("attendance list", "Going"), [one for one in rows if one.has_place]),
        (pgettext("attendance list", "Waiting for a place"), [one for one in rows if one.waits_since]),
        (pgettext("attendance list", "Interested"), [one for one in rows if one.answer == Answer.INTERESTED]),
        (pgettext("attendance list", "Not going"), [one for one in rows if one.answer == Answer.NOT_GOING]),
    )
    return [
        {"label": label, "people": [_row(one, asked, event.repeats) for one in found]}
        for label, found in parts
        if found
    ]


def as_csv(event: Event, reader: Reader) -> str:
    """The same as a table for a spreadsheet, with answers to the questions. Nothing in it is taken for a formula."""
    questions = list(event.questions.all())
    out = io.StringIO()
    table = csv.writer(out)
    head = ("name", "account", "date", "answer", "waits since", "shown to others", "said at")
    table.writerow([*head, *(_harmless(one.text) for one in questions)])
    for one in seen_attendances(event, reader):
        given = {said.question_id: said.text for said in one.given.all()}
        waits = iso(one.waits_since) if one.waits_since else ""
        account = "yes" if one.person else "no"
        day = one.of.isoformat() if one.of else ""
        public = "yes" if one.is_public else "no"
        said = (name_of(one), account, day, one.answer, waits, public, iso(one.at))
        table.writerow(
            [_harmless(cell) for cell in (*said, *(given.get(asked.pk, "") for asked in questions))]
        )
    return out.getvalue()


def _row(one: Attendance, asked: list[Any], repeats: bool) -> dict[str, Any]:
    given = {said.question_id: said.text for said in one.given.all()}
    return {
        "face": face_of(one.person) if one.person else None,
        "name": name_of(one),
        "guest": one.guest_id,
        "day": short_day(one.of) if one.of else (pgettext("attendance", "All dates") if repeats else ""),
        "private": not one.is_public,
        "given": [(question.text, given[question.pk]) for question in asked if question.pk in given],
    }


def name_of(one: Attendance) -> str:
    """Of a guest whose name is forgotten, that they were one."""
    if one.person:
        return one.person.name
    return (one.guest.name if one.guest else "") or pgettext("attendance list", "Guest")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
