"""Owners make more categories in their group; members find what was sent into its rooms."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.actions.furnishing import add_room
from space.discuss.files_of_groups import page_of_files
from space.discuss.views.writing import reasons_to
from space.kit.fields import whole_number
from space.kit.rules import require
from space.membership.forms import Line, Words
from space.membership.permissions import can_own, can_read_inside
from space.membership.shown import group_page
from space.membership.views.finding import find_group


class GroupRoomForm(forms.Form):
    name = Line(label=pgettext_lazy("category", "Name"), min_length=2, max_length=80)
    description = Words(
        label=pgettext_lazy("category", "Description"), max_length=1000, rows=2, required=False
    )


@login_required
def add(request: Request, slug: str) -> HttpResponse:
    group = find_group(request, slug)
    require(can_own(request.reader, group))
    form = GroupRoomForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with reasons_to(form):
            room = add_room(group, by=request.user, **form.cleaned_data)
            messages.success(request, pgettext("category", "The category is there. Only members read in it."))
            return redirect(room)
    context = {**group_page.frame(group, request.reader), "form": form}
    return render(request, "discuss/room_of_group.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def files(request: Request, slug: str) -> HttpResponse:
    """Everything that was sent into its rooms and still stands in a post, page by page."""
    group = find_group(request, slug)
    require(can_read_inside(request.reader, group))
    context = {
        **group_page.frame(group, request.reader, "files"),
        **page_of_files(group, request.reader, whole_number(request.GET.get("before"), digits=18)),
    }
    return render(request, "discuss/files_of_group.html", context)
