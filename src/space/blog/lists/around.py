"""What stands around the cards of a list: kept as long as no story changes."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext

from space.blog.lists.archive import beside, empty_list, name_of, years
from space.blog.lists.counted import Counted, counted
from space.blog.lists.found import Found
from space.blog.lists.pills import pills
from space.blog.lists.wanted import PARAMETERS, Filters
from space.blog.shown.related import STORIES
from space.community import units
from space.web import fragments, menu, versions
from space.web.pager import pager

_PARTS = {
    "about": "blog/_list_about.html",
    "top": "blog/_list_top.html",
    "end": "blog/_list_end.html",
}


def around(found: Found, filters: Filters) -> dict[str, SafeString]:
    """Kept by what is asked for and how much there is. What somebody looks for by words is asked once."""
    same = (filters, found.page, found.total, versions.ledger.changed_at(STORIES))

    def build(missing: list[Any]) -> dict[Any, str]:
        context = _described(found, filters)
        return {key: render_to_string(_PARTS[key[0]], context) for key in missing}

    keys = [(part, same) for part in _PARTS]
    made = build(keys) if filters.q else fragments.kept("stories", keys, build, language=get_language() or "")
    return {part: mark_safe(made[part, same]) for part in _PARTS}


def title_of(filters: Filters) -> str:
    return name_of(filters.year, filters.month) if filters.month else pgettext("page title", "Stories")


def _described(found: Found, filters: Filters) -> dict[str, Any]:
    known = counted.get()
    where = pgettext("pager", "Stories %(first)d–%(last)d of %(total)d")
    pages = pager(filters.url, found.page, "")
    plain = Filters(month=filters.month, year=filters.year if filters.month else 0)
    return {
        "title": title_of(filters),
        "doors": menu.doors(),
        "filters": filters,
        "pills": pills(filters, known),
        "more": [{"text": filters.q, "url": filters.but(q="").url}] if filters.q else [],
        "cleared": plain.url if filters != plain else "",
        "along": [(name, getattr(filters, name)) for name in PARAMETERS[:5] if getattr(filters, name)],
        "total": _total(found.total, filters, known),
        "empty": None if found.shown else empty_list(filters),
        "pager": pages,
        "where": where % {"first": found.first, "last": found.last, "total": found.total},
        "month": beside(filters.year, filters.month) if filters.month else None,
        "years": years(known),
        "canonical": settings.ORIGIN + _address(filters, found.page.number),
        **{f"feed_{shape}": filters.feed(shape) for shape in ("atom", "rss", "json")},
        "feed_title": pgettext("feed", "Stories"),
    }


def _address(filters: Filters, page: int) -> str:
    if page == 1:
        return filters.url
    return f"{filters.url}{'&' if filters.query else '?'}page={page}"


def _total(number: int, filters: Filters, known: Counted) -> str:
    stories = units.stories(number)
    if filters:
        return stories
    languages = len(known.languages)
    told = npgettext("blog", "{stories} in {n} language", "{stories} in {n} languages", languages)
    return told.format(stories=stories, n=languages)
