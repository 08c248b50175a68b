"""Somebody lost what they come in with beside their password, and the recovery codes too: an administrator helps."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.administration.actions import take_keys_away
from space.administration.declining import ReasonForm
from space.administration.permissions import can_take_keys_away
from space.kit.rules import require


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def take_away(request: Request, name: str) -> HttpResponse:
    """The same for who has keys and who has none: nobody learns here who does, until it is done."""
    person = get_object_or_404(User, name=names.from_address(name), is_active=True)
    require(can_take_keys_away(request.reader, person))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            take_keys_away(person, by=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            told = pgettext("keys", "%(name)s comes in with the password alone now, and was told so.")
            messages.success(request, told % {"name": f"\u2068{person.name}\u2069"})
            return redirect(person)
    context = {"person": person, "form": form}
    return render(request, "administration/keys.html", context, status=422 if form.is_bound else 200)


def keys_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: the way there."""
    if not can_take_keys_away(reader, person):
        return None
    return {"url": reverse("administration:keys", args=[names.in_address(person.name)])}
