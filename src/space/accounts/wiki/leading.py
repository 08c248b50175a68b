"""Pages with a form that leads to the wiki."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http.response import HttpResponseBase

from space.accounts.wiki import door

View = Callable[..., HttpResponseBase]


def leads_to_wiki(view: View) -> View:
    """The browser may follow the redirect of a form of this page to the wiki, where there is a door."""

    @wraps(view)
    def leading(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        if door.is_open():
            response.headers.setdefault("Content-Security-Policy", door.policy())
        return response

    return leading
