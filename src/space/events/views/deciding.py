"""An event is cancelled, or takes place after all; single dates of it are left out or moved; its history is read."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.requests import Request
from space.discuss.views.writing import reasons_to
from space.events.actions import cancel_event, revive_event
from space.events.actions.dating import leave_out, move_date, put_back
from space.events.finding import find_event
from space.events.forms.deciding import DateForm, ReasonForm, day_of
from space.events.models import Change, Event, Occurrence
from space.events.permissions import can_change
from space.events.shown.dates import MANY, dated
from space.events.shown.history_page import history_of_text, told
from space.events.shown.saying import said_day, said_rule, span_of
from space.kit import clock
from space.kit.fields import one_line
from space.kit.rules import require
from space.languages import mark


def cancel(request: Request, pk: int) -> HttpResponse:
    """Ask why, and cancel it; of one that is cancelled, whether it takes place after all."""
    event = event_to_change(request, pk)
    form = ReasonForm(request.POST or None, needed=not event.is_cancelled)
    if request.method == "POST" and form.is_valid():
        # The button says which is meant, so a second click does not undo the first.
        turn = revive_event if request.POST.get("do") == "revive" else cancel_event
        with reasons_to(form):
            return turned(request, turn(event, by=request.user, reason=form.cleaned_data["reason"]), form)
    return render(
        request, "events/cancel.html", about(event, form=form), status=422 if form.is_bound else 200
    )


def turned(request: Request, event: Event, form: ReasonForm) -> HttpResponse:
    """Its page; where the reason is kept back, what waits."""
    wrote = {"reason": form.cleaned_data["reason"]}
    if is_kept_back(wrote, {"reason": event.reason}, {}):
        return lead_to_what_waits(request, event.get_absolute_url())
    return redirect(event)


@require_safe
def history(request: Request, pk: int) -> HttpResponse:
    event = find_event(request.reader, pk)
    context = about(event, versions=told(event), text_url=history_of_text(event), noindex=True)
    return render(request, "events/history.html", context)


@require_safe
def dates(request: Request, pk: int) -> HttpResponse:
    """The dates of what repeats, each with what can be done with it."""
    event = event_to_change(request, pk)
    coming = Occurrence.objects.visible_to(request.reader).filter(event=event, ends_at__gt=clock.now())
    changes = {change.of: change for change in event.changes.all()}
    rows = [dated(event, one, request.reader) for one in coming.soonest_first()[:MANY]]
    context = about(
        event,
        rule=said_rule(event),
        rows=[{"date": one, "is_changed": one.occurrence.of in changes} for one in rows],
        gone=[
            _gone(change) for change in changes.values() if change.is_gone and change.of >= clock.now().date()
        ],
    )
    return render(request, "events/dates.html", context)


def one_date(request: Request, pk: int, of: str) -> HttpResponse:
    """One of them is changed, left out (`do=leave-out`), or as all others again (`do=put-back`)."""
    event = event_to_change(request, pk)
    day, occurrence = _date_of(request, event, of)
    span = span_of(event, occurrence) if occurrence else event.span.on(day)
    change = event.changes.filter(of=day).first()
    note = change.note if change else ""
    initial = {**vars(span), "place": occurrence.place if occurrence else "", "note": note}
    form = DateForm(request.POST or None, event=event, span=span, initial=initial)
    if request.method == "POST":
        with reasons_to(form):
            if _is_done(request, event, day, form):
                return _done(request, event, day, initial)
    context = about(
        event, form=form, of=of, day=said_day(day), is_gone=occurrence is None, is_changed=change is not None
    )
    return render(request, "events/one_date.html", context, status=422 if form.is_bound else 200)


def _is_done(request: Request, event: Event, day: date, form: DateForm) -> bool:
    do, note = request.POST.get("do", ""), request.POST.get("note", "")
    if do == "leave-out":
        leave_out(event, day, by=request.user, note=note)
    elif do == "put-back":
        put_back(event, day, by=request.user)
    elif form.is_valid():
        data = form.cleaned_data
        move_date(event, day, data["span"], by=request.user, place=data["place"], note=data["note"])
    else:
        return False
    return True


def _done(request: Request, event: Event, day: date, before: dict[str, Any]) -> HttpResponse:
    """All its dates; where words of this one are kept back, what waits."""
    dates = reverse("events:dates", args=[event.pk])
    change = event.changes.filter(of=day).first()
    stands = change.words if change else {}
    said = stands if request.POST.get("do") != "leave-out" else ("note",)
    wrote = {name: one_line(request.POST.get(name, "")) for name in said if name in stands}
    if is_kept_back(wrote, stands, before):
        return lead_to_what_waits(request, dates)
    return redirect(dates)


def _date_of(request: Request, event: Event, of: str) -> tuple[date, Occurrence | None]:
    """A date of this event by its name: one that takes place, or one that was left out."""
    day = day_of(of)
    if day is None:
        raise Http404
    found = Occurrence.objects.visible_to(request.reader).filter(event=event, of=day).first()
    if found is None and not Change.objects.filter(event=event, of=day, is_gone=True).exists():
        raise Http404
    return day, found


def _gone(change: Change) -> dict[str, Any]:
    return {"of": change.of.isoformat(), "day": said_day(change.of), "note": change.note}


def event_to_change(request: Request, pk: int) -> Event:
    event = find_event(request.reader, pk)
    require(can_change(request.reader, event))
    return event


def about(event: Event, **more: Any) -> dict[str, Any]:
    return {"event": event, "topic": event.topic, **mark(event.topic.language)._asdict(), **more}
