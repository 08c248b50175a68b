"""Answers to what cannot be answered, where Django's own would not do."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure

from space.kit.htmx import is_htmx

# What stands between the words of an address.
_SIGNS = re.compile(r"[-_.,:;+~%]+")
_LONGEST = 100


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own reads the form that was sent here, and fails where that is no form."""
    return render(request, "404.html", {"words": words_of(request.path)}, status=404)


def words_of(path: str) -> str:
    """What an address seems to be about: the words of its longest part, to search for."""
    parts = [_SIGNS.sub(" ", part).split() for part in path.split("/")]
    return max((" ".join(word for word in words if not word.isdecimal()) for words in parts), key=len)[
        :_LONGEST
    ]


def old_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A token that is too old. Where htmx asked, the page stays with what was typed on it, and says so itself."""
    response = csrf_failure(request, reason)
    if is_htmx(request):
        response["HX-Reswap"], response["HX-Trigger"] = "none", "old-form"
    return response
