"""The newsroom: every story on its way, as a board, a calendar or a list; and what concerns one reader."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.models import Story
from space.blog.newsroom import calendar, mine, numbers
from space.blog.newsroom.board import columns
from space.blog.newsroom.slips import slips
from space.blog.newsroom.tabs import pills, stages, tabs
from space.blog.newsroom.wanted import Wanted
from space.blog.permissions import can_look_in
from space.kit import clock
from space.kit.paging import Page
from space.kit.rules import require
from space.web.pagecache import page_for_everybody
from space.web.pager import pager

_A_PAGE = 50


@require_safe
@page_for_everybody("newsroom", "scores")
def board(request: Request) -> HttpResponse:
    """For who has not signed in: how a story comes to be, and how one takes part."""
    if not request.reader.is_member:
        return render(request, "blog/newsroom/welcome.html", {"median": numbers.median_said()})
    wanted = Wanted.of(request.GET)
    shown = columns(wanted, request.reader, reverse("blog:list"))
    seen = Story.objects.visible_to(request.reader).under_way()
    return _page(request, "newsroom", wanted, seen, columns=shown)


@require_safe
@login_required
def listed(request: Request) -> HttpResponse:
    """Every story that this reader sees in the newsroom, what moved last first."""
    require(can_look_in(request.reader))
    wanted = Wanted.of(request.GET)
    seen = Story.objects.visible_to(request.reader)
    found = wanted.narrow(seen if wanted.stage else seen.under_way(), request.reader, clock.now())
    page = Page.asked(request.GET.get("page"), size=_A_PAGE, total=found.count())
    rows = slips(found.order_by("-stage_since", "-pk")[page.first - 1 : page.last], request.reader)
    url = reverse("blog:list")
    what = pgettext("pager", "Stories %(first)d to %(last)d of %(total)d")
    more = {"pager": pager(wanted.at(url), page, what), "slips": rows, "stage": stages(url, wanted)}
    return _page(request, "list", wanted, seen, **more)


@require_safe
@login_required
def weeks(request: Request) -> HttpResponse:
    require(can_look_in(request.reader))
    wanted, start = Wanted.of(request.GET), calendar.asked(request.GET.get("from", ""))
    shown = calendar.weeks(start, wanted, request.reader)
    url = reverse("blog:calendar")
    shown |= {name: wanted.at(url, **{"from": shown[name]}) for name in ("previous", "next")}
    seen = Story.objects.visible_to(request.reader).under_way()
    return _page(request, "calendar", wanted, seen, today_url=wanted.at(url), **shown)


@require_safe
@login_required
def my_own(request: Request) -> HttpResponse:
    require(can_look_in(request.reader))
    return _page(request, "mine", Wanted(), None, **mine.mine(request.reader))


@require_safe
@login_required
def to_review(request: Request) -> HttpResponse:
    require(can_look_in(request.reader))
    return _page(request, "to_review", Wanted(), None, **mine.for_review(request.reader))


@require_safe
@login_required
def translations(request: Request) -> HttpResponse:
    require(can_look_in(request.reader))
    return _page(request, "translations_wanted", Wanted(), None, wanting=mine.wanting(request.reader))


def _page(request: Request, name: str, wanted: Wanted, seen: Any, **shown: Any) -> HttpResponse:
    """A page of the newsroom under its tabs; with filters, if there are stories to filter."""
    filters: dict[str, Any] = {}
    if seen is not None:
        filters = pills(reverse(f"blog:{name}"), wanted, request.reader, seen)
        filters["median"] = numbers.median_said()
    context = {
        "tabs": tabs(name, wanted, request.reader),
        "wanted": wanted,
        "submit_url": reverse("blog:submit"),
        **filters,
        **shown,
    }
    return render(request, f"blog/newsroom/{name}.html", context)
