"""The versions of an edition: listed, compared, brought back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import npgettext

from space.accounts.requests import Request
from space.blog.actions.writing import save_text, words_of
from space.blog.finding import find_edition
from space.blog.history import addresses_of, changed, newest_for, oldest_for, page_of, version_of, whole
from space.blog.models import Edition
from space.blog.permissions import can_improve
from space.discuss.history import Rights, Way, comparison, pager, rows
from space.discuss.history.numbers import VERSIONS_PER_PAGE
from space.kit.fields import whole_number
from space.kit.paging import Page
from space.kit.rules import Refusal, require
from space.languages import autonym, mark

_NOBODY_HIDES = Refusal("")


def versions(request: Request, pk: int, language: str) -> HttpResponse:
    """All of them, the newest first; with `from` and `to`, what changed between two. A POST brings one back."""
    edition = find_edition(request.reader, pk, language)
    if request.method == "POST":
        return _restored(request, edition)
    if {"from", "to"} & request.GET.keys():
        return _two(request, edition)
    return _all(request, edition)


def _restored(request: Request, edition: Edition) -> HttpResponse:
    require(can_improve(request.reader, edition))
    number = whole_number(request.POST.get("version"))
    row = edition.versions.filter(number=number or 0).first()
    if row is None or row.number < oldest_for(edition, request.reader):
        raise Http404
    more: dict[str, Any] = {"restores": row.number, "follows": row.follows, "parts": row.parts}
    try:
        save_text(edition, words_of(row), by=request.user, **more)
    except ValidationError as error:
        return _all(request, edition, problems=error.messages)
    return redirect(addresses_of(edition).all)


def _all(request: Request, edition: Edition, problems: list[str] | None = None) -> HttpResponse:
    total = newest_for(edition, request.reader)
    page = Page.asked(request.GET.get("page"), size=VERSIONS_PER_PAGE(), total=total)
    addresses = addresses_of(edition)
    rights = Rights(can_improve(request.reader, edition), _NOBODY_HIDES)
    shown = rows(addresses, total, page_of(edition, page, oldest_for(edition, request.reader)), rights)
    read = edition.shown.number if edition.shown else 0
    context = {
        **_about(edition),
        "rows": [{**row, "read": row["number"] == read} for row in shown],
        "problems": problems,
        "page": page,
        "pager": pager(addresses, page),
        "what": npgettext("history", "%(n)d version", "%(n)d versions", total) % {"n": total},
    }
    return render(request, "blog/versions.html", context, status=422 if problems else 200)


def _two(request: Request, edition: Edition) -> HttpResponse:
    total, oldest = newest_for(edition, request.reader), oldest_for(edition, request.reader)
    last = whole_number(request.GET.get("to", str(total))) or 0
    first = whole_number(request.GET.get("from")) or max(last - 1, oldest)
    first, last = sorted([first, last])
    older, newer = version_of(edition, first), version_of(edition, last)
    if older is None or newer is None or last > total or first < oldest:
        raise Http404
    asked = request.GET.get("by")
    way = Way(asked) if asked in Way.values else Way.RENDERED
    if first == last:
        way = Way.WHOLE
    addresses = addresses_of(edition)
    context = {**_about(edition), "way": way.value, **comparison(addresses, total, older[1], newer[1], way)}
    if way is Way.WHOLE:
        context |= whole(newer[0], edition.language)
        context["html"] = mark_safe(newer[0].html)
    else:
        context |= changed(older, newer, way)
    if can_improve(request.reader, edition):
        context["restore_url"] = addresses.restore
    return render(request, "blog/two_versions.html", context)


def _about(edition: Edition) -> dict[str, Any]:
    return {
        "story": edition.story,
        "about": edition.title,
        "about_url": edition.story.desk_url,
        "about_mark": mark(edition.language),
        "language_name": autonym(edition.language),
        "history_url": addresses_of(edition).all,
    }
