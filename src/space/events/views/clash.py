from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.events.permissions import can_add
from space.events.shown.clash import clash
from space.kit.rules import require


@require_safe
def what_else(request: Request) -> HttpResponse:
    """What else is on then, for a form that holds a day."""
    require(can_add(request.reader))
    response = render(request, "events/_clash.html", {"clash": clash(request.GET, request.reader)})
    response.headers["Cache-Control"] = "private, no-store"
    return response
