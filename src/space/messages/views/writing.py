"""Beginning a private conversation."""

from dataclasses import asdict

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from space.accounts.names import from_address
from space.accounts.requests import Request
from space.discuss.composer import desk_for
from space.discuss.drafts.filling import draft_for, filled
from space.discuss.views.helping import COMPLETIONS
from space.discuss.views.writing import form_page, preview_page, reasons_to, wants_preview
from space.kit.rules import require
from space.limits.here import take_here
from space.messages.actions import begin_message
from space.messages.completing import recipients
from space.messages.drafts import TO_BEGIN
from space.messages.forms import MessageForm
from space.messages.permissions import can_message, reaches_everybody

_SEND = pgettext_lazy("composer", "Send message")


@login_required
def new(request: Request) -> HttpResponse:
    """The form. `to` in the address says to whom, over whatever was begun."""
    verdict = can_message(request.reader)
    if request.method == "GET":
        require(verdict)
    begun = draft_for(TO_BEGIN, request.reader) if request.method == "GET" else None
    to = ", ".join(f"@{from_address(one)}" for one in request.GET.getlist("to") if one)
    initial = filled(begun, {"title": request.GET.get("title", "")}) | ({"to": to} if to else {})
    form = MessageForm(request.POST or None, reader=request.reader, verdict=verdict, initial=initial)
    context = {"desk": desk_for(request, TO_BEGIN, _SEND, draft=begun)}
    if wants_preview(request) and verdict:
        return preview_page(request, "messages/new.html", form, context)
    if form.is_valid():
        with reasons_to(form):
            recipients = form.cleaned_data["to"]
            topic = begin_message(
                by=request.user,
                title=form.cleaned_data["title"],
                people=recipients.people,
                groups=recipients.groups,
                is_staff=reaches_everybody(request.reader),
                **form.given,
            )
            return redirect(topic)
    return form_page(request, "messages/new.html", form, context)


@require_safe
def complete(request: Request) -> HttpResponse:
    """People and groups that could be meant by the letters typed so far."""
    require(can_message(request.reader))
    take_here(f"person:{request.reader.pk}", COMPLETIONS)
    found = recipients(request.reader, request.GET.get("q", "")[:80])
    response = JsonResponse({"found": [asdict(one) for one in found]})
    response.headers["Cache-Control"] = "private, no-store"
    return response
