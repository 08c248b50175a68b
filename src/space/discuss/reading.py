"""How reading is noticed although a GET writes nothing: by a beacon, else by the person's next request."""

from collections.abc import Callable

from django.core import signing
from django.http import HttpResponse

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.actions import mark_read
from space.discuss.models import Topic
from space.discuss.thread import Mark

COOKIE = "seen"
_SALT = "space.discuss.seen"
_KEEP = 60 * 60 * 24


def remember_reading(response: HttpResponse, reader: Reader, topic: Topic, marks: list[Mark]) -> None:
    """Let the browser bring along which page it was shown. A beacon that arrives first takes it away again."""
    if reader.is_member and marks:
        seen = signing.dumps([reader.pk, topic.pk, marks[-1].number], salt=_SALT)
        response.set_cookie(COOKIE, seen, max_age=_KEEP, httponly=True, samesite="Lax")


class NoticeReading:
    """Writes down the last page that a person was shown, when the person comes back for another."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        seen = request.COOKIES.get(COOKIE)
        if not seen or not request.reader.is_member:
            return self.get_response(request)
        self._note(request, seen)
        response = self.get_response(request)
        if COOKIE not in response.cookies:
            response.delete_cookie(COOKIE, samesite="Lax")
        return response

    def _note(self, request: Request, seen: str) -> None:
        try:
            person, pk, number = signing.loads(seen, salt=_SALT, max_age=_KEEP)
        except (signing.BadSignature, ValueError):
            return
        if person != request.reader.pk:
            return
        topic = Topic.objects.visible_to(request.reader).filter(pk=pk).first()
        if topic:
            mark_read(topic, request.user, min(number, topic.highest_number))
