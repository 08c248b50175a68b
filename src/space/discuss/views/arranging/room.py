"""One category: what it is, who looks after it, what it is about, and whether it stays."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import mark_safe
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from space.accounts.models import User
from space.accounts.requests import Request
from space.discuss.actions import (
    appoint,
    appoint_group,
    change_category,
    choose_about,
    delete_category,
    dismiss_group,
    dismiss_moderator,
    drop_about,
    make_about,
)
from space.discuss.arranging.history import history_of
from space.discuss.arranging.moderator_form import ModeratorForm
from space.discuss.arranging.room_forms import AboutForm, MakeAboutForm, RoomForm
from space.discuss.arranging.room_rows import groups_moderating, moderators_of, state_of
from space.discuss.models import Category
from space.discuss.permissions import can_arrange
from space.discuss.rooms import about_url
from space.discuss.text import compose
from space.discuss.views.arranging.showing import number_in, page
from space.discuss.views.writing import reasons_to
from space.groups.models import Group
from space.kit.rules import require


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def change(request: Request, pk: int) -> HttpResponse:
    room = _found(request, pk)
    form = RoomForm(request.POST or None, reader=request.reader, room=room)
    if form.is_bound and form.is_valid() and "preview" not in request.POST:
        with reasons_to(form):
            about_too, wanted = form.rewrites_about, form.wanted
            change_category(room, by=request.user, seen=form.seen, about_too=about_too, **wanted)
            messages.success(request, pgettext("category", "Saved. Everybody sees it so from now on."))
            return redirect("discuss:arrange_room", pk=pk)
        room = _found(request, pk)
        form.see_again(room)
    return _page(request, room, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delete(request: Request, pk: int) -> HttpResponse:
    """Asks first. A category that is not empty says so, and stays."""
    room = _found(request, pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with reasons_to(form):
            delete_category(room, by=request.user)
            messages.success(request, pgettext("category", "The category is gone."))
            return redirect("discuss:arrange_rooms")
    return page(request, "discuss/arranging/delete_room.html", form, form=form, room=room)


@require_POST
@login_required
def appoint_moderator(request: Request, pk: int) -> HttpResponse:
    room = _found(request, pk)
    form = ModeratorForm(request.POST, reader=request.reader)
    if form.is_valid():
        with reasons_to(form, "person"):
            who = form.cleaned_data["person"]
            if isinstance(who, Group):
                appoint_group(who, room, by=request.user)
            else:
                appoint(who, room, by=request.user)
            return redirect("discuss:arrange_room", pk=pk)
    return _page(request, room, person_form=form)


@require_POST
@login_required
def dismiss(request: Request, pk: int) -> HttpResponse:
    room = _found(request, pk)
    if group := request.POST.get("group"):
        dismiss_group(
            get_object_or_404(
                Group.objects.visible_to(request.reader), moderates__category=room, pk=number_in(group)
            ),
            room,
            by=request.user,
        )
        return redirect("discuss:arrange_room", pk=pk)
    those = User.objects.filter(moderates__category=room)
    person = get_object_or_404(those, pk=number_in(request.POST.get("person", "")))
    dismiss_moderator(person, room, by=request.user)
    return redirect("discuss:arrange_room", pk=pk)


@require_POST
@login_required
def about(request: Request, pk: int) -> HttpResponse:
    """Make its About topic, choose another one, or let it go."""
    room = _found(request, pk)
    if "drop" in request.POST:
        drop_about(room, by=request.user)
        return redirect("discuss:arrange_room", pk=pk)
    if "make" in request.POST:
        return _make_about(request, room)
    form = AboutForm(request.POST, reader=request.reader, room=room)
    if form.is_valid():
        with reasons_to(form, "topic"):
            choose_about(room, form.cleaned_data["topic"], by=request.user)
            return redirect("discuss:arrange_room", pk=pk)
    return _page(request, room, about_form=form)


def _make_about(request: Request, room: Category) -> HttpResponse:
    form = MakeAboutForm(request.POST)
    if form.is_valid():
        with reasons_to(form):
            topic = make_about(room, by=request.user, key=form.cleaned_data["key"])
            messages.success(
                request, pgettext("category", "The topic is there, and stands on top of the category.")
            )
            return redirect(topic)
    return _page(request, room, make_about_form=form)


def _found(request: Request, pk: int) -> Category:
    require(can_arrange(request.reader))
    seen = Category.objects.visible_to(request.reader).select_related("group", "parent", "about")
    return get_object_or_404(seen, pk=pk)


def _page(request: Request, room: Category, **sent: forms.Form) -> HttpResponse:
    """The page with all its forms; the one that was sent is given back."""
    context: dict[str, Any] = {
        "room": room,
        "state": state_of(room),
        "moderators": moderators_of(room),
        "moderator_groups": groups_moderating(room, request.reader),
        "history": history_of(room),
        "about_url": about_url(room),
        "form": RoomForm(reader=request.reader, room=room),
        "person_form": ModeratorForm(reader=request.reader),
        "about_form": AboutForm(reader=request.reader, room=room),
        "make_about_form": MakeAboutForm(),
        **sent,
        **_preview(request),
    }
    return page(request, "discuss/arranging/room.html", *sent.values(), **context)


def _preview(request: Request) -> dict[str, Any]:
    """How the text that a new topic begins with will look."""
    if "preview" not in request.POST:
        return {}
    text = compose(request.POST.get("template", ""), by=request.reader)
    return {"preview": mark_safe(text.rendered.html), "preview_language": text.language}
