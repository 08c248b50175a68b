"""The bell's page, the part of it that stands in the bar, and what one may say of it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.kit.htmx import is_htmx
from space.kit.paging import moment_in_address
from space.kit.rules import require
from space.notifications.actions import mark_all, mark_one, wish
from space.notifications.bell import counted_again, unread
from space.notifications.forms import WishesForm
from space.notifications.kinds import Channel, all_kinds
from space.notifications.lines import A_PAGE, IN_MENU, Asked, by_day, lines_of
from space.notifications.models import Notification
from space.notifications.permissions import can_be_told, can_choose_kinds
from space.web.choosing import way_back


@require_safe
@login_required
def everything(request: Request) -> HttpResponse:
    require(can_be_told(request.reader))
    if request.GET.get("part") == "menu":
        return _menu(request)
    asked = Asked.of(request.GET)
    found = asked.found(request.reader, A_PAGE + 1)
    shown = found[:A_PAGE]
    context = {
        "days": by_day(lines_of(shown, request.reader)),
        "asked": asked,
        "is_short": request.reader.is_suspended,
        "here": asked.url(),
        "until": max((line.pk for line in found), default=0),
        "older": asked.url(before=moment_in_address(shown[-1].at, shown[-1].pk))
        if len(found) > A_PAGE
        else "",
        "newest": asked.url() if asked.before else "",
        **_filters(asked),
    }
    return render(request, "notifications/all.html", context)


def _menu(request: Request) -> HttpResponse:
    """The newest few, for the bar."""
    found = Asked().found(request.reader, IN_MENU)
    until = max((line.pk for line in found), default=0)
    context = {
        "lines": lines_of(found, request.reader),
        "until": until,
        "unread": unread(request.reader),
        "is_short": request.reader.is_suspended,
    }
    return render(request, "notifications/_menu.html", context)


def _filters(asked: Asked) -> dict[str, Any]:
    every = {
        "label": pgettext("filter of notifications", "All"),
        "url": Asked().url(),
        "current": asked == Asked(),
    }
    unread = {
        "label": pgettext("filter of notifications", "Unread"),
        "url": Asked(unread=True).url(),
        "current": asked.unread,
    }
    kinds = [
        {"name": kind.name, "label": kind.label, "current": asked.kind == kind.name} for kind in all_kinds()
    ]
    return {"tabs": [every, unread], "kinds": kinds}


@require_POST
@login_required
def open_line(request: Request, pk: int) -> HttpResponse:
    """To the thing of a line whose page cannot tell that it was read, as pages of topics do."""
    shown = lines_of([_find(request, pk)], request.reader)
    mark_one(request.user, pk)
    return redirect(shown[0].said.url if shown else Asked().url())


@require_POST
@login_required
def read(request: Request, pk: int) -> HttpResponse:
    """One line is read."""
    line = _find(request, pk)
    mark_one(request.user, pk)
    if not is_htmx(request):
        return redirect(_back(request))
    line.refresh_from_db()
    request.reader = counted_again(request.reader)
    shown = lines_of([line], request.reader)
    context = {"line": shown[0] if shown else None, "here": _back(request)}
    return render(request, "notifications/_marked.html", context)


def _find(request: Request, pk: int) -> Notification:
    require(can_be_told(request.reader))
    return get_object_or_404(Notification.objects.visible_to(request.reader), pk=pk)


@require_POST
@login_required
def read_all(request: Request) -> HttpResponse:
    require(can_be_told(request.reader))
    asked, until = Asked.of(request.POST), request.POST.get("until", "")
    n = mark_all(
        request.user,
        kind=asked.kind,
        of_oneself=request.reader.is_suspended,
        until=int(until) if until.isdecimal() and len(until) < 19 else None,
    )
    if n:
        told = npgettext(
            "notifications", "%(n)d notification is read now.", "%(n)d notifications are read now.", n
        )
        messages.success(request, told % {"n": n})
    return redirect(_back(request))


def _back(request: Request) -> str:
    return way_back(request) if request.POST.get("next") else Asked().url()


@login_required
def wishes(request: Request) -> HttpResponse:
    """Which kinds one wants to hear of."""
    require(can_choose_kinds(request.reader))
    form = WishesForm.of(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        wish(request.user, Channel.BELL, form.cleaned_data["bell"])
        messages.success(request, pgettext("notifications", "From now on you are told what you chose."))
        return redirect("notifications:wishes")
    return render(request, "notifications/wishes.html", {"form": form}, status=422 if form.is_bound else 200)
