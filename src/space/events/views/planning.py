"""Events are added and changed. Whoever wrote something gets it back with the reason when it cannot go on."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.requests import Request
from space.discuss.composer import SAVE, desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.rooms import room
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.events.actions import add_event, change_event
from space.events.drafts import TO_ADD, to_change
from space.events.finding import find_event
from space.events.forms.event import PARTS, ChangeForm, EventForm
from space.events.forms.filled import another_like, from_event
from space.events.models import Event
from space.events.permissions import can_add, can_change
from space.events.plan import plan_of
from space.events.shown.clash import clash
from space.events.shown.where import is_protected
from space.kit.fields import whole_number
from space.kit.rules import require
from space.web.moments import moment_of, warned

ADD = pgettext_lazy("event form", "Add the event")
# What addresses of the form can say: other pages lead here with a day, a place or a category.
_ASKED = ("title", "tags", "first_day", "country", "place", "types", "spoken")


def add(request: Request) -> HttpResponse:
    """A new event; `from=7` begins as one that is there."""
    begun = draft_for(TO_ADD, request.reader) if request.method == "GET" else None
    form = EventForm(
        request.POST or None,
        reader=request.reader,
        verdict=can_add(request.reader),
        initial=filled(begun, _asked_for(request)),
    )
    context = {"desk": desk_for(request, TO_ADD, ADD, draft=begun)}
    if wants_preview(request) and form.verdict:
        return preview_page(request, "events/add.html", form, context | _unfolded(request))
    if form.is_valid():
        with reasons_to(form):
            given = form.given | form.words
            event = add_event(form.plan(), by=request.user, category=form.cleaned_data["category"], **given)
            return _saved(request, event, form)
    return form_page(request, "events/add.html", form, context | _around(request, form))


def change(request: Request, pk: int) -> HttpResponse:
    event = find_event(request.reader, pk)
    begun = draft_for(to_change(event), request.reader) if request.method == "GET" else None
    form = _change_form(request, event, filled(begun, _as_it_is(event, request)))
    if request.method == "GET":
        require(form.verdict)
    desk = desk_for(request, to_change(event), SAVE, draft=begun, cancel=event.get_absolute_url())
    context = {"event": event, "topic": event.topic, "desk": desk}
    if wants_preview(request) and form.verdict:
        return preview_page(request, "events/change.html", form, context | _unfolded(request, event.pk))
    if form.is_valid():
        with reasons_to(form):
            changed = change_event(event, form.plan(plan_of(event)), by=request.user, **_changes(form))
            return _saved(request, changed, form)
    return form_page(request, "events/change.html", form, context | _around(request, form, event.pk))


def _changes(form: ChangeForm) -> dict[str, Any]:
    given = form.given | form.words
    return {**given, "began": form.cleaned_data["began"], "summary": form.cleaned_data["summary"]}


def _as_it_is(event: Event, request: Request) -> dict[str, Any]:
    return from_event(event, request.reader) | {"began": _version(event)}


def _version(event: Event) -> int:
    newest = event.versions.first()
    return newest.number if newest else 0


def _change_form(request: Request, event: Event, initial: dict[str, Any]) -> ChangeForm:
    return ChangeForm(
        request.POST or None,
        reader=request.reader,
        verdict=can_change(request.reader, event),
        event=event,
        language=event.topic.language,
        has_tags=tuple(tag.name for tag in event.topic.tags.all()),
        initial=initial,
    )


def _around(request: Request, form: EventForm, event: int = 0) -> dict[str, Any]:
    """What stands around the form: which of its parts are open, and what else is on then."""
    return {"parts": form.open_parts, "clash": clash(request.POST, request.reader, event)}


def _unfolded(request: Request, event: int = 0) -> dict[str, Any]:
    """Who looks at how the text will look sees all parts: nothing that was typed hides."""
    return {"parts": dict.fromkeys(PARTS, True), "clash": clash(request.POST, request.reader, event)}


def _asked_for(request: Request) -> dict[str, Any]:
    """What the address says of it."""
    begun: dict[str, Any] = {}
    if like := whole_number(request.GET.get("from")):
        begun |= another_like(find_event(request.reader, like), request.reader)
    asked = {name: request.GET[name][:200] for name in _ASKED if name in request.GET}
    return begun | asked | {"category": room(request.reader, request.GET.get("category", ""))}


def _saved(request: Request, event: Event, form: EventForm) -> HttpResponse:
    """To its page, with what one should know of what was kept."""
    if told := _clocks(event):
        messages.info(request, told)
    if is_protected(event.country) and any(form.cleaned_data[name] for name in ("place", "address", "point")):
        text = pgettext(
            "event", "In this country nothing but the country is kept and told, for the safety of who comes."
        )
        messages.info(request, text)
    return redirect(event)


def _clocks(event: Event) -> str:
    """Where its beginning is in the hour that comes twice."""
    return warned(moment_of(event.first_day, event.first_time, event.zone)) if event.first_time else ""
