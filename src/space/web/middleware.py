from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]


class SecurityHeaders:
    """What every answer says about itself. A view may set its own value first."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.always = {
            "Content-Security-Policy": settings.CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), browsing-topics=()",
            "X-Frame-Options": "DENY",
        }
        if settings.SECURE_HSTS_SECONDS:
            self.always["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.always.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if response.get("Content-Type", "").startswith(("text/html", "application/atom")):
            patch_vary_headers(response, ["Cookie", "Accept-Language", "Accept-Encoding", "HX-Request"])
        return response


class OddRequests:
    """Refuses what nothing behind could read, before anything tries: not even the page for errors could be made.

    A charset in Content-Type would have Django decode the query by it, and `zlib` is one; PostgreSQL has no NUL.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.lower() not in {"utf-8", "utf8"} or "\x00" in request.path_info:
            return HttpResponseBadRequest(
                "This request cannot be read. Text has to be UTF-8.\n",
                content_type="text/plain; charset=utf-8",
            )
        return self.get_response(request)


class CanonicalHost:
    """Old and short host names lead to the one name, for ever."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        self.aliases = frozenset(name.lower() for name in settings.ALIASES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.aliases and request.get_host().split(":")[0].lower() in self.aliases:
            return HttpResponsePermanentRedirect(settings.ORIGIN + request.get_full_path())
        return self.get_response(request)


class ClearErrors:
    """A limit that no form caught becomes a page that says when one may go on."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, ValidationError):
            return None
        status = 429 if getattr(error, "code", "") == "too_fast" else 422
        return render(request, f"{status}.html", {"exception": " ".join(error.messages)}, status=status)
