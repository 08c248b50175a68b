"""Staff read a private conversation of others, for a reason."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from space.accounts.requests import Request
from space.discuss.models import Audience, Topic
from space.membership.numbers import VISIT_HOURS
from space.messages.actions.visiting import open_message, private
from space.messages.forms import OpenForm
from space.messages.permissions import can_open


@login_required
def open_one(request: Request, pk: int) -> HttpResponse:
    """The page tells nothing of the conversation. Nobody but staff learns that there is one of this number."""
    if not can_open(request.reader):
        raise Http404
    if there := Topic.objects.visible_to(request.reader).filter(pk=pk, audience=Audience.PEOPLE).first():
        return redirect(there)
    if (topic := private(pk)) is None:
        raise Http404
    form = OpenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        open_message(topic, by=request.user, reason=form.cleaned_data["reason"])
        return redirect(topic)
    context = {"form": form, "hours": VISIT_HOURS(), "number": pk}
    return render(request, "messages/open.html", context, status=422 if form.is_bound else 200)
