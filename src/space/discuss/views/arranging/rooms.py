"""All categories in their order, and a new one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from space.accounts.requests import Request
from space.discuss.actions import make_about, make_category, place_category
from space.discuss.arranging import lately, room_rows
from space.discuss.arranging.room_forms import NewRoomForm
from space.discuss.models import Category
from space.discuss.permissions import can_arrange
from space.discuss.views.arranging.showing import number_in, page
from space.discuss.views.writing import reasons_to
from space.kit.htmx import answer
from space.kit.rules import require


@require_safe
@login_required
def all_rooms(request: Request) -> HttpResponse:
    require(can_arrange(request.reader))
    history = lately.of_rooms(request.reader)
    return page(request, "discuss/arranging/rooms.html", **_listed(request), history=history)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_room(request: Request) -> HttpResponse:
    require(can_arrange(request.reader))
    form = NewRoomForm(request.POST or None, reader=request.reader, room=Category())
    if form.is_bound and form.is_valid():
        with reasons_to(form):
            room = make_category(form.cleaned_data["slug"], by=request.user, **form.given)
            if form.has_about:
                _begin_about(request, room)
            messages.success(
                request, pgettext("category", "The category is there. People can begin to talk.")
            )
            return redirect("discuss:arrange_room", pk=room.pk)
    return page(request, "discuss/arranging/new_room.html", form, form=form)


def _begin_about(request: Request, room: Category) -> None:
    """Who has begun another topic a moment ago has the category all the same, and its page to do this later."""
    try:
        make_about(room, by=request.user)
    except ValidationError as error:
        why = pgettext("category", "The About topic is not there yet: %(why)s")
        messages.warning(request, why % {"why": " ".join(error.messages)})


@require_POST
@login_required
def place(request: Request, pk: int) -> HttpResponse:
    """Before or after another one that stands beside it."""
    require(can_arrange(request.reader))
    seen = Category.objects.visible_to(request.reader)
    room, after = get_object_or_404(seen, pk=pk), "after" in request.POST
    beside = get_object_or_404(seen, pk=number_in(request.POST.get("after" if after else "before", "")))
    try:
        place_category(room, by=request.user, beside=beside, after=after)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    return answer(
        request, "discuss/arranging/_rooms.html", _listed(request), back_to=reverse("discuss:arrange_rooms")
    )


def _listed(request: Request) -> dict[str, Any]:
    return {"rows": room_rows.rows(request.reader)}
