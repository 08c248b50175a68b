"""The page of search, and what the bar shows while one types."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render

from space.accounts.requests import Request
from space.search.allowances import take_instant, take_search, told_plainly
from space.search.grammar.form import FilterForm
from space.search.opensearch import described
from space.search.showing.asked import Asked, address
from space.search.showing.instant import found_at_once
from space.search.showing.looking import Looking
from space.search.showing.page import page_of, pause, start
from space.web.pagecache import page_for_everybody


def results(request: Request) -> HttpResponse:
    """Never kept: what somebody looks for is nobody else's, and members find more."""
    if "fields" in request.GET:
        return redirect(address(FilterForm(request.GET, reader=request.reader).text()))
    asked = Asked.of(request.GET)
    looking = Looking.of(asked, request.reader)
    if not looking.for_something:
        return render(request, "search/results.html", start(looking))
    try:
        take_search(request)
    except ValidationError as refused:
        return _pause(request, asked, refused)
    token = get_token(request) if request.reader.is_authenticated else ""
    return render(request, "search/results.html", page_of(looking, token))


def instant(request: Request) -> HttpResponse:
    """A part for the bar. Without JavaScript nobody asks for it."""
    try:
        take_instant(request)
    except ValidationError as refused:
        return told_plainly(refused)
    asked = Asked.of({"q": request.GET.get("q", "")})
    context = found_at_once(asked.text, request.GET.get("within", ""), request.reader)
    return render(request, "search/_instant.html", context)


@page_for_everybody("settings")
def description(request: Request) -> HttpResponse:
    return HttpResponse(described(), content_type="application/opensearchdescription+xml; charset=utf-8")


def _pause(request: Request, asked: Asked, refused: ValidationError) -> HttpResponse:
    """The page without results: the text stays in the box, and the sentence says when one can go on."""
    response = render(request, "search/results.html", pause(asked, " ".join(refused.messages)), status=429)
    response["Retry-After"] = str((refused.params or {}).get("seconds", 60))
    return response
