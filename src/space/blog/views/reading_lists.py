"""The Blog: all stories, those of a month, and those that somebody narrows them to."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.lists.around import around, title_of
from space.blog.lists.found import find
from space.blog.lists.wanted import PARAMETERS, Filters
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.related import STORIES
from space.search.allowances import take_search
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows, stands_alone


@require_safe
@page_for_everybody(STORIES, "settings", parameters=PARAMETERS)
def home(request: Request) -> HttpResponse:
    return _list(request, Filters.asked(request.GET))


@require_safe
@page_for_everybody(STORIES, "settings", parameters=PARAMETERS)
def month(request: Request, year: int, month: int) -> HttpResponse:
    return _list(request, Filters.asked(request.GET, year=year, month=month))


@require_safe
def year(request: Request, year: int) -> HttpResponse:
    """For who shortens the address of a month or a story."""
    return redirect(Filters(year=year).url)


def _list(request: Request, filters: Filters) -> HttpResponse:
    if filters.q:
        take_search(request)
    reader, language = request.reader, filters.language
    found = find(filters, request.GET.get("page"), reader)
    context = {
        "title": title_of(filters),
        "around": around(found, filters),
        "lead": cards_html([found.lead], reader, Layout.LEAD, language) if found.lead else "",
        "cards": cards_html(found.lines, reader, Layout.CARD, language),
        "noindex": bool(filters.q),
    }
    response = render(request, "blog/home.html", context)
    shows(response, *(f"topic:{line.topic}" for line in found.shown))
    if filters.q:
        stands_alone(response)
    return response
