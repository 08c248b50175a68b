"""What moderators know of a person and do about them without a case; and the answers they find ready."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext

from space.accounts import names
from space.accounts.former import old_names_lead_on
from space.accounts.models import User
from space.accounts.requests import Request
from space.kit import clock
from space.kit.fields import whole_number
from space.kit.rules import require
from space.moderation.actions import (
    end_approval,
    lift_limits,
)
from space.moderation.models import Measure, Penalty
from space.review.actions import drop_answer, keep_answer, write_note
from space.review.actions.finding import looks_after_place
from space.review.actions.punishing import lift, limit, look_first, punish
from space.review.models import CannedAnswer
from space.review.permissions import can_keep_answers, can_keep_notes, can_punish_person
from space.review.queue.forms import AnswerForm, LastsMixin, PenaltyForm, WordsForm
from space.review.queue.person_page import about
from space.review.queue.terms_forms import ApprovalForm, LimitsForm
from space.review.telling.terms import APPROVAL, LIMITS


@old_names_lead_on
@login_required
def person(request: Request, name: str) -> HttpResponse:
    """Notes, penalties and earlier decisions, with a form for each thing that one may do."""
    found = get_object_or_404(User, name=names.from_address(name))
    require(can_keep_notes(request.reader, found))
    wish = request.POST.get("do") if request.method == "POST" else ""
    forms: dict[str, Any] = {
        "note": WordsForm(request.POST if wish == "note" else None, prefix="note"),
        "lift": WordsForm(request.POST if wish == "lift" else None, prefix="lift"),
        "penalty": PenaltyForm(request.POST if wish == "penalty" else None, prefix="penalty"),
        "limits": LimitsForm(request.POST if wish == "limits" else None, prefix="limits"),
        "approval": ApprovalForm(request.POST if wish == "approval" else None, prefix="approval"),
        "end": WordsForm(request.POST if wish == "end" else None, prefix="end"),
    }
    may = can_punish_person(request.reader, found, of_place=looks_after_place(found))
    if wish and wish != "note":
        require(may)
    if wish in forms and forms[wish].is_valid():
        _DO[wish](request, found, forms[wish])
        return redirect("review:person", names.in_address(found.name))
    context = about(found, request.reader) | {"forms": forms, "may": may, "lifts": request.POST.get("which")}
    return render(request, "review/person.html", context, status=422 if wish else 200)


def _note(request: Request, person: User, form: WordsForm) -> None:
    write_note(person, form.cleaned_data["words"], by=request.user)
    messages.success(request, pgettext("staff note", "The note is written down."))


def _lift(request: Request, person: User, form: WordsForm) -> None:
    which = whole_number(request.POST.get("which"))
    penalty = get_object_or_404(Penalty.objects.in_force().filter(person=person), pk=which)
    lift(penalty, by=request.user, reason=form.cleaned_data["words"])
    messages.success(request, pgettext("penalty", "It has ended."))


def _penalise(request: Request, person: User, form: PenaltyForm) -> None:
    punish(person, Measure(form.cleaned_data["measure"]), **_how(request, form))
    messages.success(request, pgettext("penalty", "It holds from now on."))


def _limit(request: Request, person: User, form: LimitsForm) -> None:
    limit(person, **_how(request, form), **form.wanted)
    messages.success(request, pgettext("penalty", "It holds from now on."))


def _look_first(request: Request, person: User, form: ApprovalForm) -> None:
    look_first(person, **_how(request, form))
    messages.success(request, pgettext("penalty", "It holds from now on."))


def _how(request: Request, form: LastsMixin) -> dict[str, Any]:
    """By whom, until when and why."""
    data = form.cleaned_data
    until = clock.now() + timedelta(hours=data["hours"])
    return {"by": request.user, "until": until, "reason": data["reason"], "clause": data["clause"]}


def _end(request: Request, person: User, form: WordsForm) -> None:
    ways = {LIMITS: lift_limits, APPROVAL: end_approval}
    end = ways.get(request.POST.get("which", ""))
    if end is None:
        raise Http404
    end(person, by=request.user, reason=form.cleaned_data["words"])
    messages.success(request, pgettext("penalty", "It has ended."))


_DO: dict[str, Any] = {
    "note": _note,
    "lift": _lift,
    "penalty": _penalise,
    "limits": _limit,
    "approval": _look_first,
    "end": _end,
}


@login_required
def answers(request: Request) -> HttpResponse:
    """The ready answers, and a form for another one."""
    require(can_keep_answers(request.reader))
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        keep_answer(form.save(commit=False), by=request.user)
        return redirect("review:answers")
    context = {"answers": CannedAnswer.objects.all(), "form": form}
    return render(request, "review/answers.html", context, status=422 if form.is_bound else 200)


@login_required
def answer(request: Request, pk: int) -> HttpResponse:
    """Change one, or drop it."""
    require(can_keep_answers(request.reader))
    found = get_object_or_404(CannedAnswer, pk=pk)
    if request.method == "POST" and request.POST.get("do") == "drop":
        drop_answer(found, by=request.user)
        return redirect("review:answers")
    form = AnswerForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        keep_answer(form.save(commit=False), by=request.user)
        return redirect("review:answers")
    context = {"answer": found, "form": form}
    return render(request, "review/answer.html", context, status=422 if form.is_bound else 200)
