"""The calendar in other programs, and other calendars here."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from space.accounts.requests import Request
from space.events.actions.importing import import_calendar
from space.events.actions.items import Outcome
from space.events.actions.secrets import end_calendar_key, make_calendar_key
from space.events.exports.addresses import feeds_of, for_wikis, subscriptions
from space.events.exports.titles import title_of
from space.events.feeds import ics_answer
from space.events.forms.importing import ImportForm
from space.events.ics.own import own_address, own_events, own_texts, whose
from space.events.lists.wanted import Wanted
from space.events.permissions import can_add
from space.events.when import is_zone


@require_safe
def subscribe(request: Request) -> HttpResponse:
    """All plain addresses of the filter that the calendar shows, and one's own secret one."""
    wanted = Wanted.of(request.GET).on_the_clock_of(request.reader)
    signed_in = request.reader.is_authenticated
    context = {
        "title": title_of(wanted, with_site=False),
        "wanted": wanted,
        "query": wanted.query(),
        **subscriptions(wanted),
        "feeds": feeds_of(wanted),
        "wikis": for_wikis(wanted),
        "put_url": wanted.at(reverse("events:embed")),
        "own": request.build_absolute_uri(address)
        if signed_in and (address := own_address(request.reader))
        else "",
    }
    return render(request, "events/subscribe.html", context)


@require_POST
@login_required
def key(request: Request) -> HttpResponse:
    """A new secret address, or none any more."""
    if request.POST.get("do") == "end":
        end_calendar_key(by=request.user)
        messages.success(request, pgettext("calendar", "The secret address leads nowhere any more."))
    else:
        make_calendar_key(by=request.user)
        messages.success(
            request, pgettext("calendar", "Your secret address is made. Whoever knows it can read it.")
        )
    return redirect("events:subscribe")


@require_safe
def own(request: Request, token: str) -> HttpResponse:
    """No session is asked for: the address says who it is."""
    reader = whose(token)
    if reader is None:
        raise Http404
    name = pgettext("feed", "My events")
    response = ics_answer(request, own_events(reader), name, own=own_texts(reader))
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bring(request: Request) -> HttpResponse:
    """A calendar file becomes events here. What became of each item is told."""
    verdict = can_add(request.reader)
    sent = request.method == "POST"
    form = ImportForm(request.POST if sent else None, request.FILES if sent else None, verdict=verdict)
    outcome = _imported(request, form) if form.is_bound and form.is_valid() else None
    status = 422 if form.is_bound and outcome is None else 200
    context = {"form": form, "verdict": verdict, "outcome": outcome}
    return render(request, "events/import.html", context, status=status)


def _imported(request: Request, form: ImportForm) -> Outcome | None:
    file, zone = form.cleaned_data["file"], request.reader.time_zone
    try:
        return import_calendar(
            file.read(), by=request.user, name=file.name, zone=zone if is_zone(zone) else "UTC"
        )
    except ValidationError as refused:
        form.add_error(None, refused)
        return None
