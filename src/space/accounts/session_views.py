from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import npgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.actions import end_sessions
from space.accounts.requests import Request
from space.accounts.signed_in import keys_of, signed_in


@require_safe
@login_required
def sessions(request: Request) -> HttpResponse:
    """Where one is signed in."""
    found = signed_in(request.user, request.session.session_key)
    return render(request, "accounts/sessions.html", {"sessions": found, "others": len(found) - 1})


@require_POST
@login_required
def end(request: Request) -> HttpResponse:
    """End one session, or all but this one. Asks for no proof: it only takes away, and a lost phone is urgent."""
    here = request.session.session_key
    if mark := request.POST.get("session", ""):
        keys = keys_of(request.user, {mark})
        ended = end_sessions(request.user, keys=[key for key in keys if key != here])
    else:
        ended = end_sessions(request.user, but=here)
    text = npgettext(
        "sessions",
        "%(n)d browser is signed out.",
        "%(n)d browsers are signed out.",
        ended,
    )
    messages.success(request, text % {"n": ended})
    return redirect("accounts:sessions")
