"""What became of one's own flags, and what was decided about what one wrote: also for who is silenced or suspended."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.addresses import place_of
from space.discuss.models import Post
from space.discuss.views.writing import reasons_to
from space.kit.paging import Page
from space.kit.rules import require
from space.review.actions import amend, appeal, explain, take_back, withdraw
from space.review.flag_forms import AmendForm, AppealForm, ExplainForm
from space.review.mine import about, decisions_of, hidden_since, penalties_of, rows_of_flags
from space.review.models import Case, Decision, Flag
from space.review.models.held import what_is_held
from space.review.permissions import can_amend, can_appeal, can_explain, can_take_back, can_withdraw
from space.review.telling.terms import in_force
from space.web.pager import pager

SIZE = 20


@login_required
def flags(request: Request) -> HttpResponse:
    mine = Flag.objects.filter(by=request.reader.pk).select_related("case").order_by("-at", "-pk")
    page = Page.asked(request.GET.get("page"), size=SIZE, total=mine.count())
    rows = rows_of_flags(mine[page.first - 1 : page.last], request.reader)
    what = pgettext("pager", "%(first)d–%(last)d of %(total)d")
    context = {"rows": rows, "pager": pager(reverse("review:my_flags"), page, what)}
    return render(request, "review/mine_flags.html", context)


@require_POST
@login_required
def take_flag_back(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Flag.objects.select_related("case"), pk=pk, by=request.reader.pk)
    require(can_withdraw(request.reader, found))
    withdraw(found, by=request.user)
    messages.success(request, pgettext("flag", "Your flag is withdrawn."))
    return redirect("review:my_flags")


@login_required
def about_me(request: Request) -> HttpResponse:
    context = {
        "hidden": [
            about(case, request.reader) for case in Case.objects.about(request.reader).order_by("-pk")
        ],
        "decisions": decisions_of(request.reader),
        "penalties": penalties_of(request.reader),
        "terms": list(in_force(request.user)),
    }
    return render(request, "review/mine.html", context)


@login_required
def one(request: Request, pk: int) -> HttpResponse:
    """One decision, and the appeal against it."""
    related = ("case", "penalty", "appeal")
    found = get_object_or_404(Decision.objects.about(request.reader).select_related(*related), pk=pk)
    may_appeal = can_appeal(request.reader, found)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(may_appeal)
        if form.is_valid():
            appeal(found, form.cleaned_data["words"], by=request.user)
            messages.success(
                request, pgettext("appeal", "Another moderator will look at it. You will be told.")
            )
            return redirect("review:about_me_one", pk)
    context = _context(request, found.case, found) | {"may_appeal": may_appeal, "form": form}
    return render(request, "review/mine_one.html", context, status=422 if form.is_bound else 200)


@login_required
def hidden(request: Request, pk: int) -> HttpResponse:
    """What is out of sight while nobody has decided, and what its author says about that."""
    theirs = Case.objects.about(request.reader) | Case.objects.taken_back_by(request.reader)
    found = get_object_or_404(theirs, pk=pk)
    form = ExplainForm(request.POST if request.method == "POST" else None, initial={"words": found.words})
    if request.method == "POST":
        require(can_explain(request.reader, found))
        if form.is_valid():
            explain(found, form.cleaned_data["words"], by=request.user)
            messages.success(request, pgettext("appeal", "Who decides about it will read this."))
            return redirect("review:about_me_case", pk)
    context = _context(request, found, None) | {"form": form}
    if found.is_held and found.waits:
        held = what_is_held(found, request.reader)
        context |= {"held": held, "may_take_back": can_take_back(request.reader, found, held)}
    return render(request, "review/mine_one.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def unsay(request: Request, pk: int) -> HttpResponse:
    """Take back what is held. Whoever decided about it meanwhile was quicker, and their decision is shown."""
    found = get_object_or_404(Case.objects.of_own(request.reader), pk=pk)
    if found.taken_back_at is None:
        require(can_take_back(request.reader, found, what_is_held(found, request.reader)))
    try:
        take_back(found, by=request.user)
    except ValidationError as error:
        messages.warning(request, error.messages[0])
        return redirect("review:about_me")
    messages.success(request, pgettext("held", "You took it back. Nobody else comes to see what you wrote."))
    return redirect("review:about_me_case", pk)


@login_required
def change(request: Request, pk: int) -> HttpResponse:
    """The post as it should be instead: then it is seen again."""
    case, decision, post = _changeable(request, pk)
    require(can_amend(request.reader, case, post, hidden_since(case, decision)))
    form = AmendForm(request.POST if request.method == "POST" else None, post=post)
    if form.is_valid():
        with reasons_to(form):
            amend(case, form.cleaned_data["text"], by=request.user)
            messages.success(request, pgettext("appeal", "Thank you. Everybody sees it again."))
            return redirect(place_of(post.topic, post.number))
    context = {"form": form, "post": post, "back": _back(case, decision)}
    return render(request, "review/mine_change.html", context, status=422 if form.is_bound else 200)


def _changeable(request: Request, pk: int) -> tuple[Case, Decision | None, Post]:
    """Hidden by its flags, or by somebody who asked for a change."""
    case = get_object_or_404(Case.objects.hidden_from_author(request.reader), pk=pk)
    decision = Decision.objects.about(request.reader).filter(case=case).first()
    return case, decision, get_object_or_404(Post.objects.written_by(request.reader), pk=case.thing_id)


def _back(case: Case, decision: Decision | None) -> str:
    if decision:
        return reverse("review:about_me_one", args=[decision.pk])
    return reverse("review:about_me_case", args=[case.pk])


def _context(request: Request, case: Case, decision: Decision | None) -> dict[str, Any]:
    told: dict[str, Any] = about(case, request.reader, decision)
    if told["post"] and told["is_hidden"] and told["asks_change"]:
        told["may_amend"] = can_amend(request.reader, case, told["post"], hidden_since(case, decision))
    return told
