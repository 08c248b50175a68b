"""What Wikimedia Commons has: a picture of a name, pictures for words, and how those look."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from space.accounts.requests import Request
from space.blog.actions.crediting import find, look_up, said_of
from space.blog.credits.found import KEEP, address_in, cards
from space.blog.credits.line import credit_line
from space.blog.models import Credit
from space.blog.permissions import COMMONS_THUMBS, can_ask_commons
from space.kit.htmx import is_htmx
from space.kit.rules import require
from space.limits.here import take_here
from space.mediawiki.api import Trouble
from space.mediawiki.searching import is_words, thumb
from space.uploads.kinds import kind_of


@require_safe
def look(request: Request) -> HttpResponse:
    """What Commons says of a file, as it would stand below the picture; for words, the pictures that it has."""
    require(can_ask_commons(request.reader))
    field, given = _given(request)
    context: dict[str, Any] = {"given": given}
    if given:
        try:
            context |= _told(request, given)
        except ValidationError as error:
            context["refused"] = error.messages
    page = "blog/pictures/commons.html"
    if is_htmx(request):
        page = "blog/pictures/_commons.html"
        context["take"] = field.removesuffix("commons") + "take" if field.endswith("-commons") else ""
    response = render(request, page, context, status=422 if "refused" in context else 200)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


def _told(request: Request, given: str) -> dict[str, Any]:
    language = get_language() or "en"
    if is_words(given):
        return {"found": cards(find(given, by=request.user, language=language), request.reader)}
    facts = look_up(given, by=request.user, language=language)
    return {"facts": facts, "credit": credit_line(Credit(**vars(said_of(facts))))}


def _given(request: Request) -> tuple[str, str]:
    """By its own form, or by the field of another one."""
    names = (name for name in request.GET if name == "file" or name.endswith("-commons"))
    name = next(names, "")
    return name, request.GET.get(name, "")[:1000]


@require_safe
def found_picture(request: Request, token: str) -> HttpResponse:
    """One of the pictures that were found, small. What it is its bytes say: nothing that a browser would run."""
    require(can_ask_commons(request.reader))
    address = address_in(token, request.reader)
    if not address:
        raise Http404
    take_here(f"person:{request.reader.pk}", COMMONS_THUMBS)
    try:
        data = thumb(address)
    except Trouble as error:
        raise Http404 from error
    kind = kind_of(data)
    if kind is None or not kind.is_raster:
        raise Http404
    response = HttpResponse(data, content_type=kind.content_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = f"private, max-age={KEEP}"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
