"""Calendars elsewhere that somebody subscribed to: all of one's own, and each with what can be done with it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_http_methods

from space.accounts.requests import Request
from space.events.actions.items import Outcome
from space.events.actions.reading_sources import ask_workers, read_now, start_again
from space.events.actions.sources import mute_source, remove_source, subscribe, unmute_source
from space.events.forms.importing import SubscribeForm
from space.events.models import Source
from space.events.permissions import looks_after_all
from space.events.permissions_outside import can_look_after, can_subscribe
from space.events.shown.same import open_for
from space.events.shown.sources import described, find, sources_of
from space.kit import clock
from space.kit.rules import require


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def sources(request: Request) -> HttpResponse:
    """One's own, and the form to subscribe to another one. `whose=all` shows moderators those of everybody."""
    verdict = can_subscribe(request.reader)
    form = SubscribeForm(request.POST if request.method == "POST" else None, verdict=verdict)
    if form.is_bound and form.is_valid() and (source := _subscribed(request, form)):
        return redirect("events:source", source.pk)
    everybody = looks_after_all(request.reader) and request.GET.get("whose") == "all"
    context = {
        "form": form,
        "verdict": verdict,
        "moderates": looks_after_all(request.reader),
        "everybody": everybody,
        "sources": sources_of(request.reader, everybody=everybody),
        "asked": open_for(request.reader).count(),
    }
    return render(request, "events/sources.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def source(request: Request, pk: int) -> HttpResponse:
    """`do` is one of its buttons."""
    found = find(request.reader, pk)
    if found is None:
        raise Http404
    if request.method == "POST":
        require(can_look_after(request.reader, found))
        try:
            return _done(request, found)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect("events:source", pk)
    mine = found.by_id == request.reader.pk
    return render(request, "events/source.html", {**described(found), "is_mine": mine})


def _subscribed(request: Request, form: SubscribeForm) -> Source | None:
    """Read at once, for one wants to see whether it works."""
    data = form.cleaned_data
    host = urlsplit(data["address"]).hostname or ""
    try:
        made = subscribe(data["address"], by=request.user, name=host, shows_address=data["shows_address"])
        _tell(request, made, read_now(made, by=request.user))
    except ValidationError as refused:
        form.add_error(None, refused)
        return None
    return made


def _done(request: Request, found: Source) -> HttpResponse:
    do = request.POST.get("do", "")
    if do == "remove":
        with_events = request.POST.get("events") == "go"
        thoroughly = with_events and found.by_id != request.reader.pk
        remove_source(found, by=request.user, with_events=with_events, thoroughly=thoroughly)
        _say(request, found, pgettext("calendar source", "The calendar is removed."))
        return redirect("events:sources")
    if do == "mute":
        mute_source(found, by=request.user)
        _say(request, found, pgettext("calendar source", "Its events are in no list any more."))
    elif do == "unmute":
        unmute_source(found, by=request.user)
        _say(request, found, pgettext("calendar source", "Its events are back where they were."))
        ask_workers([found.pk] if found.address else [])
    elif do == "read":
        start_again(found, by=request.user)
        _tell(request, found, read_now(found, by=request.user))
    return redirect("events:source", found.pk)


def _say(request: Request, source: Source, done: str) -> None:
    """That it is done; of many events, that it takes a while."""
    if Source.objects.filter(pk=source.pk).exclude(underway={}).exists():
        text = pgettext("calendar source", "It has many events: this takes a minute. You need not wait here.")
        messages.info(request, text)
    else:
        messages.success(request, done)


def _tell(request: Request, source: Source, outcome: Outcome | None) -> None:
    source.refresh_from_db()
    if source.failure:
        messages.error(request, source.failure)
    elif outcome is None and source.due_at and source.due_at <= clock.now():
        text = pgettext("calendar source", "It is long, and is being read. Look again in a minute.")
        messages.info(request, text)
    elif outcome is None:
        messages.info(request, pgettext("calendar source", "Nothing in it is new."))
    else:
        messages.success(request, " · ".join(_said(outcome)))


def _said(outcome: Outcome) -> Iterator[str]:
    new, changed = len(outcome.added), len(outcome.changed)
    yield npgettext("calendar source", "%(n)d event is new", "%(n)d events are new", new) % {"n": new}
    if changed:
        text = npgettext("calendar source", "%(n)d has changed", "%(n)d have changed", changed)
        yield text % {"n": changed}
    if outcome.dropped:
        text = npgettext("calendar source", "%(n)d is gone", "%(n)d are gone", outcome.dropped)
        yield text % {"n": outcome.dropped}
