"""How reading is noticed although a GET writes nothing: by a beacon, else by the person's next request."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.core import signing
from django.http import HttpResponse

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.actions import mark_read, note_visit
from space.discuss.lists.taste import Taste
from space.discuss.models import Topic
from space.discuss.thread import Mark
from space.kit import clock
from space.notifications.bell import counted_again

COOKIE = "seen"
V = TypeVar("V", bound=Callable[..., HttpResponse])
_SALT = "space.discuss.seen"
_KEEP = 60 * 60 * 24
# Nobody is believed to have read for longer than this: for one post, and between two words of a page.
SECONDS_A_POST, SECONDS_AT_ONCE = 20, 60


def remember_reading(response: HttpResponse, reader: Reader, topic: Topic, marks: Sequence[Mark]) -> None:
    """Let the browser bring along which page it was shown. A beacon that arrives first takes it away again."""
    if reader.is_member and marks:
        _remember(response, reader, topic.pk, marks[-1].number, len(marks))


def remember_visit(response: HttpResponse, reader: Reader) -> None:
    """The same of a list: that somebody is here at all, if it has not been noted a moment ago."""
    if reader.is_member and not Taste.of(reader).is_here(clock.now()):
        _remember(response, reader, 0, 0, 0)


def _remember(response: HttpResponse, reader: Reader, topic: int, number: int, posts: int) -> None:
    shown = [reader.pk, topic, number, posts, int(clock.now().timestamp())]
    response.set_cookie(
        COOKIE, signing.dumps(shown, salt=_SALT), max_age=_KEEP, httponly=True, samesite="Lax"
    )


def note_if_away(request: Request) -> None:
    """Write down that the person is here, every few minutes."""
    if not Taste.of(request.reader).is_here(clock.now()):
        note_visit(request.user)


def tells_reading(view: V) -> V:
    """A view to which pages tell what was read."""
    view.tells_reading = True  # type: ignore[attr-defined]
    return view


class NoticeReading:
    """Writes down the last page that a person was shown, when the person comes back for another."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        response = self.get_response(request)
        seen = request.COOKIES.get(COOKIE)
        if seen and request.reader.is_member and COOKIE not in response.cookies:
            response.delete_cookie(COOKIE, samesite="Lax")
        return response

    def process_view(
        self, request: Request, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> None:
        """Noted before the page is made. A page with scripts knows better, so its own requests say nothing here."""
        seen = request.COOKIES.get(COOKIE)
        of_a_page = getattr(view, "tells_reading", False) or "part" in request.GET
        if seen and request.reader.is_member and not of_a_page:
            self._note(request, seen)

    def _note(self, request: Request, seen: str) -> None:
        shown = _shown(seen)
        if not shown or shown[0] != request.reader.pk:
            return
        note_if_away(request)
        _, pk, number, posts, at = shown
        topic = Topic.objects.visible_to(request.reader).filter(pk=pk).first() if pk else None
        if topic:
            spent = min(max(0, int(clock.now().timestamp()) - at), posts * SECONDS_A_POST)
            mark_read(topic, request.user, min(number, topic.highest_number), seconds=spent)
            request.reader = counted_again(request.reader)


def _shown(seen: str) -> list[int] | None:
    """What the cookie says, if we wrote it; one of an older version says nothing."""
    try:
        shown: Any = signing.loads(seen, salt=_SALT, max_age=_KEEP)
    except (signing.BadSignature, ValueError):
        return None
    return shown if isinstance(shown, list) and len(shown) == 5 else None
