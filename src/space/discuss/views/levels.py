"""All of one's levels on one page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.discuss.levels_page import Shown, page_of
from space.discuss.permissions import can_follow
from space.kit.rules import require


@require_safe
@login_required
def levels(request: Request) -> HttpResponse:
    require(can_follow(request.reader))
    context = page_of(Shown.asked(request.GET), request.reader, get_token(request))
    return render(request, "discuss/levels.html", context)
