"""Views whose answers are for pages of others: whoever asks, they are shown as to nobody."""

from collections.abc import Callable
from datetime import UTC
from functools import wraps

from django.http import HttpResponse
from django.utils import timezone, translation

from space.accounts.requests import Request
from space.languages import mark
from space.languages.middleware import COOKIE
from space.languages.negotiation import negotiate

Shown = Callable[[Request], HttpResponse]


def as_to_nobody(view: Shown) -> Shown:
    """In the language of the address or the browser, in no zone of anybody."""

    @wraps(view)
    def framed(request: Request) -> HttpResponse:
        code = negotiate(
            request.META.get("HTTP_ACCEPT_LANGUAGE", ""),
            request.GET.get("lang", ""),
            request.COOKIES.get(COOKIE, ""),
        )
        with translation.override(code), timezone.override(UTC):
            response = view(request)
        response.headers["Content-Language"] = mark(code).lang
        return response

    return framed
