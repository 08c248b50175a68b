"""A copy of one's data, being forgotten, and what is kept of everybody: find, ask, act, answer."""

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from space.accounts import closed
from space.accounts.entrances import fresh
from space.accounts.personal import Way, duties_of
from space.accounts.requests import Request
from space.kit import clock
from space.privacy import actions, folder
from space.privacy.forms import LeaveForm
from space.privacy.keys import farewell_of
from space.privacy.models import Copy, Farewell, GroupCopy
from space.privacy.numbers import COPY_HOURS, FAREWELL_DAYS
from space.privacy.shown import areas
from space.web.pagecache import page_for_everybody


@require_safe
@page_for_everybody("settings")
def kept(request: Request) -> HttpResponse:
    """What is kept of people, why, how long, and who sees it."""
    return render(request, "privacy/kept.html", {"areas": areas(), "days": FAREWELL_DAYS()})


@require_http_methods(["GET", "HEAD", "POST"])
def _mine(request: Request) -> HttpResponse:
    """One's own data. A POST asks for a copy."""
    if request.method == "POST":
        try:
            actions.ask_copy(request.user)
        except ValidationError as error:
            return _shown(request, error.messages, 422)
        messages.success(request, pgettext("copy", "The copy is being made. We tell you when it is ready."))
        return redirect("privacy:mine")
    return _shown(request)


mine = fresh(_mine, to_look=True)


def _shown(request: Request, faults: list[str] | None = None, status: int = 200) -> HttpResponse:
    newest = Copy.objects.filter(person=request.user).order_by("-asked_at", "-pk").first()
    context = {"copy": newest, "faults": faults, "hours": COPY_HOURS(), "days": FAREWELL_DAYS()}
    return render(request, "privacy/mine.html", context, status=status)


@require_safe
def _fetch(request: Request, pk: int) -> FileResponse:
    """The copy itself. Somebody who has just shown that it is them gets their own, and nothing else."""
    return handed_out(get_object_or_404(Copy, pk=pk, person=request.user), "space")


fetch = fresh(_fetch)


def handed_out(copy: Copy | GroupCopy, name: str) -> FileResponse:
    """The file, as long as it is there."""
    if not copy.is_there:
        raise Http404
    try:
        file = folder.place(copy.file).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=f"{name}-{copy.asked_at:%Y-%m-%d}.zip")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def _leave(request: Request) -> HttpResponse:
    """Be forgotten: the account shuts at once."""
    form = LeaveForm(request.POST or None)
    if form.is_valid():
        try:
            farewell = actions.leave(request.user, Way(form.cleaned_data["way"]))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            logout(request)
            return render(request, "privacy/left.html", {"farewell": farewell})
    context = {
        "form": form,
        "duties": duties_of(request.user),
        "must": any(duty.is_must for duty in duties_of(request.user)),
        "days": FAREWELL_DAYS(),
    }
    return render(request, "privacy/leave.html", context, status=422 if form.is_bound else 200)


leave = fresh(_leave)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def back(request: Request) -> HttpResponse:
    """The way back, for who has just signed in to the account that is shut."""
    waiting = Farewell.objects.filter(person=closed.coming_back(request), began_at=None)
    return _back(request, get_object_or_404(waiting))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def back_by_mail(request: Request, key: str) -> HttpResponse:
    """The same by the link of the mail. Opening it changes nothing."""
    farewell = farewell_of(key)
    if farewell is None:
        raise Http404
    return _back(request, farewell)


def _back(request: Request, farewell: Farewell) -> HttpResponse:
    if request.method == "POST" and actions.come_back(farewell):
        closed.forget(request)
        messages.success(request, pgettext("erasure", "Your account is open again. Sign in as before."))
        return redirect("account_login")
    left = max(1, (farewell.due_at - clock.now()).days)
    context = {"farewell": farewell, "name": farewell.person.name, "left": left}
    return render(request, "privacy/back.html", context)
