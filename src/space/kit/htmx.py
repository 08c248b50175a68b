"""Answers to a change: the changed piece where htmx asked, the page elsewhere."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers


def is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def answer(
    request: HttpRequest, partial: str, context: dict[str, Any], *, back_to: Model | str
) -> HttpResponse:
    """Reply to a change: the changed piece for htmx, else a redirect to the page it is on."""
    response = render(request, partial, context) if is_htmx(request) else redirect(back_to)
    patch_vary_headers(response, ["HX-Request"])
    return response
