"""What owners and moderators of a group do."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.kept_back import is_kept_back, lead_to_what_waits
from space.accounts.models import User
from space.accounts.requests import Request
from space.groups.models import Group, Membership, Office, Role
from space.kit import clock
from space.kit.rules import require
from space.membership.actions import (
    change_group,
    close_group,
    decide_request,
    delete_group,
    end_invitation,
    end_office,
    give_role,
    invite_by_link,
    invite_person,
    keep_group,
    reopen_group,
    take_out,
)
from space.membership.actions.wording import words_in, words_of
from space.membership.forms import DecideForm, GroupForm, InviteForm, LinkForm, RoleForm, TakeOutForm
from space.membership.models import GroupDeed, Invitation, JoinRequest
from space.membership.permissions import can_end, can_lead, can_own, can_read_inside
from space.membership.shown import group_page
from space.membership.views.finding import find_group
from space.web import panels

_DEEDS = 100


@login_required
def requests(request: Request, slug: str) -> HttpResponse:
    """Who asks to be let in."""
    group = find_group(request, slug)
    require(can_lead(request.reader, group))
    context = {**group_page.frame(group, request.reader, "requests"), "requests": group_page.waiting(group)}
    return render(request, "membership/requests.html", context)


@login_required
@require_POST
def decide(request: Request, slug: str, pk: int) -> HttpResponse:
    group = find_group(request, slug)
    require(can_lead(request.reader, group))
    asked = get_object_or_404(JoinRequest.objects.select_related("by"), pk=pk, group=group)
    form = DecideForm(request.POST)
    if form.is_valid() and _is_answered(request, asked, form):
        return redirect("groups:requests", slug)
    context = {
        **group_page.frame(group, request.reader, "requests"),
        "requests": group_page.waiting(group),
        "form": form,
        "refused": pk,
    }
    return render(request, "membership/requests.html", context, status=422)


def _is_answered(request: Request, asked: JoinRequest, form: DecideForm) -> bool:
    """Not where a gate refuses the reason: the form says so."""
    accept, reason = form.cleaned_data["decision"] == "yes", form.cleaned_data["reason"]
    try:
        decided = decide_request(asked, accept=accept, by=request.user, reason=reason)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    if decided.decided_by_id != request.user.pk:
        messages.warning(request, pgettext("group", "Somebody else has decided this meanwhile."))
    return True


@login_required
def invitations(request: Request, slug: str) -> HttpResponse:
    """Invite by name or by a link; take invitations back."""
    group = find_group(request, slug)
    require(can_lead(request.reader, group))
    person, link = InviteForm(), LinkForm()
    refused = False
    if request.method == "POST":
        by_name = "person" in request.POST
        form: InviteForm | LinkForm = InviteForm(request.POST) if by_name else LinkForm(request.POST)
        if _invited(request, group, form):
            return redirect("groups:invitations", slug)
        refused = True
        person, link = (form, link) if by_name else (person, form)  # type: ignore[assignment]
    good = Invitation.objects.good(clock.now()).filter(group=group).select_related("person", "by")
    context = {
        **group_page.frame(group, request.reader, "invitations"),
        "invitations": [{"one": one, "url": _address(request, one)} for one in good],
        "person": person,
        "link": link,
    }
    return render(request, "membership/invitations.html", context, status=422 if refused else 200)


def _address(request: Request, invitation: Invitation) -> str:
    return request.build_absolute_uri(reverse("groups:invitation", args=[invitation.key]))


def _invited(request: Request, group: Group, form: InviteForm | LinkForm) -> bool:
    """Whether it was done; what was refused then stands in the form."""
    if not form.is_valid():
        return False
    try:
        if isinstance(form, LinkForm):
            invite_by_link(group, by=request.user, **form.cleaned_data)
        else:
            invite_person(group, form.cleaned_data["person"], by=request.user)
            messages.success(request, pgettext("group", "They are told that you invite them."))
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@login_required
@require_POST
def end_one(request: Request, slug: str, pk: int) -> HttpResponse:
    """Take an invitation back."""
    group = find_group(request, slug)
    require(can_lead(request.reader, group))
    end_invitation(get_object_or_404(Invitation, pk=pk, group=group))
    return redirect("groups:invitations", slug)


@login_required
def member(request: Request, slug: str, pk: int) -> HttpResponse:
    """Give a member another role, or take them out."""
    group = find_group(request, slug)
    require(can_own(request.reader, group))
    membership = get_object_or_404(Membership.objects.select_related("person"), group=group, person=pk)
    role = RoleForm(initial={"role": membership.role})
    out, refused = TakeOutForm(), False
    if request.method == "POST":
        done, role, out = _decided(request, group, membership.person)
        if done:
            return redirect("groups:people", slug)
        refused = True
    context = {
        **group_page.frame(group, request.reader, "people"),
        "one": group_page.entry(membership),
        "role": role,
        "out": out,
    }
    return render(request, "membership/member.html", context, status=422 if refused else 200)


def _decided(request: Request, group: Group, person: User) -> tuple[bool, RoleForm, TakeOutForm]:
    """Whether it was done, and the two forms with what was refused."""
    role, out = RoleForm(), TakeOutForm()
    form: Any = RoleForm(request.POST) if "role" in request.POST else TakeOutForm(request.POST)
    if isinstance(form, RoleForm):
        role = form
    else:
        out = form
    if not form.is_valid():
        return False, role, out
    try:
        if isinstance(form, RoleForm):
            give_role(group, person, Role(form.cleaned_data["role"]), by=request.user)
        else:
            _take_out(group, person, by=request.user, reason=form.cleaned_data["reason"])
    except ValidationError as error:
        form.add_error(None, error)
        return False, role, out
    return True, role, out


def _take_out(group: Group, person: User, *, by: User, reason: str) -> None:
    if group.office:
        end_office(Office(group.office), person, by=by, reason=reason)
    else:
        take_out(group, person, by=by, reason=reason)


@login_required
def change(request: Request, slug: str) -> HttpResponse:
    group = find_group(request, slug)
    require(can_own(request.reader, group))
    form = GroupForm.of(group, request.POST if request.method == "POST" else None)
    if form.is_valid() and (answer := _changed(request, group, form)):
        return answer
    context = {**group_page.frame(group, request.reader, "change"), "form": form}
    context["panels"] = panels.show("group:settings", group, request.reader, request)
    return render(request, "membership/change.html", context, status=422 if form.is_bound else 200)


def _changed(request: Request, group: Group, form: GroupForm) -> HttpResponse | None:
    """Nothing where a gate refuses its words: the form says so."""
    before, wrote = words_of(group), words_in(form.cleaned_data)
    try:
        changed = change_group(group, by=request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    if is_kept_back(wrote, words_of(changed), before):
        return lead_to_what_waits(request, changed.get_absolute_url())
    messages.success(request, pgettext("group", "The group is changed."))
    return redirect(changed)


_ENDINGS = {"close": close_group, "reopen": reopen_group, "delete": delete_group, "keep": keep_group}


@login_required
def end(request: Request, slug: str) -> HttpResponse:
    """Make it read-only, delete it, and take each of these back."""
    group = find_group(request, slug)
    require(can_end(request.reader, group))
    act = _ENDINGS.get(request.POST.get("do", ""))
    if request.method == "POST" and act:
        group = act(group, by=request.user)
        return redirect("groups:end", slug) if group.is_ending else redirect(group)
    context = group_page.frame(group, request.reader, "change")
    context["panels"] = panels.show("group:end", group, request.reader, request)
    return render(request, "membership/end.html", context)


@login_required
def history(request: Request, slug: str) -> HttpResponse:
    """What happened to the group, for those inside."""
    group = find_group(request, slug)
    require(can_read_inside(request.reader, group))
    deeds = GroupDeed.objects.filter(group=group).select_related("by", "person")[:_DEEDS]
    context = {
        **group_page.frame(group, request.reader, "history"),
        "deeds": deeds,
        "leads": can_lead(request.reader, group),
    }
    return render(request, "membership/history.html", context)
