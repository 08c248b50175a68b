"""Staff open closed groups, and decide about new ones that people ask for."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.groups.models import Office
from space.kit.rules import require
from space.membership.actions import appoint, decide_proposal, propose, visit
from space.membership.forms import DecideForm, InviteForm, ProposalForm, ReasonForm
from space.membership.models import Outcome, Proposal
from space.membership.numbers import VISIT_HOURS
from space.membership.permissions import can_appoint, can_decide, can_propose, can_visit
from space.membership.shown import group_page
from space.membership.views.finding import find_group
from space.web import panels

_DECIDED = 50


@login_required
def open_group(request: Request, slug: str) -> HttpResponse:
    """Read inside for a while, with a reason that its members are told."""
    group = find_group(request, slug)
    require(can_visit(request.reader, group))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        visit(group, by=request.user, reason=form.cleaned_data["reason"])
        return redirect(group)
    context = {**group_page.frame(group, request.reader), "form": form, "hours": VISIT_HOURS()}
    return render(request, "membership/open.html", context, status=422 if form.is_bound else 200)


@login_required
def appoint_somebody(request: Request, slug: str) -> HttpResponse:
    """Give the office that this group is."""
    group = find_group(request, slug)
    require(can_appoint(request.reader, group))
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        appoint(Office(group.office), form.cleaned_data["person"], by=request.user)
        messages.success(request, pgettext("newsroom role", "It holds from now on. They are told."))
        return redirect("groups:people", slug)
    context = {**group_page.frame(group, request.reader, "people"), "form": form}
    return render(request, "membership/appoint.html", context, status=422 if form.is_bound else 200)


@login_required
def ask_for_group(request: Request) -> HttpResponse:
    """Ask for a new closed group."""
    require(can_propose(request.reader))
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and (proposal := _proposed(request, form)):
        messages.success(
            request, pgettext("group", "You have asked for a group. You are told what is decided.")
        )
        return redirect("groups:proposal", proposal.pk)
    return render(request, "membership/propose.html", {"form": form}, status=422 if form.is_bound else 200)


def _proposed(request: Request, form: ProposalForm) -> Proposal | None:
    """Nothing where a gate refuses its words: the form says so."""
    try:
        return propose(by=request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return None


@login_required
def proposals(request: Request) -> HttpResponse:
    """Groups that people ask for."""
    require(can_decide(request.reader))
    found = Proposal.objects.select_related("by", "decided_by", "group")
    context = {
        "waiting": found.filter(outcome=Outcome.WAITS),
        "decided": found.exclude(outcome=Outcome.WAITS).order_by("-decided_at")[:_DECIDED],
    }
    return render(request, "membership/proposals.html", context)


@login_required
def proposal(request: Request, pk: int) -> HttpResponse:
    """One of them, for who asked and for those who decide."""
    found = get_object_or_404(Proposal.objects.select_related("by", "decided_by", "group"), pk=pk)
    decides = can_decide(request.reader)
    if not decides and found.by_id != request.user.pk:
        raise Http404
    form = DecideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(decides)
        if form.is_valid():
            accept = form.cleaned_data["decision"] == "yes"
            decided = decide_proposal(
                found, accept=accept, by=request.user, reason=form.cleaned_data["reason"]
            )
            if decided.decided_by_id != request.user.pk:
                messages.warning(request, pgettext("group", "Somebody else has decided this meanwhile."))
            return redirect("groups:proposals")
    context = {"proposal": found, "decides": bool(decides) and found.waits, "form": form}
    context["panels"] = panels.show("proposal", found, request.reader, request) if context["decides"] else ""
    return render(request, "membership/proposal.html", context, status=422 if form.is_bound else 200)
