"""Who makes the Blog, and its numbers."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from space.accounts.actions import PEOPLE
from space.accounts.models import User
from space.accounts.requests import Request
from space.blog.actions.roles import ROLES, appoint_reviewer, dismiss_reviewer
from space.blog.newsroom import numbers as counted
from space.blog.newsroom import people as roles
from space.blog.newsroom.tabs import tabs
from space.blog.newsroom.wanted import Wanted
from space.blog.permissions import can_appoint, can_see_numbers
from space.groups.actions import GROUPS
from space.groups.models import Office
from space.kit.rules import require
from space.languages import canonical, offered
from space.membership.actions import appoint, end_office
from space.web.pagecache import page_for_everybody


@require_http_methods(["GET", "HEAD", "POST"])
@page_for_everybody(ROLES, GROUPS, PEOPLE)
def people(request: Request) -> HttpResponse:
    """Everybody sees who the board and the reviewers are; administrators change it."""
    form = roles.RoleForm()
    if request.method == "POST":
        require(can_appoint(request.reader))
        if "dismiss" in request.POST:
            return _dismiss(request)
        form = roles.RoleForm(request.POST)
        if form.is_valid():
            return _appoint(request, form)
    may = bool(can_appoint(request.reader))
    context = {
        "tabs": tabs("newsroom_people", Wanted(), request.reader) if request.reader.is_member else [],
        "submit_url": reverse("blog:submit"),
        "board": roles.board(),
        "board_url": roles.board_url(),
        "reviewers": roles.reviewers(),
        "form": form if may else None,
        "languages": offered() if may else (),
    }
    return render(request, "blog/newsroom/people.html", context, status=422 if form.is_bound else 200)


@require_safe
@login_required
def numbers(request: Request) -> HttpResponse:
    require(can_see_numbers(request.reader))
    context = {
        "tabs": tabs("newsroom_numbers", Wanted(), request.reader),
        "submit_url": reverse("blog:submit"),
    }
    return render(request, "blog/newsroom/numbers.html", context | counted.numbers(request.reader))


def _appoint(request: Request, form: roles.RoleForm) -> HttpResponse:
    person, language = form.cleaned_data["person"], form.cleaned_data["language"]
    if form.cleaned_data["role"] == roles.BOARD:
        appoint(Office.EDITORS, person, by=request.user)
    else:
        appoint_reviewer(person, language, by=request.user)
    messages.success(request, pgettext("newsroom role", "It holds from now on. They are told."))
    return redirect("blog:newsroom_people")


def _dismiss(request: Request) -> HttpResponse:
    """Of a form that was sent before, nothing is left to take away."""
    pk = request.POST.get("person", "")
    person: Any = User.objects.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 15 else None
    if person and request.POST["dismiss"] == roles.BOARD:
        end_office(Office.EDITORS, person, by=request.user)
    elif person:
        dismiss_reviewer(person, canonical(request.POST["dismiss"]), by=request.user)
    return redirect("blog:newsroom_people")
