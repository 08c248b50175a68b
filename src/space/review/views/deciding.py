"""The page of a case, on which it is decided."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.kit.rules import require
from space.moderation.models import Measure
from space.review.actions import decide
from space.review.actions.finding import looks_after_place
from space.review.models import Case
from space.review.models.behind import picture_of
from space.review.permissions import can_decide, can_punish, can_punish_person
from space.review.queue.case_page import about, flaggers, hands
from space.review.queue.forms import DecideForm
from space.review.views.queue import find_case
from space.uploads.models import Portrait
from space.uploads.picture_views import whole as whole_portrait
from space.uploads.views import whole
from space.web.choosing import way_back


@login_required
def case(request: Request, pk: int) -> HttpResponse:
    """Everything one needs to know, and the form. A decision that came second is told what the first one was."""
    found = find_case(request, pk)
    if request.method == "POST":
        return _decide(request, found)
    return _page(request, found, _form(request, found) if found.waits else None)


@require_safe
@login_required
def picture(request: Request, pk: int) -> HttpResponseBase:
    """The picture that a case is about, for who sees the case: also once it is hidden."""
    shown = picture_of(find_case(request, pk), request.reader)
    if shown is None:
        raise Http404
    return whole_portrait(shown) if isinstance(shown, Portrait) else whole(request, shown)


def _decide(request: Request, found: Case) -> HttpResponse:
    require(can_decide(request.reader, found, flaggers(found)))
    form = _form(request, found, request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    if form.ruling.follows in Measure.values:
        of_place = looks_after_place(found.author)
        require(can_punish_person(request.reader, found.author, of_place=of_place))
    try:
        decide(found, form.ruling, by=request.user, version=form.cleaned_data["version"])
    except ValidationError as error:
        return _overtaken(request, pk=found.pk, form=form, error=error)
    messages.success(request, pgettext("deciding", "Decided. Who is concerned is told."))
    return redirect(way_back(request) if request.POST.get("next") else "review:queue")


def _overtaken(request: Request, *, pk: int, form: DecideForm, error: ValidationError) -> HttpResponse:
    """Somebody was quicker: the page shows what they did; where it only changed, pressing again decides."""
    found = find_case(request, pk)
    form.add_error(None, error)
    if not found.waits:
        return _page(request, found, None, status=422, overtaken=error.messages[0])
    sent = request.POST.copy()
    sent["version"] = str(found.version)
    form.data = sent
    return _page(request, found, form, status=422)


def _form(request: Request, found: Case, sent: Any = None) -> DecideForm:
    wants = request.GET.get("did", "")
    return DecideForm.of(found, sent, punishes=bool(can_punish(request.reader)), wants=wants)


def _page(
    request: Request, found: Case, form: DecideForm | None, status: int = 200, **more: Any
) -> HttpResponse:
    may = can_decide(request.reader, found, flaggers(found))
    context = about(found, request.reader) | {
        "form": form if may else None,
        "refused": "" if may or not found.waits else may.reason,
        "hands": hands(found, request.reader) if may and found.waits else [],
        "mine": found.claimed_by_id == request.reader.pk,
        "asks": found.waits and (found.group_id or found.category_id) and not found.asks_staff,
        **more,
    }
    return render(request, "review/case.html", context, status=status)
