"""What pages tell of their readers, and what readers say of lists: read, muted, undone."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from space.accounts.requests import Request
from space.discuss.actions import mark_read
from space.discuss.addresses import place_of
from space.discuss.finding import find_topic
from space.discuss.models import Post
from space.discuss.moved import leads_on
from space.discuss.reading import COOKIE, SECONDS_AT_ONCE, note_if_away, tells_reading


@tells_reading
@require_POST
def beacon(request: Request, pk: int) -> HttpResponse:
    """The page tells how far its reader has come. Nobody's reading is nobody's business."""
    response = HttpResponse(status=204)
    if request.reader.is_member:
        topic, _ = find_topic(request.reader, pk)
        number = min(_number(request, "number"), topic.highest_number)
        seconds = min(_number(request, "seconds"), SECONDS_AT_ONCE)
        mark_read(topic, request.user, number, seconds=seconds, first=_number(request, "first"))
        note_if_away(request)
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


@tells_reading
@require_POST
def here(request: Request) -> HttpResponse:
    """A list tells that somebody is here."""
    response = HttpResponse(status=204)
    if request.reader.is_member:
        note_if_away(request)
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


@require_safe
@leads_on
def first_unread(request: Request, pk: int) -> HttpResponse:
    """To the first post that this reader has not read; to the last one where all is read."""
    topic, _ = find_topic(request.reader, pk)
    posts = Post.objects.visible_to(request.reader).filter(topic=topic)
    if request.reader.is_authenticated and topic.my_number:
        posts = posts.filter(number__gt=topic.my_number)
    number = posts.in_order().values_list("number", flat=True).first()
    return redirect(place_of(topic, number or topic.last_number))


def _number(request: Request, name: str) -> int:
    given = request.POST.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0
