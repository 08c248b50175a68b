from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.kit.rules import require
from space.pages.permissions import can_begin
from space.pages.wiki.actions import begin_page
from space.pages.wiki.reading import around, reading
from space.pages.wiki.texts import ABOUT, CONTACT, GUIDELINES, KINDS, PRIVACY, Kind
from space.web import panels
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import shows
from space.web.shell import contact as contact_address


@page_for_everybody("settings", "pages")
def guidelines(request: Request) -> HttpResponse:
    return _page(request, GUIDELINES)


@page_for_everybody("settings", "pages")
def about(request: Request) -> HttpResponse:
    return _page(request, ABOUT)


@page_for_everybody("settings", "pages")
def privacy(request: Request) -> HttpResponse:
    return _page(request, PRIVACY)


@page_for_everybody("settings", "pages")
def contact(request: Request) -> HttpResponse:
    return _page(request, CONTACT, address=contact_address())


@require_POST
def begin(request: Request, name: str) -> HttpResponse:
    """The community writes this page from now on: to the form that changes it."""
    kind, language = KINDS.get(name), request.POST.get("language", "")
    if kind is None or language not in dict(settings.LANGUAGES):
        raise Http404
    require(can_begin(request.reader))
    post = begin_page(kind, language, by=request.user)
    return redirect(reverse("discuss:edit", args=[post.topic.slug, post.topic_id, post.number]))


def _page(request: Request, kind: Kind, address: str = "") -> HttpResponse:
    wanted = get_language() or "en"
    found = reading(kind, wanted, request.reader)
    context = {
        **around(kind, found, wanted, request.reader),
        "address": address,
        "panels": panels.show(kind.name, kind, request.reader, request),
    }
    response = render(request, "pages/text.html", context)
    shown = {post.topic_id for post in (found.post, found.original) if post}
    shows(response, *(f"topic:{topic}" for topic in shown))
    return response
