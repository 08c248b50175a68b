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
        if getattr(response, "xframe_options_exempt", False):
            del response.headers["X-Frame-Options"]
        response.headers.setdefault("Cache-Control", "private, no-cache")
        if response.get("Content-Type", "").startswith(("text/html", "application/atom", "application/feed")):
            patch_vary_headers(response, ["Cookie", "Accept-Language", "Accept-Encoding", "HX-Request"])
        return response


class NoNul:
    """PostgreSQL has no NUL, and no address or question of ours has one: refused before anything asks for it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" in request.path_info or "\x00" in query or "%00" in query:
            return HttpResponseBadRequest(
                "A NUL means nothing here.\n", content_type="text/plain; charset=utf-8"
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
