"""A copy of all that a group has written, for its owners: find, ask, act, answer."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from space.accounts.entrances import fresh
from space.accounts.requests import Request
from space.kit.rules import require
from space.membership.permissions import can_export
from space.membership.shown import group_page
from space.membership.views.finding import find_group
from space.privacy.actions.group_copying import ask_group_copy
from space.privacy.models import GroupCopy
from space.privacy.numbers import COPY_HOURS
from space.privacy.views import handed_out


@require_http_methods(["GET", "HEAD", "POST"])
def _copy(request: Request, slug: str) -> HttpResponse:
    """How the copy of a group stands. A POST asks for one."""
    group = find_group(request, slug)
    require(can_export(request.reader, group))
    faults: list[str] = []
    if request.method == "POST":
        try:
            ask_group_copy(group, by=request.user)
        except ValidationError as error:
            faults = error.messages
        else:
            messages.success(
                request, pgettext("copy", "The copy is being made. We tell you when it is ready.")
            )
            return redirect("privacy:group_copy", slug)
    newest = GroupCopy.objects.filter(group=group).select_related("by").order_by("-asked_at", "-pk").first()
    context = {
        **group_page.frame(group, request.reader, "change"),
        "copy": newest,
        "faults": faults,
        "hours": COPY_HOURS(),
    }
    return render(request, "privacy/group_copy.html", context, status=422 if faults else 200)


copy = fresh(_copy, to_look=True)


@require_safe
def _fetch(request: Request, slug: str, pk: int) -> FileResponse:
    """The file, for whoever owns the group now."""
    group = find_group(request, slug)
    require(can_export(request.reader, group))
    return handed_out(get_object_or_404(GroupCopy, pk=pk, group=group), "group")


fetch = fresh(_fetch)
