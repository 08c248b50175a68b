"""An appeal, both views side by side."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.kit.rules import require
from space.review.actions import answer_appeal
from space.review.models import Appeal, Outcome
from space.review.permissions import can_answer_appeal, can_review
from space.review.queue import appeal_page
from space.review.queue.case_page import flaggers
from space.review.queue.forms import AppealForm

_RELATED = (
    "decision__case__author",
    "decision__case__category",
    "decision__by",
    "decision__penalty",
    "by",
    "decided_by",
)


@login_required
def appeal(request: Request, pk: int) -> HttpResponse:
    """Its author finds what became of it among the decisions about them."""
    found = get_object_or_404(Appeal.objects.visible_to(request.reader).select_related(*_RELATED), pk=pk)
    if found.by_id == request.reader.pk:
        return redirect("review:about_me_one", found.decision_id)
    require(can_review(request.reader))
    may = can_answer_appeal(request.reader, found, flaggers(found.decision.case))
    form = AppealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(may)
    if form.is_valid():
        return _answered(request, found, form)
    context = appeal_page.about(found, request.reader) | {
        "form": form if may else None,
        "refused": "" if may or found.outcome else may.reason,
    }
    return render(request, "review/appeal.html", context, status=422 if form.is_bound else 200)


def _answered(request: Request, found: Appeal, form: AppealForm) -> HttpResponse:
    outcome, reason = Outcome(form.cleaned_data["outcome"]), form.cleaned_data["reason"]
    answered = answer_appeal(found, outcome, reason, by=request.user)
    if answered.decided_by_id == request.user.pk:
        messages.success(request, pgettext("appeal", "Answered. Who appealed is told."))
    else:
        messages.warning(
            request, pgettext("appeal", "Somebody has answered it meanwhile. Look at what they said.")
        )
    return redirect("review:appeal", found.pk)
