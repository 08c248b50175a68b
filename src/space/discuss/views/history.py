"""How a post came to read as it does, and what may be done with its older versions."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import npgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.actions import hide_version, restore_version, show_version
from space.discuss.addresses import place_of
from space.discuss.finding import find_post
from space.discuss.forms import HideVersionForm
from space.discuss.history import (
    Addresses,
    History,
    Rights,
    Version,
    Way,
    comparison,
    difference,
    in_language,
    pager,
    rows,
)
from space.discuss.history.numbers import VERSIONS_PER_PAGE
from space.discuss.models import Post, Revision
from space.discuss.notes import noting_of
from space.discuss.permissions import can_hide_versions, can_moderate, can_restore
from space.kit.fields import whole_number
from space.kit.paging import Page
from space.kit.rules import require


def history(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """All versions, the newest first; with `from` and `to`, what changed between two of them."""
    past = _past(request, find_post(request.reader, pk, number))
    if {"from", "to"} & request.GET.keys():
        return _two_versions(request, past)
    return _all_versions(request, past)


@require_POST
def restore(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    """Bring an older version back, as the newest one."""
    past = _past(request, find_post(request.reader, pk, number))
    require(can_restore(request.reader, past.post))
    version, revision = _named(past, request.POST.get("version"))
    if not version.shown:
        raise Http404
    try:
        restore_version(past.post, revision, by=request.user, number=version.number)
    except ValidationError as error:
        return _all_versions(request, past, problems=error.messages)
    return redirect(place_of(find_post(request.reader, pk, number).topic, number))


@require_POST
def hide(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    past, version, revision = _to_hide(request, pk, number)
    form = HideVersionForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    hide_version(revision, by=request.user, reason=reason)
    return redirect(_place_in(past, version))


@require_POST
def show(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    past, version, revision = _to_hide(request, pk, number)
    show_version(revision, by=request.user)
    return redirect(_place_in(past, version))


def _past(request: Request, post: Post) -> History:
    return History(post, moderates=bool(can_moderate(request.reader, post.topic.category)))


def _to_hide(request: Request, pk: int, number: int) -> tuple[History, Version, Revision]:
    past = _past(request, find_post(request.reader, pk, number))
    require(can_hide_versions(request.reader, past.post))
    return past, *_named(past, request.POST.get("version"))


def _named(past: History, number: str | None) -> tuple[Version, Revision]:
    """An older version, as a form names it."""
    version = past.version(whole_number(number) or 0)
    if version is None or version.revision is None:
        raise Http404
    return version, version.revision


def _place_in(past: History, version: Version) -> str:
    page = (past.total - version.number) // VERSIONS_PER_PAGE() + 1
    query = f"?page={page}" if page > 1 else ""
    return f"{Addresses.of(past.post).all}{query}#v{version.number}"


def _all_versions(request: Request, past: History, problems: list[str] | None = None) -> HttpResponse:
    page = Page.asked(request.GET.get("page"), size=VERSIONS_PER_PAGE(), total=past.total)
    rights = Rights(can_restore(request.reader, past.post), can_hide_versions(request.reader, past.post))
    addresses = Addresses.of(past.post)
    context = {
        **_about(past, addresses),
        "rows": rows(addresses, past.total, past.page(page), rights),
        "hide_form": HideVersionForm(),
        "problems": problems,
        "page": page,
        "pager": pager(addresses, page),
        "what": npgettext("history", "%(n)d version", "%(n)d versions", past.total) % {"n": past.total},
    }
    return render(request, "discuss/history.html", context, status=422 if problems else 200)


def _two_versions(request: Request, past: History) -> HttpResponse:
    older, newer = _asked(request, past)
    asked = request.GET.get("by")
    way = Way(asked) if asked in Way.values else Way.RENDERED
    if older.number == newer.number:
        way = Way.WHOLE
    addresses = Addresses.of(past.post)
    told = comparison(addresses, past.total, older, newer, way)
    context = {**_about(past, addresses), "way": way.value, **told}
    if older.shown and newer.shown:
        context |= _shown(older, newer, way)
        context["noting"] = noting_of(past.post, older.html, newer.html)
    if can_restore(request.reader, past.post):
        context["restore_url"] = addresses.restore
    return render(request, "discuss/versions.html", context)


def _asked(request: Request, past: History) -> tuple[Version, Version]:
    """The two that the address names, the older one first. Without `from`, the one before."""
    last = whole_number(request.GET.get("to", str(past.total))) or 0
    first = whole_number(request.GET.get("from")) if "from" in request.GET else past.before(last) or last
    found = [past.version(number) for number in sorted([first or 0, last])]
    if found[0] is None or found[1] is None:
        raise Http404
    return found[0], found[1]


def _shown(older: Version, newer: Version, way: Way) -> dict[str, Any]:
    if way is Way.WHOLE:
        return {"html": mark_safe(newer.html), **in_language(newer.language)}
    return difference(older, newer, way)


def _about(past: History, addresses: Addresses) -> dict[str, Any]:
    topic = past.post.topic
    return {
        "topic": topic,
        "about": topic.title,
        "about_language": topic.language,
        "about_url": past.post.get_absolute_url(),
        "history_url": addresses.all,
    }
