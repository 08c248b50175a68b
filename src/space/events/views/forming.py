"""What views share that show the form of an event, and keep what it says."""

from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.discuss.views.waiting import is_held, waits
from space.events.forms.event import PARTS, ChangeForm, EventForm
from space.events.forms.filled import from_event
from space.events.models import Event
from space.events.permissions import can_change
from space.events.shown.clash import clash
from space.events.shown.where import is_protected
from space.web.moments import moment_of, warned

_Form = TypeVar("_Form", bound=ChangeForm)


def changes(form: ChangeForm) -> dict[str, Any]:
    given = form.given | form.words
    return {**given, "began": form.cleaned_data["began"], "summary": form.cleaned_data["summary"]}


def as_it_is(event: Event, request: Request) -> dict[str, Any]:
    return from_event(event, request.reader) | {"began": _version(event)}


def _version(event: Event) -> int:
    newest = event.versions.first()
    return newest.number if newest else 0


def change_form(form: type[_Form], request: Request, event: Event, initial: dict[str, Any]) -> _Form:
    return form(
        request.POST or None,
        reader=request.reader,
        verdict=can_change(request.reader, event),
        event=event,
        language=event.topic.language,
        has_tags=tuple(tag.name for tag in event.topic.tags.all()),
        initial=initial,
    )


def around(request: Request, form: EventForm, event: int = 0) -> dict[str, Any]:
    """What stands around the form: which of its parts are open, and what else is on then."""
    return {"parts": form.open_parts, "clash": clash(request.POST, request.reader, event)}


def unfolded(request: Request, event: int = 0) -> dict[str, Any]:
    """Who looks at how the text will look sees all parts: nothing that was typed hides."""
    return {"parts": dict.fromkeys(PARTS, True), "clash": clash(request.POST, request.reader, event)}


def saved(request: Request, event: Event, form: EventForm) -> HttpResponse:
    """To its page, with what one should know of what was kept; or to what waits, where a gate holds it."""
    if is_held(event.topic):
        return waits(request, reverse("events:calendar"))
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
