"""Somebody says whether two events are the same."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from space.accounts.requests import Request
from space.events.actions.alike import tell_apart
from space.events.actions.merging import merge_events
from space.events.finding import find_event
from space.events.models import Event, Likeness
from space.events.permissions import can_change
from space.events.permissions_outside import can_compare, can_leave_out
from space.events.shown.same import pairs, sides
from space.kit.rules import require


@require_safe
@login_required
def same(request: Request) -> HttpResponse:
    """All that this reader can answer."""
    return render(request, "events/same.html", {"pairs": pairs(request.reader)})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def same_one(request: Request, pk: int) -> HttpResponse:
    """Both beside each other. `keep=<id>` leaves the other one out; `keep=both` says that they are two."""
    likeness = get_object_or_404(Likeness.objects.visible_to(request.reader), pk=pk)
    first, second = (find_event(request.reader, one) for one in (likeness.first_id, likeness.second_id))
    require(can_compare(request.reader, first, second))
    if likeness.found:
        messages.info(request, pgettext("likeness", "This is answered: nobody is asked again."))
        return redirect(first if second.same_as_id == first.pk else second)
    if request.method == "POST" and (done := _answered(request, likeness, first, second)):
        return done
    context = {"likeness": likeness, "sides": sides(first, second, request.reader)}
    return render(request, "events/same_one.html", context, status=422 if request.method == "POST" else 200)


def _answered(request: Request, likeness: Likeness, first: Event, second: Event) -> HttpResponse | None:
    keep = request.POST.get("keep", "")
    if keep == "both":
        tell_apart(likeness, by=request.user)
        messages.success(request, pgettext("likeness", "They are two, and nobody is asked again."))
        return redirect("events:same")
    ways = {str(first.pk): (first, second), str(second.pk): (second, first)}
    if keep not in ways:
        messages.error(request, pgettext("likeness", "Say which one is kept, or that they are two."))
        return None
    kept, left = ways[keep]
    require(can_leave_out(request.reader, left))
    try:
        in_charge = bool(can_change(request.reader, kept))
        kept = merge_events(likeness, kept, by=request.user, with_organisers=in_charge)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return None
    messages.success(
        request,
        pgettext(
            "likeness", "They are one event now. Who meant to come is here, and the other one leads here."
        ),
    )
    return redirect(kept)
