from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from space.accounts.readers import NOBODY

Answer = Callable[[HttpRequest], HttpResponse]


class WhoReads:
    """Sets `request.user` and `request.reader`, with one query if there is a session and none if not."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        found = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            request.session.get("_")
            found = request.session.person()
        request.user, request.reader = found or (AnonymousUser(), NOBODY)
        return self.get_response(request)
