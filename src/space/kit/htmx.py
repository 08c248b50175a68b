"""Answers to a change: the changed piece where htmx asked, the page elsewhere."""

from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers


class SupportsUrl(Protocol):
    """A thing with a page of its own."""

    def get_absolute_url(self) -> str: ...


def is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def answer(
    request: HttpRequest, partial: str, context: dict[str, Any], *, back_to: SupportsUrl | str
) -> HttpResponse:
    """Reply to a change: the changed piece for htmx, else a redirect to the page it is on."""
    response = render(request, partial, context) if is_htmx(request) else redirect(back_to)
    patch_vary_headers(response, ["HX-Request"])
    return response


def whole_page(response: HttpResponse) -> HttpResponse:
    """For htmx, which asked for a piece: what matters is the page, and the reader begins at its top."""
    response["HX-Retarget"] = response["HX-Reselect"] = "#main"
    response["HX-Reswap"] = "outerHTML show:top"
    return response
