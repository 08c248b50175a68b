from collections.abc import Callable
from functools import lru_cache
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.accounts.sessions import SessionStore
from space.web.pagecache.marks import TAGS

Answer = Callable[[HttpRequest], HttpResponse]


class WhoReads:
    """Sets `request.user` and `request.reader`, with one query if there is a session and none if not.

    What somebody is shown is no page for everybody, whatever its view and the page cache think.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        found = None
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            session = cast(SessionStore, request.session)
            session.get("_")
            found = session.person()
            if found:
                session.note_use()
        request.user, request.reader = found or (AnonymousUser(), NOBODY)  # type: ignore[assignment]
        response = self.get_response(request)
        if found:
            response.headers.pop(TAGS, None)
        return response


class TimeZone:
    """Times on a page are in the zone that the reader chose; in UTC for everybody else."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        zone = _zone(request.reader.time_zone) if request.reader.time_zone else None
        if zone is None:
            timezone.deactivate()
            return self.get_response(request)
        with timezone.override(zone):
            return self.get_response(request)


@lru_cache(maxsize=500)
def _zone(name: str) -> ZoneInfo | None:
    """None for a name that the zone data of this machine does not have (any more)."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
