from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from space.accounts.requests import Request
from space.languages import bcp47
from space.pages.help.reading import Page, languages_of, page
from space.pages.help.shelf import INDEX, NAMES
from space.web.pagecache import page_for_everybody


@page_for_everybody("settings")
def index(request: Request) -> HttpResponse:
    context = _around(request, INDEX, reverse("pages:help"))
    return render(request, "pages/help/index.html", context)


@page_for_everybody("settings")
def one(request: Request, name: str) -> HttpResponse:
    if name not in NAMES:
        raise Http404
    context = _around(request, name, reverse("pages:help_page", args=[name]))
    place = NAMES.index(name)
    links = context["links"]
    context["before"] = links[place - 1] if place else None
    context["after"] = links[place + 1] if place + 1 < len(NAMES) else None
    return render(request, "pages/help/page.html", context)


def _around(request: Request, name: str, path: str) -> dict[str, Any]:
    """A page with the way to all others, and where it stands in other languages."""
    language = get_language() or ""
    address = settings.ORIGIN + path
    others = [(bcp47(code), f"{address}?lang={code}") for code in languages_of(name)]
    chosen = dict(others).get(bcp47(language)) if "lang" in request.GET else None
    return {
        "page": page(name, language),
        "index": page(INDEX, language),
        "links": [_link(page(other, language), other == name) for other in NAMES],
        "alternates": [*others, ("x-default", address)],
        "address": chosen or address,
    }


def _link(to: Page, current: bool) -> dict[str, Any]:
    return {"page": to, "url": reverse("pages:help_page", args=[to.name]), "current": current}
