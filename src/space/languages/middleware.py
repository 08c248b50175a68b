"""The language of the interface, for one request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from space.languages.marks import mark
from space.languages.negotiation import negotiate

COOKIE = "lang"


def wanted(request: HttpRequest) -> str:
    """The interface language: `?lang=`, then the cookie, then the person's preference, then the browser's."""
    reader = getattr(request, "reader", None)
    return negotiate(
        request.META.get("HTTP_ACCEPT_LANGUAGE", ""),
        request.GET.get("lang", ""),
        request.COOKIES.get(COOKIE, ""),
        getattr(reader, "language", "") or "",
    )


class InterfaceLanguage:
    """Activates the translation and tells templates `request.ui_lang` and `request.ui_dir`.

    Stands after the middleware that sets `request.reader`, if there is one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = wanted(request)
        translation.activate(code)
        request.LANGUAGE_CODE = code
        request.ui_lang, request.ui_dir = mark(code)  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", mark(code).lang)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response
