from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from space.limits.actions import Limit
from space.limits.here import take_here
from space.limits.senders import network, sender
from space.places.finding import find
from space.places.found import Found

FINDS = Limit("found-places", 300, timedelta(minutes=1))
# The list changes with a version of Space; a browser that types the same again need not ask.
_KEPT_SECONDS = 3600


@require_safe
def find_places(request: HttpRequest) -> HttpResponse:
    """What could be meant by `q`, in `country` if it is given. The same for everybody who reads the same language."""
    take_here(asker(request), FINDS)
    found = find(request.GET.get("q", ""), country=request.GET.get("country", "")[:2].upper())
    response = JsonResponse({"found": [_told(one) for one in found]})
    response.headers["Cache-Control"] = f"private, max-age={_KEPT_SECONDS}"
    return response


def _told(found: Found) -> dict[str, Any]:
    """In the shape in which everything is offered while one types, with what a form and a map keep of it."""
    place = found.place
    return {
        "kind": "place",
        "name": place.name,
        "insert": found.label,
        "note": found.note,
        "id": place.pk,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "time_zone": place.time_zone,
    }


def asker(request: HttpRequest) -> str:
    """Who asks, for limits: a person, or a network."""
    person: int = getattr(getattr(request, "reader", None), "pk", 0)
    return f"person:{person}" if person else f"network:{network(sender(request))}"
