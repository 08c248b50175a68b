"""What somebody wrote, wherever it stands."""

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from space.accounts import names
from space.accounts.former import old_names_lead_on
from space.accounts.models import User
from space.accounts.narrowing import Switch
from space.accounts.requests import Request
from space.discuss.by_person import hidden_of, told, written_by, written_html
from space.discuss.lists.places import Place, topics_of
from space.discuss.lists.switch import offer
from space.discuss.lists.wanted import Filters, Order, place_of, position
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.rooms import side
from space.languages import Choice, spelled
from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import stands_alone


@old_names_lead_on
@page_for_everybody("lists", "rooms", parameters=("before", "languages"))
def posts_by(request: Request, name: str) -> HttpResponse:
    """The posts of a person, the newest first. The switch is that of their topics: both show the same languages."""
    author = get_object_or_404(User, name=names.from_address(name))
    place, asked = Place(topics_of(author), author=author), spelled(request.GET.get("languages", ""))
    choice = place.spoken(Filters().speaking(asked), request.reader)
    after, size = position(request.GET.get("before", ""), Order.LATEST), POSTS_PER_PAGE()
    found = written_by(author, request.reader, size + 1, after, choice.shown)
    last = found[size - 1] if len(found) > size else None
    context = {
        "face": place.face,
        "other": place.of(Order.LATEST, Filters().speaking(asked)),
        "within": place.within,
        "lines": written_html(found[:size], request.reader),
        "older": _address(place, asked, place_of(last.created_at, last.pk)) if last else "",
        "newest": _address(place, asked) if after else "",
        "side": side(request.reader),
        "narrows": bool(choice.codes),
        "everything": _address(place, "all"),
        "switch": _switch(request, place, author, choice),
    }
    response = render(request, "discuss/posts_by.html", context)
    if asked != request.GET.get("languages", ""):
        stands_alone(response)
    return response


def _address(place: Place, languages: str = "", before: str = "") -> str:
    said = {name: value for name, value in (("languages", languages), ("before", before)) if value}
    return f"{place.posts}?{urlencode(said)}" if said else place.posts


def _switch(request: Request, place: Place, author: User, choice: Choice) -> SafeString:
    reader = request.reader
    return Switch(
        where=place.name,
        choice=choice,
        address=lambda asked: _address(place, asked),
        hidden=told(hidden_of(author, reader, choice.shown)) if choice.codes else "",
        offer=offer(reader),
    ).html(reader, get_token(request) if reader.is_member else "")
