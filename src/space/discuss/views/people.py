"""What somebody wrote, wherever it stands."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode

from space.accounts import names
from space.accounts.faces import face_of
from space.accounts.models import User
from space.accounts.requests import Request
from space.discuss.by_person import written_by, written_html
from space.discuss.lists.places import topics_of
from space.discuss.lists.wanted import Order, place_of, position
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.rooms import side
from space.search.within import within
from space.web.pagecache import page_for_everybody


@page_for_everybody("lists", "rooms", parameters=("before",))
def posts_by(request: Request, name: str) -> HttpResponse:
    """The posts of a person, the newest first."""
    author = get_object_or_404(User, name=names.from_address(name))
    after, size = position(request.GET.get("before", ""), Order.LATEST), POSTS_PER_PAGE()
    found = written_by(author, request.reader, size + 1, after)
    here = reverse("discuss:by_posts", args=[names.in_address(author.name)])
    last = found[size - 1] if len(found) > size else None
    context = {
        "face": face_of(author),
        "other": topics_of(author),
        "within": within("by", author.name),
        "lines": written_html(found[:size], request.reader),
        "older": f"{here}?{urlencode({'before': place_of(last.created_at, last.pk)})}" if last else "",
        "newest": here if after else "",
        "side": side(request.reader),
    }
    return render(request, "discuss/posts_by.html", context)
