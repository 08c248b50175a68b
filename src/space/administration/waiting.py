"""Who waits to be let in: moderators look at new accounts where the community wants it so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.models import User, Waiting
from space.accounts.requests import Request
from space.accounts.wiki.panels import Facts, facts_of
from space.administration import actions
from space.administration.declining import DeclineForm
from space.administration.permissions import can_administer, can_let_in
from space.kit.rules import require

_A_PAGE = 30


@dataclass(frozen=True)
class Row:
    """Somebody who waits; `facts` where they come from a wiki."""

    pk: int
    name: str
    why: str
    words: str
    since: datetime
    facts: Facts | None
    form: DeclineForm


@require_safe
@login_required
def waiting(request: Request) -> HttpResponse:
    require(can_let_in(request.reader))
    return _page(request)


@require_POST
@login_required
def let_in(request: Request, pk: int) -> HttpResponse:
    require(can_let_in(request.reader))
    person = _somebody(pk)
    actions.let_in(person, by=request.user)
    text = pgettext("waiting", "%(name)s can come in now.") % {"name": f"\u2068{person.name}\u2069"}
    messages.success(request, text)
    return redirect("administration:waiting")


@require_POST
@login_required
def decline(request: Request, pk: int) -> HttpResponse:
    require(can_let_in(request.reader))
    person = _somebody(pk)
    form = DeclineForm(request.POST, prefix=str(pk))
    if not form.is_valid():
        return _page(request, form, pk)
    actions.decline(person, by=request.user, reason=form.cleaned_data["reason"])
    text = pgettext("waiting", "%(name)s is told why when they come again.")
    messages.success(request, text % {"name": f"\u2068{person.name}\u2069"})
    return redirect("administration:waiting")


def _somebody(pk: int) -> User:
    return get_object_or_404(User, waiting__isnull=False, pk=pk)


def _page(request: Request, form: DeclineForm | None = None, of: int = 0) -> HttpResponse:
    """`form` is one that was refused, of that person."""
    found = Waiting.objects.filter(declined_at=None).select_related("person__wiki").order_by("since")
    rows = [_row(one, form if form and of == one.person_id else None) for one in found[:_A_PAGE]]
    context: dict[str, Any] = {
        "rows": rows,
        "more": found.count() - len(rows),
        "settings_url": reverse("administration:settings") if can_administer(request.reader) else "",
    }
    return render(request, "administration/waiting.html", context, status=422 if form else 200)


def _row(one: Waiting, form: DeclineForm | None) -> Row:
    wiki = getattr(one.person, "wiki", None)
    return Row(
        pk=one.person_id,
        name=one.person.name,
        why=one.get_why_display(),
        words=one.words,
        since=one.since,
        facts=facts_of(wiki) if wiki else None,
        form=form or DeclineForm(prefix=str(one.person_id)),
    )
