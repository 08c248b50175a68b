"""The Blog: all stories, those of a month, and those that somebody narrows them to."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.lists.archive import beside, empty_list, name_of, years
from space.blog.lists.counted import counted
from space.blog.lists.found import Found, find
from space.blog.lists.pills import pills
from space.blog.lists.wanted import PARAMETERS, Filters
from space.blog.shown.cards import Layout, cards_html
from space.blog.shown.related import STORIES
from space.search.allowances import take_search
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows, stands_alone
from space.web.pager import pager


@require_safe
@page_for_everybody(STORIES, "settings", parameters=PARAMETERS)
def home(request: Request) -> HttpResponse:
    return _list(request, Filters.asked(request.GET), {"title": pgettext("page title", "Stories")})


@require_safe
@page_for_everybody(STORIES, "settings", parameters=PARAMETERS)
def month(request: Request, year: int, month: int) -> HttpResponse:
    filters = Filters.asked(request.GET, year=year, month=month)
    return _list(request, filters, {"title": name_of(year, month), "month": beside(year, month)})


def _list(request: Request, filters: Filters, more: dict[str, Any]) -> HttpResponse:
    if filters.q:
        take_search(request)
    found = find(filters, request.GET.get("page"), request.reader)
    response = render(request, "blog/home.html", _context(found, filters, request) | more)
    shows(response, *(f"topic:{line.topic}" for line in found.shown))
    if filters.q:
        stands_alone(response)
    return response


def _context(found: Found, filters: Filters, request: Request) -> dict[str, Any]:
    known = counted.get()
    where = pgettext("pager", "Stories %(first)d–%(last)d of %(total)d")
    where %= {"first": found.first, "last": found.last, "total": found.total}
    return {
        "lead": cards_html([found.lead], request.reader, Layout.LEAD, filters.language) if found.lead else "",
        "cards": cards_html(found.lines, request.reader, Layout.CARD, filters.language),
        "empty": None if found.shown else empty_list(filters),
        "pills": pills(filters, known),
        "more": [{"text": filters.q, "url": filters.but(q="").url}] if filters.q else [],
        "cleared": Filters(month=filters.month, year=filters.year if filters.month else 0).url
        if filters
        else "",
        "filters": filters,
        "along": [(name, getattr(filters, name)) for name in PARAMETERS[:5] if getattr(filters, name)],
        "total": _stories(found.total) if filters else _total(found.total, len(known.languages)),
        "where": where,
        "pager": pager(filters.url, found.page, ""),
        "years": years(known),
        "feed_url": filters.feed("atom"),
        "feed_json": filters.feed("json"),
        "feed_rss": filters.feed("rss"),
        "feed_title": pgettext("feed", "Stories"),
    }


def _stories(number: int) -> str:
    return npgettext("amount", "%(n)d story", "%(n)d stories", number) % {"n": number}


def _total(number: int, languages: int) -> str:
    told = npgettext("blog", "{stories} in {n} language", "{stories} in {n} languages", languages)
    return told.format(stories=_stories(number), n=languages)
