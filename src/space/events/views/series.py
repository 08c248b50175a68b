"""One date of what repeats and all later ones are changed, or do not take place."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.requests import Request
from space.discuss.composer import desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.models import Draft
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.events.actions.splitting import change_from, end_before
from space.events.drafts import to_change_later
from space.events.forms.deciding import ReasonForm, day_of
from space.events.forms.event import LaterForm
from space.events.models import Event
from space.events.plan import plan_of
from space.events.series import as_rest, is_to_come, parts
from space.events.shown.saying import said_day
from space.events.views.deciding import about, event_to_change, turned
from space.events.views.forming import around, as_it_is, change_form, changes, saved, unfolded
from space.events.when import Part

SAVE = pgettext_lazy("event form", "Change this date and later ones")


def later(request: Request, pk: int, of: str) -> HttpResponse:
    """The whole form, as these dates are now. What it says of them makes them an event of their own."""
    event, day, rest = _rest(request, pk, of)
    if rest is None:
        return redirect("events:change", pk)
    alone = as_rest(event, rest)
    begun = _begun(request, event, of)
    form = change_form(LaterForm, request, alone, filled(begun, as_it_is(alone, request) | {"of": of}))
    cancel = reverse("events:one_date", args=[pk, of])
    desk = desk_for(request, to_change_later(event), SAVE, draft=begun, cancel=cancel)
    context = about(event, desk=desk, of=of, day=said_day(day))
    if wants_preview(request) and form.verdict:
        return preview_page(request, "events/later.html", form, context | unfolded(request, pk))
    if form.is_valid():
        with reasons_to(form):
            made = change_from(event, day, form.plan(plan_of(alone)), by=request.user, **changes(form))
            return saved(request, made, form)
    return form_page(request, "events/later.html", form, context | around(request, form, pk))


def end(request: Request, pk: int, of: str) -> HttpResponse:
    """Ask why, and let it end before this date."""
    event, day, rest = _rest(request, pk, of)
    if rest is None:
        return redirect("events:cancel", pk)
    form = ReasonForm(request.POST or None, needed=True)
    if request.method == "POST" and form.is_valid():
        with reasons_to(form):
            ended = end_before(event, day, by=request.user, reason=form.cleaned_data["reason"])
            return turned(request, ended, form)
    context = about(event, form=form, of=of, day=said_day(day))
    return render(request, "events/end.html", context, status=422 if form.is_bound else 200)


def _rest(request: Request, pk: int, of: str) -> tuple[Event, date, Part | None]:
    """What begins with this date; None where it is the first one. A date that is over, or is none, is not there."""
    event, day = event_to_change(request, pk), day_of(of)
    if day is None or not is_to_come(event, day):
        raise Http404
    found = parts(event, day)
    return event, day, found[1] if found else None


def _begun(request: Request, event: Event, of: str) -> Draft | None:
    """What was begun of these dates; of others it is not meant here."""
    begun = draft_for(to_change_later(event), request.reader) if request.method == "GET" else None
    return begun if begun and begun.data.get("of") == of else None
