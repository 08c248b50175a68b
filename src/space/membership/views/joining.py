"""Coming in and leaving."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.groups.actions import choose_title
from space.kit import clock
from space.kit.rules import require
from space.membership.actions import (
    accept_invitation,
    ask_to_join,
    end_invitation,
    join,
    leave,
    withdraw_request,
)
from space.membership.forms import AskForm
from space.membership.models import Invitation
from space.membership.permissions import can_accept, can_ask, can_join, can_leave, can_show_title
from space.membership.shown import group_page
from space.membership.views.finding import find_group


@login_required
@require_POST
def come_in(request: Request, slug: str) -> HttpResponse:
    group = find_group(request, slug)
    require(can_join(request.reader, group))
    join(group, by=request.user)
    messages.success(request, pgettext("group", "You belong to this group now."))
    return redirect(group)


@login_required
def ask(request: Request, slug: str) -> HttpResponse:
    """To be let in."""
    group = find_group(request, slug)
    require(can_ask(request.reader, group))
    form = AskForm(request.POST if request.method == "POST" else None, group=group)
    if form.is_valid():
        try:
            ask_to_join(group, by=request.user, words=form.cleaned_data["words"], answers=form.answers())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            told = pgettext("group", "You have asked to join. You are told what they decide.")
            messages.success(request, told)
            return redirect(group)
    context = {**group_page.frame(group, request.reader), "form": form}
    return render(request, "membership/ask.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def withdraw(request: Request, slug: str) -> HttpResponse:
    group = find_group(request, slug)
    withdraw_request(group, by=request.user)
    messages.success(request, pgettext("group", "You do not ask to join any more."))
    return redirect(group)


@login_required
@require_POST
def title(request: Request, slug: str) -> HttpResponse:
    """It stands beside one's name from now on, or no more."""
    group = find_group(request, slug)
    require(can_show_title(request.reader, group))
    choose_title(group, request.user, shows=request.POST.get("show") == "yes")
    messages.success(request, pgettext("group", "What stands beside your name is changed."))
    return redirect(group)


@login_required
def go(request: Request, slug: str) -> HttpResponse:
    """Leave, after one more look."""
    group = find_group(request, slug)
    require(can_leave(request.reader, group))
    refused: list[str] = []
    if request.method == "POST":
        try:
            leave(group, by=request.user)
        except ValidationError as error:
            refused = error.messages
        else:
            messages.success(request, pgettext("group", "You have left the group."))
            return redirect(group if group.is_listed else "groups:directory")
    context = {**group_page.frame(group, request.reader), "refused": refused}
    return render(request, "membership/leave.html", context, status=422 if refused else 200)


@login_required
def invitation(request: Request, key: str) -> HttpResponse:
    """What an invitation opens. Whoever holds it may know of the group, and of nothing inside."""
    found = get_object_or_404(Invitation.objects.select_related("group", "by"), key=key)
    if found.person_id not in (None, request.user.pk) or found.group.is_ending:
        raise Http404
    verdict = can_accept(request.reader, found.group)
    is_good = Invitation.objects.good(clock.now()).filter(pk=found.pk).exists()
    refused: list[str] = []
    if request.method == "POST":
        require(verdict)
        if request.POST.get("answer") == "no" and found.person_id:
            end_invitation(found)
            messages.success(request, pgettext("group", "You have declined the invitation."))
            return redirect("groups:directory")
        try:
            accept_invitation(found, by=request.user)
        except ValidationError as error:
            refused = error.messages
        else:
            messages.success(request, pgettext("group", "You belong to this group now."))
            return redirect(found.group)
    context = {
        **group_page.frame(found.group, request.reader),
        "invitation": found,
        "is_good": is_good,
        "verdict": verdict,
        "refused": refused,
    }
    return render(request, "membership/invitation.html", context, status=422 if refused else 200)
