from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse

from space.accounts.requests import Request
from space.accounts.resting.open import is_open
from space.accounts.resting.views import calm, resting_until

# What a browser asks for beside a page: pictures and the like go on.
_BESIDE = {"image", "style", "script", "font", "video", "audio", "manifest"}


class Resting:
    """Who takes a break gets a calm page in place of pages. The end of it comes with the session: no query more.

    What is sent goes through, so that nothing is lost that was being written in another window.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Request, *_: Any) -> HttpResponse | None:
        until = resting_until(request)
        if until is None or request.method not in {"GET", "HEAD"} or not _is_page(request):
            return None
        if "HX-Request" in request.headers:
            return HttpResponse(status=204, headers={"HX-Refresh": "true"})
        return calm(request, until)


def _is_page(request: Request) -> bool:
    beside = request.headers.get("Sec-Fetch-Dest", "") in _BESIDE
    return not beside and not is_open(cast(Any, request.resolver_match).view_name)
