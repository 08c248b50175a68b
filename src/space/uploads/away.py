"""In the place of a picture that is hidden, gone, or not for who asks: a quiet box, where a broken one would stand."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase

from space.accounts.requests import Request

View = Callable[..., HttpResponseBase]
# A frame with a line through it. Seen on light and dark alike.
_BOX = """<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400" viewBox="0 0 600 400">\
<rect width="600" height="400" fill="#72777d" fill-opacity=".14"/>\
<g fill="none" stroke="#72777d" stroke-width="5" stroke-linecap="round">\
<rect x="262" y="170" width="76" height="60" rx="5"/><path d="m256 240 88-80"/></g></svg>"""


def or_away(view: View) -> View:
    """The answer is the same whatever the reason, and still says that nothing is there."""

    @wraps(view)
    def shown(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if request.headers.get("Sec-Fetch-Dest") != "image":
                raise
        response = HttpResponse(_BOX, content_type="image/svg+xml", status=404)
        response.headers["Cache-Control"] = "no-store"
        return response

    return shown
