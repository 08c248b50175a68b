from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.kit.rules import require
from space.review.actions import found_team_room
from space.review.permissions import can_open_team_room


@require_POST
@login_required
def open_room(request: Request) -> HttpResponse:
    """The room of the team, which is there from now on; pressed again it lets in who is missing."""
    require(can_open_team_room(request.reader))
    group = found_team_room(by=request.user)
    messages.success(request, pgettext("team room", "The team has a room of its own."))
    return redirect(group)
