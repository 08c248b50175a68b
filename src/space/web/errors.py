"""Answers to what cannot be answered, where Django's own would not do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure

from space.kit.htmx import is_htmx


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own reads the form that was sent here, and fails where that is no form."""
    return render(request, "404.html", status=404)


def old_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A token that is too old. Where htmx asked, the page stays with what was typed on it, and says so itself."""
    response = csrf_failure(request, reason)
    if is_htmx(request):
        response["HX-Reswap"], response["HX-Trigger"] = "none", "old-form"
    return response
