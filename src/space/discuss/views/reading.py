from django.http import HttpResponse
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.actions import mark_read
from space.discuss.finding import find_topic
from space.discuss.reading import COOKIE


@require_POST
def beacon(request: Request, pk: int) -> HttpResponse:
    """The page tells how far its reader has come. Nobody's reading is nobody's business."""
    response = HttpResponse(status=204)
    if request.reader.is_member:
        topic, _ = find_topic(request.reader, pk)
        mark_read(topic, request.user, min(_number(request), topic.highest_number))
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _number(request: Request) -> int:
    given = request.POST.get("number", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0
