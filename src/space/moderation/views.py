from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext

from space.accounts import names
from space.accounts.former import old_names_lead_on
from space.accounts.models import Trust, User
from space.accounts.requests import Request
from space.kit.rules import require
from space.moderation.actions import set_trust
from space.moderation.forms import TrustForm
from space.moderation.permissions import can_choose_trust


@old_names_lead_on
@login_required
def trust(request: Request, name: str) -> HttpResponse:
    """Give somebody trust by hand, with a reason."""
    person = get_object_or_404(User, name=names.from_address(name))
    require(can_choose_trust(request.reader, person))
    form = TrustForm.of(person, request.POST if request.method == "POST" else None)
    if form.is_valid():
        chosen, reason = Trust(form.cleaned_data["trust"]), form.cleaned_data["reason"]
        person = set_trust(person, chosen, by=request.user, reason=reason)
        told = pgettext("trust", "%(name)s is now known here as: %(trust)s.")
        messages.success(request, told % {"name": person.name, "trust": chosen.label})
        return redirect(person)
    status = 422 if form.is_bound else 200
    return render(request, "moderation/trust.html", {"person": person, "form": form}, status=status)
