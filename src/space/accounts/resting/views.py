from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.accounts.resting.actions import come_back, rest
from space.accounts.resting.forms import A_BREATH, BackForm, RestForm
from space.kit import clock


def resting_until(request: Request) -> datetime | None:
    """When the break of who reads ends; None where nobody takes one."""
    until = request.user.rests_until if request.reader.is_authenticated else None
    return until if until and until > clock.now() else None


@login_required
def take(request: Request) -> HttpResponse:
    """Begin a break. During one, this is the calm page."""
    if request.method != "POST" and (until := resting_until(request)):
        return calm(request, until)
    form = RestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        rest(request.user, until=form.cleaned_data["until"])
        return redirect("accounts:rest")
    return render(request, "accounts/resting/take.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
def back(request: Request) -> HttpResponse:
    """Come back early, after a breath: a break that one press ends is none."""
    if resting_until(request) is None:
        return redirect("/" if request.method == "POST" else "accounts:rest")
    form = BackForm(request.POST) if request.method == "POST" else BackForm.fresh()
    if form.is_valid():
        come_back(request.user)
        messages.success(request, pgettext("break", "Welcome back. Nothing was lost; the bell has it."))
        return redirect("/")
    context = {"form": form, "until": resting_until(request), "breath": A_BREATH}
    return render(request, "accounts/resting/back.html", context, status=422 if form.is_bound else 200)


def calm(request: Request, until: datetime) -> HttpResponse:
    """What stands in place of every page while somebody takes a break."""
    response = render(request, "accounts/resting/calm.html", {"until": until})
    response.headers["Cache-Control"] = "private, no-store"
    return response
