"""Coming to an event without an account. Who has one says it on the page of the event."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from space.accounts.allowances import ask_for_letter
from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.discuss.views.writing import reasons_to
from space.events.actions.guests import ask_to_come, change_guest, confirm, forget_guest
from space.events.finding import find_event
from space.events.forms.guests import GuestForm
from space.events.guest_links import of_letter, own_link, to_confirm
from space.events.models import Event, Guest
from space.events.permissions import can_change, can_come_as_guest
from space.events.shown.attending import places_of, waits_as
from space.events.shown.dates import coming, dated
from space.events.shown.event_page import status_of, zones
from space.events.shown.where import where_of
from space.events.telling.letters import online_link
from space.kit.rules import require
from space.languages import mark


def come(request: Request, pk: int) -> HttpResponse:
    """At an address of its own: the page of the event is kept for everybody, and holds no token."""
    event = find_event(request.reader, pk)
    if request.reader.is_authenticated:
        return redirect(f"{event.get_absolute_url()}#attend")
    require(can_come_as_guest(event))
    form = GuestForm(request.POST or None, event=event)
    if form.is_valid():
        data = form.cleaned_data
        with reasons_to(form):
            ask_for_letter(request, data["address"])
            ask_to_come(
                event,
                name=data["name"],
                address=data["address"],
                said=form.said,
                language=get_language() or "en",
            )
            return redirect(f"{reverse('events:come', args=[pk])}?asked=yes")
    context = {
        "form": form,
        "places": places_of(event),
        "asked": "asked" in request.GET and not form.is_bound,
    }
    return _page(request, "events/come.html", event, context, status=422 if form.is_bound else 200)


def confirm_coming(request: Request, pk: int, token: str) -> HttpResponse:
    """A button, for programs that read mail open links too."""
    guest = to_confirm(pk, token)
    if guest is None:
        return _used(request, pk)
    event = find_event(NOBODY, pk)
    require(can_come_as_guest(event))
    refused = ""
    if request.method == "POST":
        try:
            return redirect(own_link(confirm(guest).guest or guest))
        except ValidationError as error:
            refused = " ".join(error.messages)
    context = {"guest": guest, "refused": refused, "places": places_of(event)}
    return _page(request, "events/confirm_coming.html", event, context, status=422 if refused else 200)


def guest(request: Request, pk: int, token: str) -> HttpResponse:
    """What one said, for who holds the link of a letter. One can go also where the event is public no more."""
    found = of_letter(pk, token)
    if found is None:
        return _used(request, pk)
    if request.POST.get("do") == "leave":
        forget_guest(found)
        return _used(request, pk, gone=True)
    event = Event.objects.visible_to(NOBODY).with_topic().filter(pk=pk).first()
    if event is None:
        return _answer(request, "events/guest.html", {"guest": found})
    given = {one.question_id: one.text for one in found.attendance.given.all()}
    form = GuestForm(request.POST or None, event=event, given=given, initial={"name": found.name})
    del form.fields["address"]
    if form.is_valid():
        change_guest(found, name=form.cleaned_data["name"], said=form.said)
        return redirect(f"{request.path}?kept=yes")
    return _page(
        request, "events/guest.html", event, _own(found, event, form, request), 422 if form.is_bound else 200
    )


@require_POST
@login_required
def take_off(request: Request, pk: int, guest: int) -> HttpResponse:
    """Organisers take a guest off the list; who has an account is asked."""
    event = find_event(request.reader, pk)
    require(can_change(request.reader, event))
    if found := Guest.objects.filter(event=event, pk=guest).first():
        forget_guest(found)
    return redirect("events:people", pk=pk)


def _own(guest: Guest, event: Event, form: GuestForm, request: Request) -> dict[str, Any]:
    return {
        "guest": guest,
        "form": form,
        "kept": "kept" in request.GET and not form.is_bound,
        "waits": waits_as(guest.attendance),
        "online_url": online_link(guest, event),
    }


def _used(request: Request, pk: int, *, gone: bool = False) -> HttpResponse:
    event = Event.objects.visible_to(NOBODY).with_topic().filter(pk=pk).first()
    context = {"gone": gone, "event": event, "may_come": bool(event and can_come_as_guest(event))}
    return _answer(request, "events/guest_gone.html", context, status=200 if gone else 404)


def _page(request: Request, template: str, event: Event, more: dict[str, Any], status: int) -> HttpResponse:
    date = dated(event, coming(event, NOBODY, 1)[0], NOBODY)
    context = {
        "event": event,
        "date": date,
        "zone": zones(event, date),
        "where": where_of(event, NOBODY, date.occurrence),
        "status": status_of(event),
        **mark(event.topic.language)._asdict(),
    }
    return _answer(request, template, context | more, status)


def _answer(request: Request, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    response = render(request, template, context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
